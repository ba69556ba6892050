import type { ReactNode } from 'react';
import type { MapPageModel } from './use-map-page.ts';

/** What every arrangement of the page with the map is given. */
export type FrameProps = {
  model: MapPageModel;
  layer: 'openings' | 'points';
  /** Nothing is asked for: the totals of the city. */
  isHome: boolean;
  /** null where the map cannot be drawn. */
  map: ReactNode;
  banners: ReactNode;
  /** `under` stands between the head and the rows. */
  panel: (withHead: boolean, under?: ReactNode) => ReactNode;
  nearPanel: ReactNode;
  locateButton: ReactNode;
  searchHere: ReactNode;
  now: Date;
  onFilter: () => void;
};
