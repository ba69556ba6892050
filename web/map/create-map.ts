import type { Map as MapLibre, MapOptions, StyleSpecification } from 'maplibre-gl';
import { MAP_BOUNDS } from '../../geodata/bounds.ts';
import { drawImage } from './images.ts';
import type { Viewport } from './map-view-props.ts';

export const LOWEST_ZOOM = 7.5;
/** Degrees that a tall or wide screen may see beyond the drawn area, north-south and east-west: there is only ground. */
const MARGIN = { lng: 0.5, lat: 0.7 };

/** How the map is opened: north up, flat, within sight of the city, every text Chinese. */
export function mapOptions(
  container: HTMLElement,
  style: StyleSpecification,
  { lng, lat, zoom }: Viewport,
  maxZoom: number,
  isReducedMotion: boolean,
): MapOptions {
  return {
    container,
    style,
    center: [lng, lat],
    zoom,
    minZoom: LOWEST_ZOOM,
    maxZoom,
    maxBounds: [
      MAP_BOUNDS.minLng - MARGIN.lng,
      MAP_BOUNDS.minLat - MARGIN.lat,
      MAP_BOUNDS.maxLng + MARGIN.lng,
      MAP_BOUNDS.maxLat + MARGIN.lat,
    ],
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: isReducedMotion ? 0 : 160,
    locale: { 'Map.Title': '地图' },
  };
}

/** What remains to be told once it is open. */
export function prepare(map: MapLibre, noteId: string): void {
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.getCanvas().setAttribute('aria-describedby', noteId);
  const pixelRatio = Math.min(3, Math.max(2, Math.ceil(devicePixelRatio)));
  map.setMissingStyleImageResolver((id) => {
    const image = drawImage(id, pixelRatio);
    if (image) map.addImage(id, image.data, image.options);
    else map.addImage(id, { width: 1, height: 1, data: new Uint8Array(4) });
  });
}
