import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { boundsContain, type Bounds } from '../../geodata/bounds.ts';
import { seenBounds } from './camera.ts';
import { crossesIn, crossSpacingMetres } from './crosses.ts';
import { pointAt } from './features.ts';

const VILLAGES_FROM_ZOOM = 12;
const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

/** Half a screen more on every side, so that a drag finds the crosses there. */
function widened({ minLng, minLat, maxLng, maxLat }: Bounds): Bounds {
  const [width, height] = [maxLng - minLng, maxLat - minLat];
  return {
    minLng: minLng - width / 2,
    maxLng: maxLng + width / 2,
    minLat: minLat - height / 2,
    maxLat: maxLat + height / 2,
  };
}

const covers = (outer: Bounds, inner: Bounds) =>
  boundsContain(outer, { lng: inner.minLng, lat: inner.minLat }) &&
  boundsContain(outer, { lng: inner.maxLng, lat: inner.maxLat });

/** The parts of the offline base map that follow the camera or what stands on it. */
export class Ground {
  private readonly map: MapLibre;
  private crosses: { spacing: number | null; bounds: Bounds } | null = null;
  private named = '';
  private villages: Promise<FeatureCollection> | null = null;
  private hasVillages = false;

  constructor(map: MapLibre) {
    this.map = map;
  }

  styleLoaded(): void {
    this.crosses = null;
    this.named = '';
    this.hasVillages = false;
  }

  /** `named` are the codes of counties and towns that a figure names already. */
  draw(named: readonly string[]): void {
    if (!this.map.getSource('crosses')) return;
    this.drawCrosses();
    this.leaveOut(named);
    if (this.map.getZoom() >= VILLAGES_FROM_ZOOM && !this.hasVillages) void this.drawVillages();
  }

  private drawCrosses(): void {
    const spacing = crossSpacingMetres(this.map.getZoom());
    const seen = seenBounds(this.map, NO_PADDING);
    const before = this.crosses;
    if (before && before.spacing === spacing && (spacing === null || covers(before.bounds, seen))) return;
    this.crosses = { spacing, bounds: widened(seen) };
    const source = this.map.getSource('crosses') as GeoJSONSource;
    source.setData(
      spacing === null
        ? { type: 'FeatureCollection', features: [] }
        : crossesIn(this.crosses.bounds, spacing),
    );
  }

  private leaveOut(named: readonly string[]): void {
    const key = named.join();
    if (key === this.named) return;
    this.named = key;
    for (const id of ['name-county', 'name-town-ring', 'name-town'])
      this.map.setFilter(id, ['!', ['in', ['get', 'code'], ['literal', [...named]]]]);
  }

  private async drawVillages(): Promise<void> {
    this.hasVillages = true;
    const names = await (this.villages ??= loadVillageNames()).catch(() => null);
    if (names === null) {
      // No network just now: the next look from near asks again.
      this.villages = null;
      this.hasVillages = false;
      return;
    }
    (this.map.getSource('village-names') as GeoJSONSource | undefined)?.setData(names);
  }
}

/** A chunk of its own, 100 kB of text: only who looks from near fetches it. */
async function loadVillageNames(): Promise<FeatureCollection> {
  const rows = (await import('../../geodata/villages.json')).default as unknown as [
    code: string,
    name: string,
    shortName: string,
    lng: number,
    lat: number,
  ][];
  return {
    type: 'FeatureCollection',
    features: rows.map(([, , name, lng, lat]) => pointAt({ lng, lat }, { name })),
  };
}
