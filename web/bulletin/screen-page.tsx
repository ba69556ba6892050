import { IconChevronLeft, IconChevronRight, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Bulletin, BulletinOpening } from '../../api/bulletins/contract.ts';
import { groupCode } from '../openings/code.ts';
import { formatPay } from '../openings/pay.ts';
import { QrCode } from '../openings/qr-code.tsx';
import { bulletinWords } from '../text/bulletin.ts';
import { formatTime } from '../text/clock.ts';
import { formatPhone } from '../text/phone.ts';
import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';
import { Failed } from '../ui/failed.tsx';
import { Logo } from '../ui/icons.tsx';
import { useNow } from '../ui/use-now.ts';
import { useBulletin } from './data.ts';
import { leadOf, lineOf } from './say.ts';
import styles from './screen.module.css';

const ON_A_SLIDE = 3;
/** Three rows are read aloud in eleven seconds. */
const SLIDE_MS = 12_000;
const ICON = { size: '1.75rem', stroke: 1.75, 'aria-hidden': true } as const;

/** The same week on a wall screen: three openings at a time, changing by themselves until somebody stops them. */
export function BulletinScreenPage({ point }: { point: string }) {
  const text = bulletinWords();
  const query = useBulletin(point);
  useEffect(() => {
    document.title = words.titleOf(text.title);
    document.documentElement.dataset.wall = '';
    return () => void delete document.documentElement.dataset.wall;
  }, [text]);
  if (query.data) return <Slides bulletin={query.data} stale={query.isError} />;
  return (
    <main id="main" className={styles.waiting}>
      {query.isError ? (
        <Failed title={text.failed} error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <p>{text.loading}</p>
      )}
    </main>
  );
}

function Slides({ bulletin, stale }: { bulletin: Bulletin; stale: boolean }) {
  const text = bulletinWords();
  const { point, items, others, total, asOf, publicUrl } = bulletin;
  const now = useNow();
  const rows = total > 0 ? items : others;
  const slides = Math.max(1, Math.ceil(rows.length / ON_A_SLIDE));
  const [slide, setSlide] = useState(0);
  const [paused, setPaused] = useState(false);
  const at = slide % slides;
  const step = (by: number) => setSlide((before) => (((before + by) % slides) + slides) % slides);
  useEffect(() => {
    if (paused || slides === 1) return;
    const timer = setInterval(() => setSlide((before) => (before + 1) % slides), SLIDE_MS);
    return () => clearInterval(timer);
  }, [paused, slides, slide]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'ArrowRight') step(1);
      else if (event.key === 'ArrowLeft') step(-1);
      else if (event.key === ' ' && event.target === document.body) {
        event.preventDefault();
        setPaused((before) => !before);
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  const Sign = paused ? IconPlayerPlay : IconPlayerPause;
  const [phone] = point.telephones;
  return (
    <main id="main" className={styles.screen}>
      <header className={styles.head}>
        <Logo size="4rem" />
        <div>
          <p>{point.name}</p>
          <h1>{total > 0 ? text.title : text.nearTitle}</h1>
        </div>
        <p className={styles.clock}>{formatTime(now)}</p>
      </header>
      <p className={styles.lead}>{stale ? text.staleScreen(formatTime(asOf)) : leadOf(bulletin)}</p>
      <ul
        key={at}
        className={styles.rows}
        aria-label={text.screenLabel}
        aria-live={paused ? 'polite' : 'off'}
      >
        {rows.slice(at * ON_A_SLIDE, (at + 1) * ON_A_SLIDE).map((opening) => (
          <Row key={opening.id} opening={opening} origin={publicUrl ?? location.origin} />
        ))}
        {rows.length === 0 && <li className={styles.nothing}>{text.nothing}</li>}
      </ul>
      <footer className={styles.foot}>
        <p>
          <b>{text.noMoney}</b>
          {phone && ` ${text.groupPhone(formatPhone(phone))}`}
        </p>
        <div className={styles.controls}>
          <button type="button" aria-label={text.previous} onClick={() => step(-1)}>
            <IconChevronLeft {...ICON} />
          </button>
          <span>{text.slide(at + 1, slides)}</span>
          <button type="button" aria-label={text.next} onClick={() => step(1)}>
            <IconChevronRight {...ICON} />
          </button>
          <button type="button" onClick={() => setPaused(!paused)}>
            <Sign {...ICON} />
            {paused ? text.play : text.pause}
          </button>
        </div>
      </footer>
    </main>
  );
}

function Row({ opening, origin }: { opening: BulletinOpening; origin: string }) {
  const text = bulletinWords();
  const pay = formatPay(opening.salary);
  return (
    <li className={styles.row}>
      <div className={styles.text}>
        <h2>{spaced(opening.title)}</h2>
        <p className={styles.pay}>
          {pay.amount} <small>{pay.unit}</small>
        </p>
        <p>{lineOf(opening)}</p>
      </div>
      <div className={styles.code}>
        <QrCode
          className={styles.qr}
          text={new URL(`/o/${opening.code}`, origin).href}
          label={text.openingQr(opening.code)}
        />
        <b>{groupCode(opening.code)}</b>
      </div>
    </li>
  );
}
