import { WeekBars } from '../service-points/week.tsx';
import { spaced } from '../text/spacing.ts';
import { terminalWords } from '../text/terminal.ts';
import { words } from '../text/words.ts';
import styles from './terminal.module.css';
import type { Show } from './view.ts';
import { ViewTitle } from './view-title.tsx';

/** This village's notices, hours and services, with what to bring. */
export function AffairsView({ show }: { show: Show }) {
  const text = terminalWords();
  const { point } = show.page;
  const today = new Date(show.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const notices = point.notices.filter(({ to }) => to >= today);
  const offers = new Map(point.offers.map((offer) => [offer.name, offer]));
  return (
    <div className={styles.opening}>
      <ViewTitle title={text.affairsTitle} onBack={() => show.go({ kind: 'home' })} />
      {notices.length > 0 && (
        <>
          <h2>{text.notices}</h2>
          <ul className={styles.notices}>
            {notices.map((notice) => (
              <li key={notice.text}>{spaced(notice.text)}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{text.services}</h2>
      {point.services.length === 0 && <p>{words.servicesMissing}</p>}
      <ul className={styles.services}>
        {point.services.map((service) => {
          const offer = offers.get(service);
          return (
            <li key={service}>
              <b>{service}</b>
              {offer && offer.documents.length > 0 && <span>{text.bring(offer.documents.join('、'))}</span>}
              {offer && (offer.fee || offer.takes) && (
                <span>{[offer.fee, offer.takes].filter(Boolean).join('，')}</span>
              )}
            </li>
          );
        })}
      </ul>
      <h2>{text.hours}</h2>
      {point.hours.length > 0 ? <WeekBars days={point.days} now={show.now} /> : <p>{words.hoursMissing}</p>}
    </div>
  );
}
