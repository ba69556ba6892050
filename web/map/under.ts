import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import type { BasemapChoice } from './basemap-choice.ts';
import { pmtilesStyle, tiandituStyle, type AddProtocol, type BaseStyle } from './basemap-real.ts';
import { colours } from './colours.ts';
import { wholeStyle } from './whole-style.ts';

/** Only paper: what lies there while a base map is on its way. */
const paper: BaseStyle = {
  sources: {},
  layers: [{ id: 'base-paper', type: 'background', paint: { 'background-color': colours.land } }],
};

/** The ground under our layers; `null` is the offline base map. */
export class Under {
  private base: BaseStyle | null;
  private readonly choice: BasemapChoice;
  private readonly isReducedMotion: boolean;

  constructor(choice: BasemapChoice, isReducedMotion: boolean) {
    this.choice = choice;
    this.isReducedMotion = isReducedMotion;
    this.base =
      choice.kind === 'offline' ? null : choice.kind === 'tianditu' ? tiandituStyle(choice.key) : paper;
  }

  /** True for the offline base map, chosen or fallen back to. */
  get isOffline(): boolean {
    return this.base === null;
  }

  style(scale: number): StyleSpecification {
    return wholeStyle(this.base, scale, this.isReducedMotion);
  }

  /** Fetches a base map that is not at hand. One that cannot be had is replaced by the offline one. */
  async load(map: MapLibre, addProtocol: AddProtocol, scale: () => number): Promise<void> {
    const put = (base: BaseStyle | null) => {
      this.base = base;
      if (map.style) map.setStyle(this.style(scale()), { diff: false });
    };
    if (this.choice.kind === 'pmtiles') {
      await pmtilesStyle(this.choice.url, addProtocol).then(put, () => put(null));
    } else if (this.choice.kind === 'style') {
      const fallBack = () => put(null);
      map.once('error', fallBack);
      map.once('style.load', () => map.off('error', fallBack));
      map.setStyle(this.choice.url, {
        diff: false,
        transformStyle: (_, next) => {
          this.base = next;
          return this.style(scale());
        },
      });
    }
  }
}

/** What the sources of a base map ask to be named, as plain text. */
export function attributionsOf(map: MapLibre): string[] {
  const texts = Object.keys(map.getStyle()?.sources ?? {}).map(
    (id) => (map.getSource(id) as { attribution?: string } | undefined)?.attribution ?? '',
  );
  const plain = texts.map((text) =>
    new DOMParser().parseFromString(text, 'text/html').body.textContent.trim(),
  );
  return [...new Set(plain.filter(Boolean))];
}
