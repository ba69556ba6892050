import { IconBorderCorners, IconLasso, IconX } from '@tabler/icons-react';
import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { areaWords } from '../text/area.ts';
import { words as pageWords } from '../text/words.ts';
import { toast } from '../ui/toast.tsx';
import styles from './area-controls.module.css';
import { startDrawing, strokeOfView } from './draw-area.ts';
import type { MapViewProps } from './map-view-props.ts';

type AreaControlsProps = {
  area: MapViewProps['area'];
  draw: NonNullable<MapViewProps['draw']>;
  padding: MapViewProps['padding'];
  /** On a phone, over the sheet. */
  isNarrow: boolean;
  map: () => MapLibre | undefined;
};

/** What makes an area of a stroke is 11 kB (gzip): it comes while the person draws. */
const making = () => import('./drawn-area.ts');

/** Draws an area, takes what is seen for one, and takes it off. While one is drawn, what to do stands over the map. */
export function AreaControls({ area, draw, padding, isNarrow, map }: AreaControlsProps) {
  const words = areaWords();
  const { isOn, onTurn } = draw;
  const path = useRef<SVGPathElement>(null);
  const latest = useRef({ draw, padding });
  useEffect(() => {
    latest.current = { draw, padding };
  });
  const [isSmall, setSmall] = useState(false);
  // Another arrangement of the page opens another map, on which nobody draws yet.
  useEffect(() => () => latest.current.draw.onTurn(false), []);

  /** Too small an area is told, and can be drawn again. */
  async function take(stroke: readonly LngLat[], degreesPerPx: number): Promise<void> {
    const made = await making().catch(() => null);
    if (!made) return;
    const drawn = made.areaOfStroke(stroke, degreesPerPx);
    setSmall(drawn === null);
    if (!drawn) return;
    latest.current.draw.onTurn(false);
    latest.current.draw.onArea(drawn);
  }

  function takeView(): void {
    const seenOn = map();
    if (!seenOn) return;
    const { stroke, degreesPerPx } = strokeOfView(seenOn, padding);
    void take(stroke, degreesPerPx);
  }

  // Before the hint is seen: who reads it may draw.
  useLayoutEffect(() => {
    const drawnOn = map();
    if (!isOn || !drawnOn) return;
    setSmall(false);
    making().catch(() => {
      latest.current.draw.onTurn(false);
      toast(pageWords.failed.offline);
    });
    return startDrawing(drawnOn, {
      padding: () => latest.current.padding,
      onStroke: (d) => path.current?.setAttribute('d', d),
      onDrawn: (stroke, degreesPerPx) => void take(stroke, degreesPerPx),
      onCancel: () => latest.current.draw.onTurn(false),
    });
    // `map` gives what is open now, and that does not change while something is drawn.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isOn]);

  const Sign = isOn ? IconX : IconLasso;
  const hint = matchMedia('(pointer: coarse)').matches ? words.withFinger : words.withMouse;
  return (
    <>
      {isOn && (
        <svg className={styles.stroke} aria-hidden="true">
          <path ref={path} />
        </svg>
      )}
      <div
        className={styles.controls}
        role="group"
        aria-label={words.label}
        data-narrow={isNarrow || undefined}
      >
        <button type="button" aria-pressed={isOn} onClick={() => onTurn(!isOn)}>
          <Sign size={22} stroke={1.75} aria-hidden />
          {isOn ? words.cancel : words.draw}
        </button>
        {isOn && (
          <button type="button" onClick={takeView}>
            <IconBorderCorners size={22} stroke={1.75} aria-hidden />
            {words.takeView}
          </button>
        )}
        {area && !isOn && (
          <button type="button" onClick={() => draw.onArea(null)}>
            <IconX size={22} stroke={1.75} aria-hidden />
            {words.remove}
          </button>
        )}
      </div>
      <p className={styles.hint} role="status" data-narrow={isNarrow || undefined}>
        {isOn && <span>{isSmall ? words.small : hint}</span>}
      </p>
    </>
  );
}
