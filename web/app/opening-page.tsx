import { IconArrowLeft, IconFileText, IconPlayerStop, IconShare, IconVolume } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { OpeningDetail as Opening } from '../../api/openings/contract.ts';
import { Answers } from '../applications/answers.tsx';
import { ApplyButton } from '../applications/apply-button.tsx';
import { Calls } from '../applications/calls.tsx';
import { CallFailure } from '../call.ts';
import { DirectionsButton } from '../directions/directions-button.tsx';
import { useLocate } from '../near/locate.ts';
import { minutesFor } from '../near/reach.ts';
import { useOpening } from '../openings/data.ts';
import { OpeningDetail } from '../openings/detail.tsx';
import { canSpeak, speak, spokenOpening, stopSpeaking } from '../openings/read-aloud.ts';
import { SaveButton } from '../openings/save-button.tsx';
import { listedOf } from '../openings/saved.ts';
import { markSeen } from '../openings/seen.ts';
import { NearestPoints } from '../service-points/nearest.tsx';
import { applicationsWords } from '../text/applications.ts';
import { formatDistance } from '../text/distance.ts';
import { words } from '../text/words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useNow } from '../ui/use-now.ts';
import { usePhone } from '../ui/use-media.ts';
import { copyLink } from './copy-link.ts';
import { GonePage } from './gone-page.tsx';
import backStyles from './opening-page.module.css';
import { OpeningMap } from './opening-map.tsx';
import { PlainPage, useGoBack } from './plain-page.tsx';
import { urls } from './urls.ts';

/** One opening. */
export function OpeningPage({ idOrCode }: { idOrCode: string }) {
  const located = useLocate();
  const me = located.kind === 'found' ? located.place : null;
  const query = useOpening(idOrCode, me);
  const now = useNow();
  const opening = query.data;
  const isGone = query.error instanceof CallFailure && ['missing', 'invalid'].includes(query.error.kind);
  useEffect(() => {
    if (opening) markSeen(opening.id);
  }, [opening]);
  if (isGone) return <GonePage title={words.openingGone} next={words.openingGoneNext} href={urls.find()} />;
  const tools = opening && <Tools opening={opening} now={now} />;
  return (
    <PlainPage
      key={opening?.id}
      title={opening?.title ?? words.openingTitle}
      bar={words.openingTitle}
      section="find"
      tools={tools}
    >
      <BackRow tools={tools} />
      {opening ? (
        <Body opening={opening} now={now} hasMe={me !== null} />
      ) : query.isError ? (
        <Failed title={words.failedTitle} error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonRows rows={4} label={words.loadingPage} />
      )}
    </PlainPage>
  );
}

/** The desktop's way back; the phone has it in its bar. */
function BackRow({ tools }: { tools: React.ReactNode }) {
  const phone = usePhone();
  const goBack = useGoBack();
  if (phone) return null;
  return (
    <div className={backStyles.row}>
      <Button
        kind="quiet"
        dense
        icon={<IconArrowLeft size="1.25rem" stroke={1.75} aria-hidden="true" />}
        onClick={goBack}
      >
        {words.backToList}
      </Button>
      <span className={backStyles.tools}>{tools}</span>
    </div>
  );
}

function Body({ opening, now, hasMe }: { opening: Opening; now: Date; hasMe: boolean }) {
  const metres = opening.distanceMetres;
  const way =
    hasMe && metres !== undefined ? words.fromYou(formatDistance(metres), minutesFor(metres, 'ebike')) : null;
  return (
    <OpeningDetail
      opening={opening}
      now={now}
      address={new URL(urls.opening(opening.code), location.origin).href}
      way={way}
      map={<OpeningMap opening={opening} />}
      apply={<ApplyButton opening={opening} mineHref={urls.myApplications()} />}
      calls={<Calls openingId={opening.id} />}
      answers={<Answers answering={opening.answering} />}
      poster={<PosterLink code={opening.code} />}
      directionsLong={
        <DirectionsButton to={opening.place} name={opening.employer.name} label={words.directionsLong} />
      }
      nearest={
        <NearestPoints
          points={opening.nearestPoints}
          now={now}
          hrefOf={(point) => urls.point(point.id)}
          wayOf={(distance) => words.walkMinutes(minutesFor(distance, 'walk'))}
          directionsTo={(point) => <DirectionsButton to={point.place} name={point.name} />}
        />
      }
      hrefOf={urls.opening}
      onCopy={() => void copyLink(urls.opening(opening.code))}
    />
  );
}

const PosterLink = ({ code }: { code: string }) => (
  <Link href={urls.poster(code)} className={backStyles.poster}>
    <IconFileText size="1.25rem" stroke={1.75} aria-hidden="true" />
    {applicationsWords().poster}
  </Link>
);

function Tools({ opening, now }: { opening: Opening; now: Date }) {
  const [reading, setReading] = useState(false);
  const text = useMemo(() => spokenOpening(opening, now), [opening, now]);
  useEffect(() => () => (canSpeak() ? stopSpeaking() : undefined), []);
  const read = async () => {
    if (reading) return stopSpeaking();
    setReading(true);
    await speak(text);
    setReading(false);
  };
  const share = async () => {
    const url = new URL(urls.opening(opening.code), location.origin).href;
    if (navigator.share) await navigator.share({ title: opening.title, url }).catch(() => undefined);
    else await copyLink(urls.opening(opening.code));
  };
  const Sign = reading ? IconPlayerStop : IconVolume;
  return (
    <>
      {canSpeak() && (
        <IconButton label={reading ? words.readStop : words.readAloud} onClick={() => void read()}>
          <Sign size="1.5rem" stroke={1.75} aria-hidden="true" />
        </IconButton>
      )}
      <SaveButton opening={listedOf(opening)} />
      <IconButton label={words.share} onClick={() => void share()}>
        <IconShare size="1.5rem" stroke={1.75} aria-hidden="true" />
      </IconButton>
    </>
  );
}
