import { readFileSync } from 'node:fs';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { parseBasemap } from '../../../web/map/basemap-choice.ts';
import { tiandituStyle } from '../../../web/map/basemap-real.ts';
import { wholeStyle } from '../../../web/map/whole-style.ts';

describe('the choice of a base map', () => {
  it.each([
    [undefined, { kind: 'offline' }],
    ['', { kind: 'offline' }],
    ['not json', { kind: 'offline' }],
    ['null', { kind: 'offline' }],
    ['{"kind":"tianditu"}', { kind: 'offline' }],
    ['{"kind":"tianditu","key":"abc"}', { kind: 'tianditu', key: 'abc' }],
    ['{"kind":"style","url":"https://a.example/s.json"}', { kind: 'style', url: 'https://a.example/s.json' }],
    ['{"kind":"pmtiles","url":"/basemap.pmtiles"}', { kind: 'pmtiles', url: '/basemap.pmtiles' }],
  ])('of %s', (content, choice) => {
    expect(parseBasemap(content)).toEqual(choice);
  });
});

describe('the style of the map', () => {
  it.each([1, 1.25])('is valid at text size %d', (scale) => {
    expect(validateStyleMin(wholeStyle(null, scale, false))).toEqual([]);
  });
  it('has a place for the name of the Grand Canal when the whole city is seen', () => {
    const layer = wholeStyle(null, 1, false).layers.find(({ id }) => id === 'name-canal-farthest')!;
    const [, , [, stretch]] = (layer as unknown as { filter: [string, unknown, [string, GeoJSON.Polygon]] })
      .filter;
    const labels = JSON.parse(
      readFileSync('geodata/water-labels.geojson', 'utf8'),
    ) as GeoJSON.FeatureCollection<GeoJSON.Point>;
    const there = labels.features.filter(
      (label) => label.properties?.name === '京杭大运河' && booleanPointInPolygon(label, stretch),
    );
    // Two of them would only make room for the better one.
    expect(there.length).toBeGreaterThanOrEqual(1);
    expect(there.length).toBeLessThanOrEqual(2);
  });
  it('asks no other host for anything while it is the offline one', () => {
    const style = JSON.stringify(wholeStyle(null, 1, false));
    expect(style).not.toMatch(/https?:/);
    expect(style).not.toContain('"glyphs"');
    expect(style).not.toContain('"sprite"');
  });
  it('keeps streets under a veil, without crosses and edge band', () => {
    const { layers, sources } = wholeStyle(tiandituStyle('key'), 1, false);
    const ids = layers.map(({ id }) => id);
    expect(ids.indexOf('base-veil')).toBeGreaterThan(ids.indexOf('tianditu-cva'));
    expect(ids.indexOf('base-veil')).toBeLessThan(ids.indexOf('base-county-line'));
    expect(ids).not.toContain('base-crosses');
    expect(ids.some((id) => id.startsWith('base-edge'))).toBe(false);
    expect(Object.keys(sources)).not.toContain('water');
    expect(validateStyleMin(wholeStyle(tiandituStyle('key'), 1, true))).toEqual([]);
  });
  it('asks 天地图 for its own tiles with the key', () => {
    const source = tiandituStyle('k&y').sources['tianditu-vec'] as { tiles: string[] };
    expect(source.tiles[0]).toContain('tk=k%26y');
    expect(source.tiles[0]).toContain('TILEMATRIX={z}');
  });
});
