import type { Feature, Point } from 'geojson';

/**
 * Names that no data file gives a place for: where a name stands is a matter of drawing. All are approximate.
 */
type Name = { name: string; lng: number; lat: number };

/** Cities and counties around Yangzhou. */
export const neighbours: readonly Name[] = [
  { name: '金湖', lng: 119.02, lat: 33.02 },
  { name: '天长', lng: 119.0, lat: 32.69 },
  { name: '盱眙', lng: 118.68, lat: 33.0 },
  { name: '六合', lng: 118.84, lat: 32.34 },
  { name: '兴化', lng: 119.86, lat: 32.93 },
  { name: '泰州', lng: 119.95, lat: 32.46 },
  { name: '高港', lng: 119.9, lat: 32.3 },
  { name: '姜堰', lng: 120.13, lat: 32.51 },
  { name: '泰兴', lng: 120.05, lat: 32.17 },
  { name: '扬中', lng: 119.83, lat: 32.235 },
  { name: '镇江', lng: 119.45, lat: 32.19 },
  { name: '句容', lng: 119.16, lat: 31.95 },
  { name: '丹阳', lng: 119.58, lat: 32.0 },
  { name: '建湖', lng: 119.8, lat: 33.47 },
  { name: '淮安', lng: 119.12, lat: 33.51 },
  { name: '盐城', lng: 120.14, lat: 33.36 },
  { name: '东台', lng: 120.25, lat: 32.86 },
];

/** Big water; `from` and `to` are the zooms between which the name stands here, `spacing` in ems. */
export type WaterName = Name & { from: number; to: number; spacing: number; isVertical: boolean };

export const waterNames: readonly WaterName[] = [
  { name: '高邮湖', lng: 119.3, lat: 32.86, from: 7.5, to: 16, spacing: 0.4, isVertical: false },
  { name: '邵伯湖', lng: 119.43, lat: 32.62, from: 9.4, to: 16, spacing: 0.3, isVertical: false },
  { name: '宝应湖', lng: 119.27, lat: 33.11, from: 9.6, to: 16, spacing: 0.3, isVertical: false },
  { name: '洪泽湖', lng: 118.78, lat: 33.3, from: 7.5, to: 16, spacing: 0.6, isVertical: false },
  { name: '长江', lng: 119.33, lat: 32.225, from: 8.6, to: 16, spacing: 0.9, isVertical: false },
  { name: '长江', lng: 119.62, lat: 32.265, from: 9.8, to: 16, spacing: 0.9, isVertical: false },
  { name: '京杭大运河', lng: 119.475, lat: 32.98, from: 7.9, to: 11.5, spacing: 0.25, isVertical: true },
  { name: '大运河', lng: 119.5, lat: 32.62, from: 9.6, to: 11.5, spacing: 0.25, isVertical: true },
];

export const nameFeature = <P extends Name>({ lng, lat, ...properties }: P): Feature<Point> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lng, lat] },
});
