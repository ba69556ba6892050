import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { boundsOfArea, cornersOf } from '../../geodata/area.ts';
import { boundsContain } from '../../geodata/bounds.ts';
import { areaFeatures } from './area-features.ts';
import { moveCamera, prefersReducedMotion, screenOf, seenBounds, usablePadding } from './camera.ts';
import {
  bubbleFeatures,
  collection,
  pinBox,
  pointAt,
  singleFeatures,
  type Drawing,
  type Points,
} from './features.ts';
import { imageId } from './images.ts';
import { layerGroups, opacityPaint, type LayerGroup } from './fading.ts';
import { Ground } from './ground.ts';
import { SINGLES_ZOOM } from './house-layers.ts';
import { overlayLayers } from './layers.ts';
import { byId, litFeatures, type Figures } from './lit.ts';
import type { MapViewProps } from './map-view-props.ts';
import { toPixel } from './mercator.ts';
import { nudge } from './nudge.ts';
import type { Box } from './placement.ts';
import { hallFeatures, houseFeatures, shownInArea } from './point-features.ts';
import { reachArea, reachLabel } from './reach.ts';

/** From this width on there is room for larger bubbles, the legend and the sources in one line. */
export const WIDE_PX = 760;
const LARGE_TEXT_SCALE = 1.25;
/** A little longer than the cross-fade, so that figures have gone before their data does. */
const CLEAR_AFTER_MS = 220;
/** As a share of it, on every side of an area that is brought into sight. */
const AREA_ROOM = 0.1;
const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

export const textScale = (props: Pick<MapViewProps, 'largeText'>): number =>
  props.largeText ? LARGE_TEXT_SCALE : 1;

/**
 * The one that draws. It is told the whole picture each time (`draw`) and works out by comparing what it was told before
 * which sources have to change; what did not change is not touched.
 */
export class LiveMap {
  /** As drawn now; empty maps before the first draw. */
  figures: Figures = { bubbles: new Map(), singles: new Map(), halls: new Map(), houses: new Map() };
  /** A service point under the pointer while openings are shown: no list knows it, so the map keeps it. */
  hoveredPoint: string | null = null;
  private readonly map: MapLibre;
  private props: MapViewProps;
  private readonly told = new Map<string, readonly unknown[]>();
  private readonly shown = new Map<LayerGroup, boolean>();
  private readonly clearing = new Map<LayerGroup, number>();
  private layers = new Map<string, LayerSpecification>();
  private readonly ground: Ground;
  private isReady = false;
  /** The area that the camera has seen to. */
  private seenArea: string;

  constructor(map: MapLibre, props: MapViewProps) {
    this.map = map;
    this.props = props;
    this.ground = new Ground(map);
    this.seenArea = String(props.area);
  }

  /** The style is (again) there and empty: draw everything anew. */
  styleLoaded(): void {
    this.isReady = true;
    this.told.clear();
    this.shown.clear();
    this.ground.styleLoaded();
    this.layers = new Map(overlayLayers(textScale(this.props)).map((layer) => [layer.id, layer]));
    this.draw(this.props);
  }

  draw(props: MapViewProps): void {
    this.props = props;
    if (!this.isReady || !this.map.getLayer('lit-pin')) return;
    const drawing = this.drawing();
    this.drawReach();
    // Another is drawn on bare ground.
    const area = props.draw?.isOn ? null : props.area;
    if (this.isNew('area', area)) this.set('area', area ? areaFeatures(area) : EMPTY);
    this.drawOpenings(drawing);
    this.drawPoints(drawing);
    this.drawLit();
    this.ground.draw([...this.figures.bubbles.keys(), ...this.figures.halls.keys()]);
  }

  /** True once for each new set of reasons. */
  private isNew(what: string, ...reasons: unknown[]): boolean {
    const before = this.told.get(what);
    if (before && before.length === reasons.length && reasons.every((reason, i) => reason === before[i]))
      return false;
    this.told.set(what, reasons);
    return true;
  }

  private set(source: string, data: FeatureCollection<any, any> | ReturnType<typeof reachArea>): void {
    (this.map.getSource(source) as GeoJSONSource | undefined)?.setData(data);
  }

  private drawing(): Drawing {
    return {
      zoom: Math.floor(this.map.getZoom() * 4) / 4,
      isWide: screenOf(this.map).width >= WIDE_PX,
      scale: textScale(this.props),
    };
  }

  /** Shows or hides layers that belong together by cross-fading; hidden ones lose their data when they are gone. */
  private show(group: LayerGroup, isShown: boolean): void {
    if ((this.shown.get(group) ?? false) === isShown) return;
    this.shown.set(group, isShown);
    clearTimeout(this.clearing.get(group));
    for (const id of layerGroups[group]) {
      const layer = this.layers.get(id);
      if (!layer || !this.map.getLayer(id)) continue;
      if (isShown) this.map.setLayoutProperty(id, 'visibility', 'visible');
      for (const [property, value] of opacityPaint(layer, isShown))
        this.map.setPaintProperty(id, property as never, value as never);
    }
    if (!isShown)
      this.clearing.set(
        group,
        window.setTimeout(() => this.clear(group), CLEAR_AFTER_MS),
      );
  }

  /** What has faded out must also stop taking room: symbols nobody sees would still push names away. */
  private clear(group: LayerGroup): void {
    if (!this.isReady) return;
    for (const id of layerGroups[group])
      if (this.map.getLayer(id)) this.map.setLayoutProperty(id, 'visibility', 'none');
    if (group === 'counties' || group === 'towns' || group === 'singles') this.set(group, EMPTY);
  }

