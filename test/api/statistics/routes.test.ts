import { expect, test } from 'vitest';
import { statisticsRoutes } from '../../../api/statistics/routes.ts';
import { servicePoint } from '../service-points/points.ts';

const terminals = { installed: 0, working: 0, fault: null, faultSince: null };

test('the figures of the whole system come from the two models and the visits', async () => {
  const [route] = statisticsRoutes({
    figures: () => ({ openings: 3455, positions: 9000, employers: 1401 }),
    servicePoints: {
      all: () => [
        servicePoint({ terminals: { ...terminals, installed: 2, working: 1 } }),
        servicePoint({ terminals: terminals }),
      ],
    },
    visits: { total: () => 7 },
  });
  const now = new Date('2026-11-23T02:00:00Z');
  const asked = { params: {}, query: {}, now } as Parameters<NonNullable<typeof route>['handle']>[0];
  const reply = await route!.handle(asked, null as never, null as never);
  expect(route!.endpoint.reply.parse(reply)).toEqual({
    openings: 3455,
    positions: 9000,
    employers: 1401,
    servicePoints: 2,
    terminals: 2,
    visits: 7,
    asOf: '2026-11-23T02:00:00.000Z',
  });
});
