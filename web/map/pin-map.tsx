import { addProtocol, Map as MapLibre, Marker, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { basemapChoice } from './basemap-choice.ts';
import { highestZoom } from './basemap-real.ts';
import { prefersReducedMotion } from './camera.ts';
import { mapOptions, prepare } from './create-map.ts';
import { Ground } from './ground.ts';
import { fromPixel, metresPerPixel, toPixel } from './mercator.ts';
import styles from './pin-map.module.css';
import { ScaleAndSources } from './scale-and-sources.tsx';
import { attributionsOf, Under } from './under.ts';

setWorkerUrl(workerUrl);

/** Near enough to see the names of villages; the offline base shows nothing beyond 15. */
const ZOOM = 13.5;
const STEP_PX = 8;

type PinMapProps = {
  place: LngLat;
  /** Read out for the mark that is moved; written on a pill. */
  label: string;
  onMove: (place: LngLat) => void;
  onUnavailable: () => void;
  readOnly?: boolean;
  /** An opening or an employer is a pill with its words, a service point is a house. */
  mark?: 'house' | 'pill';
};

/** A small map with one mark that is put where it belongs: dragged, or moved with the arrow keys. */
export function PinMap(props: PinMapProps) {
  const container = useRef<HTMLDivElement>(null);
  const open = useRef<{ map: MapLibre; marker: Marker } | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [choice] = useState(basemapChoice);
  const [zoom, setZoom] = useState(ZOOM);
  const [attributions, setAttributions] = useState<readonly string[] | null>(
    choice.kind === 'offline' ? null : [],
  );
  const { place, label, readOnly } = props;

  useEffect(() => {
    const isReducedMotion = prefersReducedMotion();
    const under = new Under(choice, isReducedMotion);
    const start = latest.current;
    let map: MapLibre;
    try {
      const viewport = { ...start.place, zoom: ZOOM };
      const options = mapOptions(
        container.current!,
        under.style(1),
        viewport,
        highestZoom(choice),
        isReducedMotion,
      );
      map = new MapLibre({ ...options, cooperativeGestures: false, scrollZoom: false });
    } catch {
      latest.current.onUnavailable();
      return;
    }
    prepare(map, '');
    const ground = new Ground(map);
    map.on('style.load', () => {
      ground.styleLoaded();
      ground.draw([]);
    });
    map.on('move', () => {
      ground.draw([]);
      setZoom(map.getZoom());
    });
    if (choice.kind !== 'offline')
      map.on('idle', () => setAttributions(under.isOffline ? null : attributionsOf(map)));
    void under.load(map, addProtocol, () => 1);
    const element = start.mark === 'pill' ? pillElement(start.label) : houseElement();
    const marker = new Marker({ element, anchor: 'bottom', draggable: !start.readOnly });
    marker.setLngLat([start.place.lng, start.place.lat]).addTo(map);
    const tell = () => {
      const { lng, lat } = marker.getLngLat();
      latest.current.onMove({ lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) });
    };
    marker.on('dragend', tell);
    element.addEventListener('keydown', (event) => {
      const step = steps[event.key];
      if (!step || latest.current.readOnly) return;
      event.preventDefault();
      event.stopPropagation();
      const { lng, lat } = marker.getLngLat();
      const at = toPixel({ lng, lat }, map.getZoom());
      const moved = fromPixel({ x: at.x + step[0] * STEP_PX, y: at.y + step[1] * STEP_PX }, map.getZoom());
      marker.setLngLat([moved.lng, moved.lat]);
      tell();
    });
    open.current = { map, marker };
    return () => {
      map.remove();
      open.current = null;
    };
  }, [choice]);

  useEffect(() => {
    const { map, marker } = open.current ?? {};
    if (!map || !marker || !Number.isFinite(place.lng) || !Number.isFinite(place.lat)) return;
    const before = marker.getLngLat();
    if (Math.abs(before.lng - place.lng) < 1e-7 && Math.abs(before.lat - place.lat) < 1e-7) return;
    marker.setLngLat([place.lng, place.lat]);
    map.easeTo({ center: [place.lng, place.lat], duration: prefersReducedMotion() ? 0 : 350 });
  }, [place.lng, place.lat]);

  useEffect(() => {
    const { marker } = open.current ?? {};
    marker?.setDraggable(!readOnly);
    const element = marker?.getElement();
    element?.setAttribute('aria-label', label);
    const words = element?.querySelector('span');
    if (words) words.textContent = label;
    element?.setAttribute('role', 'application');
    if (element) element.tabIndex = readOnly ? -1 : 0;
  }, [label, readOnly]);

  return (
    <div className={styles.map}>
      <div ref={container} className={styles.canvas} />
      <ScaleAndSources
        attributions={attributions}
        metresPerPx={metresPerPixel(place.lat, zoom)}
        isWide={false}
      />
    </div>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The pill of an opening, its tip at the place. */
function pillElement(label: string): HTMLElement {
  const element = document.createElement('div');
  element.className = styles.pill!;
  element.append(Object.assign(document.createElement('span'), { textContent: label }));
  return element;
}

/** The house of a service point, with a target of 44 px around it. */
function houseElement(): HTMLElement {
  const element = document.createElement('div');
  element.className = styles.pin!;
  element.innerHTML =
    '<svg width="32" height="36" viewBox="0 0 26 29" aria-hidden="true">' +
    '<path fill="#33424F" stroke="#fff" stroke-width="1.5" d="M2 10.8 13 1.3l11 9.5V23a2 2 0 0 1-2 2h-6l-3 3.5L10 25H4a2 2 0 0 1-2-2Z"/>' +
    '<path fill="#F7F4EB" d="M9.5 14h7v8h-7Z"/><path fill="#94C08F" d="m9.5 14 4.3 2v6H9.5Z"/></svg>';
  return element;
}