  private drawOpenings({ zoom, isWide, scale }: Drawing): void {
    const { groups, layer, reach, seenIds, me } = this.props;
    if (!this.isNew('openings', groups, layer, reach, seenIds, me, zoom, isWide, scale)) return;
    const drawing = { zoom, isWide, scale };
    const isOn = layer === 'openings';
    const counties = bubbleFeatures(isOn ? groups : [], 'county', drawing);
    const towns = bubbleFeatures(isOn ? groups : [], 'town', drawing);
    const singles = singleFeatures(isOn ? groups : [], {
      ...drawing,
      reach,
      seenIds,
      now: Date.now(),
      taken: me ? [this.discBox(me.place, drawing)] : [],
    });
    const put = (group: 'counties' | 'towns' | 'singles', points: Points<any>) => {
      if (points.features.length > 0) this.set(group, points);
      this.show(group, points.features.length > 0);
    };
    put('counties', counties);
    put('towns', towns);
    put('singles', singles);
    this.figures = {
      ...this.figures,
      bubbles: new Map([...byId(counties), ...byId(towns)]),
      singles: new Map(byId(singles)),
    };
  }

  private discBox(place: { lng: number; lat: number }, { zoom, scale }: Drawing): Box {
    const { x, y } = toPixel(place, zoom);
    const half = 18 * scale;
    return { minX: x - half, maxX: x + half, minY: y - half, maxY: y + half };
  }

  private drawPoints(drawing: Drawing): void {
    const { points, shownPointIds, reach, area, layer } = this.props;
    const { zoom, scale } = drawing;
    const isOn = layer === 'points';
    const shown = area ? () => shownInArea(points, shownPointIds, area) : () => shownPointIds;
    if (this.isNew('houses', points, shownPointIds, reach, area, isOn)) {
      const houses = houseFeatures(points, isOn ? shown() : null, reach, area);
      this.set('houses', houses);
      this.figures = { ...this.figures, houses: new Map(byId(houses)) };
    }
    if (this.isNew('halls', points, shownPointIds, area, isOn, zoom, scale)) {
      const counties = hallFeatures(isOn ? points : null, shown(), 'county', drawing, area !== null);
      const towns = hallFeatures(isOn ? points : null, shown(), 'town', drawing, area !== null);
      if (isOn) {
        this.set('county-halls', counties);
        this.set('town-halls', towns);
      }
      this.figures = { ...this.figures, halls: new Map([...byId(counties), ...byId(towns)]) };
    }
    this.show('halls', isOn);
    this.show('houses', isOn);
    const hasBubbles = Boolean(this.shown.get('counties') || this.shown.get('towns'));
    this.show('sideHouses', !isOn && !hasBubbles);
  }

  private drawReach(): void {
    const { reach, me } = this.props;
    const scale = textScale(this.props);
    if (this.isNew('reach', reach)) {
      this.set('reach', reach ? reachArea(reach) : EMPTY);
      this.set('reach-label', reach ? reachLabel(reach) : EMPTY);
    }
    if (this.isNew('me', me, scale))
      this.set('me', me ? collection([pointAt(me.place, { image: imageId.me(me.kind, scale) })]) : EMPTY);
  }

  private drawLit(): void {
    const { layer, hoveredId, selectedId } = this.props;
    const { figures, hoveredPoint } = this;
    const scale = textScale(this.props);
    if (!this.isNew('lit', figures, layer, hoveredId, selectedId, hoveredPoint, scale)) return;
    const ids = { hovered: hoveredId, selected: selectedId, hoveredPoint };
    this.set('lit', litFeatures(figures, layer, ids, scale));
    const isFigure = hoveredId !== null && (figures.bubbles.has(hoveredId) || figures.halls.has(hoveredId));
    for (const id of ['lit-county-fill', 'lit-county-line'])
      this.map.setFilter(id, ['==', ['get', 'code'], isFigure ? hoveredId.slice(0, 6) : '']);
  }

  /** Pans so that the selected figure is not under the sheet. */
  revealSelected(): void {
    const { selectedId, layer, groups, padding } = this.props;
    if (selectedId === null || !this.isReady) return;
    const figure =
      layer === 'points' ? this.figures.houses.get(selectedId) : this.figures.singles.get(selectedId);
    if (!figure || this.map.getZoom() < SINGLES_ZOOM - 2) return;
    const group = groups.find(({ code }) => code === selectedId);
    const half = group ? pinBox(group, this.drawing()).width / 2 + 12 : 110;
    const [lng, lat] = figure.geometry.coordinates as [number, number];
    const screen = screenOf(this.map);
    const reach = { top: 64, bottom: 12, left: half, right: half };
    const { x, y } = nudge(this.map.project([lng, lat]), reach, screen, usablePadding(padding, screen));
    if (x !== 0 || y !== 0) this.map.panBy([x, y], { duration: prefersReducedMotion() ? 0 : 350 });
  }

  /** Brings an area into sight that came from elsewhere than from a hand on this map. */
  revealArea(): void {
    const { area, padding } = this.props;
    // Every new condition reads the same area anew.
    if (String(area) === this.seenArea) return;
    this.seenArea = String(area);
    if (!area || !this.isReady) return;
    const seen = seenBounds(this.map, padding);
    if (cornersOf(area).every((corner) => boundsContain(seen, corner))) return;
    const { minLng, minLat, maxLng, maxLat } = boundsOfArea(area);
    const [lng, lat] = [(maxLng - minLng) * AREA_ROOM, (maxLat - minLat) * AREA_ROOM];
    const bounds = {
      minLng: minLng - lng,
      minLat: minLat - lat,
      maxLng: maxLng + lng,
      maxLat: maxLat + lat,
    };
    moveCamera(this.map, { bounds }, padding, false);
  }

  remove(): void {
    for (const timer of this.clearing.values()) clearTimeout(timer);
    this.isReady = false;
  }
}
