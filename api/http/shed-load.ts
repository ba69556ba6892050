import type { RequestHandler } from 'express';
import { Refusal } from '../refusals.ts';

/**
 * A tick that comes this much late means that requests wait in line: from here on some are refused. Not less: 32
 * connections that each ask for what takes 5 ms at 100,000 openings make it 160.
 */
const lateMs = 250;
const tickMs = 50;
const stepUp = 0.1;
const stepDown = 0.05;
/** Some are always let through, or nothing would show that the rush is over. */
const mostShare = 0.95;

/**
 * Refuses a share of what comes when the process cannot keep up: a quick "in a few seconds" for some instead of an
 * answer for nobody in time. The share grows while the event loop is late and shrinks while it is not.
 * @param dice for tests
 */
export function shedLoad(
  dice: () => number = Math.random,
): RequestHandler & { observe: (lateByMs: number) => void } {
  let refusedShare = 0;
  let lateInTurn = 0;
  const observe = (lateByMs: number) => {
    lateInTurn = lateByMs > lateMs ? lateInTurn + 1 : 0;
    // Late once is a machine that did something else, or a collection of garbage.
    if (lateInTurn > 1) refusedShare = Math.min(mostShare, refusedShare + stepUp);
    else if (lateInTurn === 0) refusedShare = Math.max(0, refusedShare - stepDown);
  };
  let expectedAt = performance.now() + tickMs;
  setInterval(() => {
    const now = performance.now();
    observe(now - expectedAt);
    expectedAt = now + tickMs;
  }, tickMs).unref();
  const handler: RequestHandler = ({ url }, _response, next) => {
    if (refusedShare > 0 && !isHealth(url) && dice() < refusedShare)
      throw new Refusal('unavailable', 'server.busy', '这会儿人太多，过几秒再试', [], 3);
    next();
  };
  return Object.assign(handler, { observe });
}

/** Whoever watches over the process must see that it lives. */
const isHealth = (url: string): boolean => url === '/healthz' || url === '/readyz';
