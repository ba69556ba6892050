import { addProtocol, Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useId, useRef, useState, type CSSProperties } from 'react';
import { AreaControls } from './area-controls.tsx';
import { basemapChoice } from './basemap-choice.ts';
import { highestZoom } from './basemap-real.ts';
import { CAMERA_MS, moveCamera, prefersReducedMotion, screenOf } from './camera.ts';
import { LOWEST_ZOOM, mapOptions, prepare } from './create-map.ts';
import { Legend } from './legend.tsx';
import { textScale, WIDE_PX, type LiveMap } from './live-map.ts';
import type { MapViewProps } from './map-view-props.ts';
import styles from './map-view.module.css';
import { metresPerPixel } from './mercator.ts';
import { listen } from './open-map.ts';
import { ScaleAndSources } from './scale-and-sources.tsx';
import { tipAt } from './tip-at.ts';
import { TipBox, type Tip } from './tip-box.tsx';
import { attributionsOf, Under } from './under.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

setWorkerUrl(workerUrl);

type Open = { map: MapLibre; live: LiveMap; under: Under; camera: MapViewProps['camera'] };
type Frame = { metresPerPx: number; zoom: number; width: number };

/** Frames differ for what is written around the map: a percent of scale, a wheel's step of zoom. */
const isSameFrame = (a: Frame, b: Frame) =>
  a.width === b.width &&
  Math.abs(a.zoom - b.zoom) < 0.01 &&
  Math.abs(a.metresPerPx / b.metresPerPx - 1) < 0.01;

/** The map. It keeps nothing a page needs: the same props show the same picture. */
export function MapView(props: MapViewProps) {
  const noteId = useId();
  const container = useRef<HTMLDivElement>(null);
  const open = useRef<Open | null>(null);
  const latest = useRef(props);
  const [choice] = useState(basemapChoice);
  const [frame, setFrame] = useState<Frame>({ metresPerPx: 200, zoom: props.initialViewport.zoom, width: 0 });
  const [tip, setTip] = useState<Tip | null>(null);
  const [attributions, setAttributions] = useState<readonly string[] | null>(
    choice.kind === 'offline' ? null : [],
  );
  const { camera, selectedId, padding, largeText, layer, groups, area, draw } = props;
  const maxZoom = highestZoom(choice);

  useEffect(() => {
    const isReducedMotion = prefersReducedMotion();
    const under = new Under(choice, isReducedMotion);
    const scale = () => textScale(latest.current);
    let map: MapLibre;
    try {
      const { initialViewport } = latest.current;
      const style = under.style(scale());
      map = new MapLibre(mapOptions(container.current!, style, initialViewport, maxZoom, isReducedMotion));
    } catch {
      latest.current.onUnavailable();
      return;
    }
    prepare(map, noteId);
    const onFrame = () => {
      const metresPerPx = metresPerPixel(map.getCenter().lat, map.getZoom());
      const next = { metresPerPx, zoom: map.getZoom(), width: screenOf(map).width };
      setFrame((before) => (isSameFrame(before, next) ? before : next));
      if (open.current) setTip(tipAt(map, open.current.live, latest.current));
    };
    const live = listen(map, () => latest.current, onFrame);
    open.current = { map, live, under, camera: latest.current.camera };
    map.once('load', () => latest.current.onReady());
    map.on('resize', onFrame);
    if (choice.kind !== 'offline')
      map.on('idle', () => setAttributions(under.isOffline ? null : attributionsOf(map)));
    void under.load(map, addProtocol, scale);
    onFrame();
    return () => {
      live.remove();
      map.remove();
      open.current = null;
    };
  }, [choice, maxZoom, noteId]);

  // After every render: what did not change is not drawn again, and the tip is set only when it differs.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => {
    latest.current = props;
    const { map, live } = open.current ?? {};
    if (!map || !live) return;
    live.draw(props);
    const next = tipAt(map, live, props);
    setTip((before) => (before === next || JSON.stringify(before) === JSON.stringify(next) ? before : next));
  });

  useEffect(() => {
    if (!open.current || camera === null || camera === open.current.camera) return;
    open.current.camera = camera;
    moveCamera(open.current.map, camera, latest.current.padding, false);
  }, [camera]);

  useEffect(() => {
    open.current?.live.revealSelected();
  }, [selectedId, layer]);

  useEffect(() => {
    open.current?.live.revealArea();
  }, [area]);

  const wasLarge = useRef(largeText);
  useEffect(() => {
    if (wasLarge.current === largeText) return;
    wasLarge.current = largeText;
    open.current?.map.setStyle(open.current.under.style(textScale({ largeText })), { diff: false });
  }, [largeText]);

  const isWide = frame.width >= WIDE_PX;
  const edges = {
    '--map-top': `${padding.top}px`,
    '--map-right': `${padding.right}px`,
    '--map-bottom': `${padding.bottom}px`,
    '--map-left': `${padding.left}px`,
  } as CSSProperties;
  return (
    <div className={styles.root} style={edges}>
      <div ref={container} className={styles.canvas} data-drawing={draw?.isOn || undefined} />
      <p id={noteId} className={styles.hidden}>
        方向键移动地图，加号和减号缩放。地图上的岗位和服务点，列表里都有。
      </p>
      {isWide && layer === 'openings' && <Legend groups={groups} />}
      <ScaleAndSources attributions={attributions} metresPerPx={frame.metresPerPx} isWide={isWide} />
      {draw && (
        <AreaControls
          area={area}
          draw={draw}
          padding={padding}
          isNarrow={!isWide && padding.bottom > 0}
          map={() => open.current?.map}
        />
      )}
      <ZoomButtons
        isNarrow={!isWide}
        isLarge={largeText}
        mayZoomIn={frame.zoom < maxZoom - 0.01}
        mayZoomOut={frame.zoom > LOWEST_ZOOM + 0.01}
        onZoom={(by, originalEvent) => {
          const map = open.current?.map;
          const options = { duration: prefersReducedMotion() ? 0 : CAMERA_MS };
          if (by > 0) map?.zoomIn(options, { originalEvent });
          else map?.zoomOut(options, { originalEvent });
        }}
      />
      {tip && <TipBox {...tip} />}
    </div>
  );
}
