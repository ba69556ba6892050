import { useEffect, useRef, useState, type CSSProperties, type PointerEvent, type ReactNode } from 'react';
import { words } from '../text/words.ts';
import styles from './sheet.module.css';
import { snaps, type Snap } from './sheet-snap.ts';

type SheetProps = {
  snap: Snap;
  onSnap: (snap: Snap) => void;
  /** Stays in sight at every height, and is what the finger drags. */
  head: ReactNode;
  children: ReactNode;
};

/** Tabs, one card and the head of the next, at 16 px a rem. */
const PEEK_REM = 15.375;
/** At full height the search stays whole above it. */
const TOP_REM = 4.5;
/** A drag shorter than this is a press. */
const SLOP_PX = 6;
/** A flick faster than this goes to the next height whatever the distance. */
const FLICK_PX_PER_MS = 0.5;

const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Heights in CSS px of what is seen of the sheet, for a window. */
export function sheetHeights(windowHeight: number): Record<Snap, number> {
  const full = windowHeight - TOP_REM * rem();
  return { peek: Math.min(PEEK_REM * rem(), full), half: Math.min(windowHeight / 2, full), full };
}

export function useWindowHeight(): number {
  const [height, setHeight] = useState(() => innerHeight);
  useEffect(() => {
    const measure = () => setHeight(innerHeight);
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return height;
}

/** A sheet over the map with three heights. Dragged by its head; the grabber is also a button. */
export function Sheet({ snap, onSnap, head, children }: SheetProps) {
  const heights = sheetHeights(useWindowHeight());
  const [drag, setDrag] = useState<number | null>(null);
  const start = useRef<{ y: number; at: number; moved: boolean } | null>(null);
  const seen = drag === null ? heights[snap] : heights[snap] - drag;
  const lowered = Math.max(0, heights.full - Math.min(heights.full, Math.max(64, seen)));

  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target as Element).closest('input')) return;
    start.current = { y: event.clientY, at: event.timeStamp, moved: false };
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    const from = start.current;
    if (!from) return;
    const by = event.clientY - from.y;
    if (!from.moved && Math.abs(by) < SLOP_PX) return;
    if (!from.moved) event.currentTarget.setPointerCapture(event.pointerId);
    from.moved = true;
    setDrag(by);
  };
  const end = (event: PointerEvent) => {
    const from = start.current;
    start.current = null;
    setDrag(null);
    if (!from?.moved) return;
    const by = event.clientY - from.y;
    const speed = by / Math.max(1, event.timeStamp - from.at);
    const at = snaps.indexOf(snap);
    if (Math.abs(speed) > FLICK_PX_PER_MS) {
      onSnap(snaps[Math.min(2, Math.max(0, at + (speed < 0 ? 1 : -1)))] ?? snap);
      return;
    }
    const height = heights[snap] - by;
    const nearest = [...snaps].sort((a, b) => Math.abs(heights[a] - height) - Math.abs(heights[b] - height));
    onSnap(nearest[0] ?? snap);
  };
  const cancel = () => {
    start.current = null;
    setDrag(null);
  };
  const dragging = { onPointerDown: begin, onPointerMove: follow, onPointerUp: end, onPointerCancel: cancel };
  return (
    <div
      className={[styles.sheet, styles[snap], drag !== null && styles.dragging].filter(Boolean).join(' ')}
      style={{ '--lowered': `${lowered}px` } as CSSProperties}
    >
      <div className={styles.head} {...dragging}>
        <button
          type="button"
          className={styles.grabber}
          aria-expanded={snap !== 'peek'}
          aria-label={snap === 'full' ? words.sheetLower : words.sheetRaise}
          onClick={() => onSnap(snap === 'peek' ? 'half' : snap === 'half' ? 'full' : 'peek')}
        />
        {head}
      </div>
      {/* At peek nothing scrolls, so a swipe on the cards raises the sheet as well. */}
      <div
        className={styles.body}
        {...(snap === 'peek' ? dragging : {})}
        onFocus={(event) => {
          // A keyboard that reaches a card under the edge brings the sheet up to it.
          if (snap === 'peek' && event.target.matches(':focus-visible')) {
            const { bottom } = event.target.getBoundingClientRect();
            if (bottom > innerHeight) onSnap('half');
          }
        }}
      >
        {children}
      </div>
    </div>
  );
}
