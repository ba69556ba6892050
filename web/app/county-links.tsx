import type { Facets } from '../../api/openings/contract.ts';
import { shortCounty } from '../openings/card.tsx';
import { formatCount } from '../text/numbers.ts';
import { words } from '../text/words.ts';
import { urls } from './urls.ts';
import type { Find } from './use-find.ts';

/** Where there is no map: the counties as links, each with its count. */
export function CountyLinks({ find, counties }: { find: Find; counties: Facets['district'] }) {
  return (
    <>
      {words.byCounty}
      {counties.map(({ value, label, openings }) => (
        <a
          key={value}
          href={urls.find({ ...find.state, district: value, town: null })}
          onClick={(event) => {
            event.preventDefault();
            find.change({ district: value, town: null });
          }}
        >
          {shortCounty(label)} {formatCount(openings)}
        </a>
      ))}
    </>
  );
}
