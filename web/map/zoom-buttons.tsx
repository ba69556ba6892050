import { IconMinus, IconPlus } from '@tabler/icons-react';
import styles from './map-view.module.css';

type Props = {
  isNarrow: boolean;
  isLarge: boolean;
  mayZoomIn: boolean;
  mayZoomOut: boolean;
  onZoom: (by: 1 | -1, event: Event) => void;
};

/** Nearer and farther. On a phone two fingers do it, so there they only show for the keyboard and in the elders' version. */
export function ZoomButtons({ isNarrow, isLarge, mayZoomIn, mayZoomOut, onZoom }: Props) {
  return (
    <div
      className={styles.zoom}
      role="group"
      aria-label="缩放地图"
      data-narrow={isNarrow || undefined}
      data-large={isLarge || undefined}
    >
      <button
        type="button"
        aria-label="放大"
        disabled={!mayZoomIn}
        onClick={(event) => onZoom(1, event.nativeEvent)}
      >
        <IconPlus size={22} stroke={1.75} aria-hidden />
      </button>
      <button
        type="button"
        aria-label="缩小"
        disabled={!mayZoomOut}
        onClick={(event) => onZoom(-1, event.nativeEvent)}
      >
        <IconMinus size={22} stroke={1.75} aria-hidden />
      </button>
    </div>
  );
}
