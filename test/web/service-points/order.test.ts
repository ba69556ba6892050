import { expect, it } from 'vitest';
import type { ServicePointItem } from '../../../api/service-points/contract.ts';
import { openFirst } from '../../../web/service-points/order.ts';

const now = new Date('2026-11-25T13:00:00+08:00');
const point = (id: string, open: ServicePointItem['open']) => ({ id, open }) as ServicePointItem;

it('open doors come first, then those that open today, the nearest first within each', () => {
  const points = [
    point('tomorrow', { state: 'closed', until: null, opensAt: '2026-11-26T00:30:00Z' }),
    point('far open', { state: 'open', until: '2026-11-25T09:30:00Z', opensAt: null }),
    point('soon', { state: 'closed', until: null, opensAt: '2026-11-25T06:00:00Z' }),
    point('farther open', { state: 'open', until: '2026-11-25T09:30:00Z', opensAt: null }),
    point('no hours', { state: 'unknown', until: null, opensAt: null }),
  ];
  expect(openFirst(points, now).map(({ id }) => id)).toEqual([
    'far open',
    'farther open',
    'soon',
    'no hours',
    'tomorrow',
  ]);
});
