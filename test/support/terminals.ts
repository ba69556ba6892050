import type { RequestListener } from 'node:http';
import request from 'supertest';
import { type SignedIn, sameOrigin } from './accounts.ts';

/** A paired device, as its browser would ask: with its cookie and from our own page. */
export type Device = { headers: Record<string, string>; terminalId: string };

/** Pairs a new device with a point, as staff and the device do it together. */
export async function pairDevice(
  app: RequestListener,
  staff: SignedIn,
  pointId: string,
  before?: Device,
): Promise<Device> {
  const { body } = await request(app)
    .post(`/api/service-points/${pointId}/terminals/pairings`)
    .set(staff.headers)
    .send({})
    .expect(201);
  const paired = await request(app)
    .post('/api/terminals/pair')
    .set(before?.headers ?? sameOrigin)
    .send({ code: body.code, label: '大厅' })
    .expect(201);
  const cookie = String(paired.headers['set-cookie']).split(';')[0]!;
  return { headers: { ...sameOrigin, Cookie: cookie }, terminalId: paired.body.terminalId };
}

let drawn = 0;

/** A beat in order; say what matters to the test. */
export function beatOf(sequence: number, change: Record<string, unknown> = {}) {
  return {
    sequence,
    nonce: `nonce-of-test-${++drawn}`,
    deviceClockMs: Date.parse('2026-11-23T02:00:00Z'),
    version: 'test',
    works: true,
    printer: 'ready',
    paper: 'ok',
    ...change,
  };
}
