import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import type { OpeningDetail } from '../../api/openings/contract.ts';
import { CallFailure } from '../call.ts';
import { phoneQuery } from '../openings/contact-phone.ts';
import { useOpening } from '../openings/data.ts';
import { Poster } from '../poster/poster.tsx';
import styles from '../poster/poster-page.module.css';
import { applicationsWords } from '../text/applications.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useNow } from '../ui/use-now.ts';
import { GonePage } from './gone-page.tsx';
import { urls } from './urls.ts';

/** A poster of one opening, as it comes out of the printer. */
export function PosterPage({ code }: { code: string }) {
  const query = useOpening(code, null);
  const opening = query.data;
  const isGone = query.error instanceof CallFailure && ['missing', 'invalid'].includes(query.error.kind);
  useEffect(() => {
    if (opening) document.title = words.titleOf(applicationsWords().posterTitle(opening.title));
  }, [opening]);
  if (isGone) return <GonePage title={words.openingGone} next={words.openingGoneNext} href={urls.find()} />;
  return (
    <main id="main" className={styles.page}>
      {opening ? (
        <Ready opening={opening} />
      ) : query.isError ? (
        <Failed title={words.failedTitle} error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonRows rows={6} label={words.loadingPage} />
      )}
    </main>
  );
}

function Ready({ opening }: { opening: OpeningDetail }) {
  const text = applicationsWords();
  const now = useNow();
  const contact = useQuery({ ...phoneQuery(opening.id), enabled: opening.hasPhone });
  const { contactPhone = null, contactName = null } = contact.data ?? {};
  const point = opening.nearestPoints[0];
  const phone = contactPhone
    ? { number: contactPhone, name: contactName }
    : !opening.hasPhone && point?.telephones[0]
      ? { number: point.telephones[0], name: point.name }
      : null;
  return (
    <>
      <div className={styles.tools}>
        <Link href={urls.opening(opening.code)} className={styles.back}>
          <IconArrowLeft size="1.25rem" stroke={1.75} aria-hidden="true" />
          {words.openingTitle}
        </Link>
        <Button
          kind="primary"
          working={contact.isFetching}
          icon={<IconPrinter size="1.25rem" stroke={1.75} aria-hidden="true" />}
          onClick={() => print()}
        >
          {text.posterPrint}
        </Button>
        {contact.isError ? (
          <p className={styles.failed} role="alert">
            {text.posterNoPhone}
          </p>
        ) : (
          <p className={styles.hint}>{text.posterHint}</p>
        )}
      </div>
      <div className={styles.paper}>
        <Poster
          opening={opening}
          phone={phone}
          address={new URL(urls.opening(opening.code), location.origin).href}
          now={now}
        />
      </div>
    </>
  );
}
