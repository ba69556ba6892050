import type { MapGroup } from '../../api/openings/contract.ts';
import { shadeThresholds } from './bubbles.ts';
import { bubbleShades } from './colours.ts';
import styles from './map-view.module.css';

/** What the shades of the bubbles stand for, from the very thresholds they are drawn with. */
export function Legend({ groups }: { groups: readonly MapGroup[] }) {
  const level = groups.find((group) => group.level === 'county' || group.level === 'town')?.level;
  if (level !== 'county' && level !== 'town') return null;
  const counts = groups.filter((group) => group.level === level).map(({ openings }) => openings);
  const thresholds = shadeThresholds(level, counts);
  const [first] = thresholds;
  if (first === undefined) return null;
  const words = [`${first} 以下`, ...thresholds.map((threshold) => `${threshold} 起`)];
  return (
    <p className={styles.legend}>
      岗位数
      {words.map((word, shade) => (
        <span key={word}>
          <i style={{ background: bubbleShades[shade] }} />
          {word}
        </span>
      ))}
    </p>
  );
}
