import { expect, it } from 'vitest';
import { minutesFor, reachMetres } from '../../../web/near/reach.ts';

it('fifteen minutes reach 770 m on foot, 3.46 km by e-bike, 4.62 km by bus in a straight line', () => {
  expect([reachMetres('walk'), reachMetres('ebike'), reachMetres('bus')]).toEqual([770, 3460, 4620]);
});

it('minutes are those of the road, not of the straight line', () => {
  expect(minutesFor(3200, 'ebike')).toBe(14);
  expect(minutesFor(600, 'walk')).toBe(12);
});

it('the edge of the circle is fifteen minutes away', () => {
  expect(minutesFor(reachMetres('bus'), 'bus')).toBe(15);
});

it('next door is a minute, not none', () => {
  expect(minutesFor(3, 'ebike')).toBe(1);
});
