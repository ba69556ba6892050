import type { StyleSpecification } from 'maplibre-gl';
import type { BasemapChoice } from './basemap-choice.ts';

/** What lies under our layers: a style without its glyph server, since letters are drawn from the machine's fonts. */
export type BaseStyle = Pick<StyleSpecification, 'sources' | 'layers'> & {
  sprite?: StyleSpecification['sprite'];
};

const TIANDITU_HOSTS = [0, 1, 2, 3, 4, 5, 6, 7];

function tiandituTiles(layer: 'vec' | 'cva', key: string): string[] {
  const query = new URLSearchParams({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: layer,
    STYLE: 'default',
    TILEMATRIXSET: 'w',
    FORMAT: 'tiles',
    tk: key,
  });
  return TIANDITU_HOSTS.map(
    (host) =>
      `https://t${host}.tianditu.gov.cn/${layer}_w/wmts?${query}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`,
  );
}

/** 天地图: streets and their names as pictures. CGCS2000 is WGS-84 to within a metre, so nothing is shifted. */
export function tiandituStyle(key: string): BaseStyle {
  const source = (layer: 'vec' | 'cva') => ({
    type: 'raster' as const,
    tiles: tiandituTiles(layer, key),
    tileSize: 256,
    maxzoom: 18,
    attribution: '天地图',
  });
  return {
    sources: { 'tianditu-vec': source('vec'), 'tianditu-cva': source('cva') },
    layers: [
      { id: 'tianditu-vec', type: 'raster', source: 'tianditu-vec' },
      { id: 'tianditu-cva', type: 'raster', source: 'tianditu-cva' },
    ],
  };
}

export type AddProtocol = typeof import('maplibre-gl').addProtocol;

/** A PMTiles file of our own server in the Protomaps schema; the reader and the style load only when it is chosen.
 * Throws when there is no such archive. */
export async function pmtilesStyle(url: string, addProtocol: AddProtocol): Promise<BaseStyle> {
  const [{ PMTiles, Protocol }, { layers, namedFlavor }] = await Promise.all([
    import('pmtiles'),
    import('@protomaps/basemaps'),
  ]);
  const absolute = new URL(url, document.baseURI).href;
  const archive = new PMTiles(absolute);
  await archive.getHeader();
  const protocol = new Protocol();
  protocol.add(archive);
  addProtocol('pmtiles', protocol.tile);
  return {
    sources: { protomaps: { type: 'vector', url: `pmtiles://${absolute}`, attribution: '© OpenStreetMap' } },
    layers: layers('protomaps', namedFlavor('light'), { lang: 'zh-Hans' }),
  };
}

/** Highest zoom: beyond 15 the offline base has nothing more to show. */
export const highestZoom = (choice: BasemapChoice): number => (choice.kind === 'offline' ? 15 : 18);
