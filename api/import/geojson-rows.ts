import { FileFault } from './events.ts';
import type { Sheet, SheetRow, SheetSource } from './sheet.ts';
import { cellText } from './xlsx-rows.ts';

const maxGeoJsonBytes = 200_000_000;

type Feature = {
  properties?: Record<string, unknown> | null;
  geometry?: { type?: string; coordinates?: unknown[] } | null;
};

/** Opens the features of a collection; columns are the properties of the first one and its place. Throws FileFault. */
export async function openGeoJson(source: SheetSource): Promise<Sheet> {
  if (source.size > maxGeoJsonBytes) throw new FileFault('GeoJSON 超过 200 MB，请改用 CSV');
  let collection: unknown;
  try {
    collection = JSON.parse((await source.whole()).toString('utf8'));
  } catch {
    throw new FileFault('这个文件不是完整的 JSON');
  }
  const features = (collection as { features?: unknown }).features;
  if (!Array.isArray(features)) throw new FileFault('GeoJSON 里没有 features');
  async function* rows(): AsyncGenerator<SheetRow> {
    for (const [index, feature] of (features as Feature[]).entries())
      yield { number: index + 2, cells: cellsOf(feature), share: index / (features as Feature[]).length };
  }
  return { header: Object.keys(cellsOf(features[0] as Feature)), rows: rows() };
}

function cellsOf(feature: Feature | null | undefined): Record<string, string> {
  const { properties, geometry } = feature ?? {};
  const cells: Record<string, string> = {};
  for (const [name, value] of Object.entries(properties ?? {}))
    cells[name] = Array.isArray(value) ? value.join('、') : cellText(value);
  if (geometry?.type === 'Point' && Array.isArray(geometry.coordinates)) {
    cells['经度'] = cellText(geometry.coordinates[0]);
    cells['纬度'] = cellText(geometry.coordinates[1]);
  }
  return cells;
}
