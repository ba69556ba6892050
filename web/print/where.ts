import { shortCounty } from '../openings/card.tsx';
import { spaced } from '../text/spacing.ts';

type Place = { district: { name: string }; town: { name: string }; address: string };

/** `开发区施桥镇江堤路 18 号`; an address that begins with its county or town does not say it twice. */
export function whereOf({ district, town, address }: Place): string {
  const county = shortCounty(district.name);
  const rest = address.startsWith(district.name) ? address.slice(district.name.length) : address;
  return `${county}${rest.startsWith(town.name) ? '' : town.name}${spaced(rest)}`;
}
