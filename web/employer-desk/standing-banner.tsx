import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { DeskEmployer } from '../../api/employers/contract.ts';
import { deskWords, formatDay } from '../text/desk.ts';
import { Banner } from '../ui/banner.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './standing-banner.module.css';

const ICON = { size: '1.25rem', stroke: 1.75, 'aria-hidden': true } as const;

/** What keeps an employer's openings from showing, and what to do about it; nothing when all is well. */
export function StandingBanner({ employer, profileHref }: { employer: DeskEmployer; profileHref: string }) {
  const words = deskWords().standing;
  const { standing, review, wanted, reverifyDue, verifiedUntil, banReason } = employer;
  const now = useNow().getTime();
  const isOver = verifiedUntil !== null && Date.parse(verifiedUntil) <= now;
  const said = [review?.text].filter(Boolean).join('');
  const amber = (text: ReactNode) => (
    <div className={styles.banner}>
      <Banner tone="amber" icon={<IconAlertTriangle {...ICON} />}>
        {text} <Link href={profileHref}>{words.goProfile}</Link>
      </Banner>
    </div>
  );
  if (standing === 'banned') return amber(words.banned + (banReason ?? ''));
  if (review?.state === 'waiting')
    return (
      <div className={styles.banner}>
        <Banner tone="tile" icon={<IconClock {...ICON} />}>
          {words.waiting}
        </Banner>
      </div>
    );
  if (standing === 'returned') return amber(words.returned + said);
  if (standing === 'refused') return amber(words.refused + said);
  if (wanted.includes('profile')) return amber(words.wantedProfile);
  if (wanted.includes('place')) return amber(words.wantedPlace);
  if (wanted.includes('licence')) return amber(words.wantedLicence);
  if (standing === 'new' || standing === 'imported') return amber(words.ready);
  if (reverifyDue && verifiedUntil)
    return amber(isOver ? words.reverifyOver : words.reverifyDue(formatDay(verifiedUntil)));
  return null;
}
