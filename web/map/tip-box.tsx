import type { TipWords } from './tip.ts';
import styles from './map-view.module.css';

export type Tip = TipWords & { x: number; y: number; radius: number; screenWidth: number };

/** Words beside the hovered figure, at its left where the right side has no room. The list says the same to a reader. */
export function TipBox({ name, lines, x, y, radius, screenWidth }: Tip) {
  const isLeft = x + radius + 240 > screenWidth;
  const shift = isLeft ? `calc(${x - radius - 12}px - 100%)` : `${x + radius + 12}px`;
  return (
    <div className={styles.tip} style={{ transform: `translate(${shift}, calc(${y}px - 50%))` }} aria-hidden>
      <strong>{name}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
