import { fromWgs84 } from '../../geodata/datum.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';

export type DirectionsLink = { app: 'amap' | 'baidu' | 'tencent'; url: string };

const six = (degrees: number) => degrees.toFixed(6);

/**
 * Addresses that open the way to a place in each map, by their public URI schemes for the web (they open the app
 * where it is installed). 高德 and 腾讯 expect GCJ-02, 百度 BD-09; 高德 writes lng,lat, the others lat,lng.
 * Documented at lbs.amap.com/api/uri-api, lbsyun.baidu.com (uri/api/web) and lbs.qq.com (webApi/uriV1).
 */
export function directionsLinks(to: LngLat, name: string): DirectionsLink[] {
  const gcj = fromWgs84(to, 'gcj02');
  const bd = fromWgs84(to, 'bd09');
  const amap = new URLSearchParams({
    to: `${six(gcj.lng)},${six(gcj.lat)},${name}`,
    mode: 'car',
    src: 'jiuye-e-map',
    coordinate: 'gaode',
    callnative: '1',
  });
  // 百度's route page insists on a start, which would have to be the person's place; its marker page asks there.
  const baidu = new URLSearchParams({
    location: `${six(bd.lat)},${six(bd.lng)}`,
    title: name,
    content: name,
    coord_type: 'bd09ll',
    output: 'html',
    src: 'webapp.jiuye.e-map',
  });
  const tencent = new URLSearchParams({
    type: 'drive',
    to: name,
    tocoord: `${six(gcj.lat)},${six(gcj.lng)}`,
    policy: '0',
    referer: 'jiuye-e-map',
  });
  return [
    { app: 'amap', url: `https://uri.amap.com/navigation?${amap}` },
    { app: 'baidu', url: `https://api.map.baidu.com/marker?${baidu}` },
    { app: 'tencent', url: `https://apis.map.qq.com/uri/v1/routeplan?${tencent}` },
  ];
}
