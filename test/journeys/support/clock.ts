/** Monday 2026-11-23, 10:00 in Yangzhou: doors are open, whenever the journeys are run. */
export const JOURNEY_STARTS_AT = Date.parse('2026-11-23T02:00:00Z');

/**
 * Source of a script that shifts a clock: for the server before it starts and for each page before its own scripts.
 * Both take the same shift, so that they agree to the millisecond, and time goes on from there.
 */
export const shiftedClock = (shiftMs: number): string => `{
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      if (parts.length === 0) super(Real.now() + ${shiftMs});
      else super(...parts);
    }
    static now() {
      return Real.now() + ${shiftMs};
    }
  };
}`;
