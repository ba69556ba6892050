export type BreakerState = 'closed' | 'open';

export type Breaker = {
  state(): BreakerState;
  /** Runs `work` unless the circuit is open. Rejects at once when it is, after the timeout when it is slow. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  close(): void;
};

export class CircuitOpen extends Error {}

/**
 * Keeps people from waiting for something that is down: the first failure or timeout opens the circuit, a probe
 * in the background closes it, so nobody's request is the guinea pig.
 */
export function createBreaker(options: {
  timeoutMs: number;
  probeEveryMs: number;
  probe: (signal: AbortSignal) => Promise<unknown>;
  onChange?: (state: BreakerState, cause: unknown) => void;
}): Breaker {
  let state: BreakerState = 'closed';
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function limited<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const abort = new AbortController();
    let timeout: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timeout = setTimeout(() => {
        reject(new Error(`no answer within ${options.timeoutMs} ms`));
        abort.abort();
      }, options.timeoutMs);
    });
    try {
      return await Promise.race([work(abort.signal), late]);
    } finally {
      clearTimeout(timeout);
    }
  }

  function change(to: BreakerState, cause: unknown): void {
    if (state === to) return;
    state = to;
    options.onChange?.(to, cause);
  }

  function probeSoon(): void {
    if (stopped || timer) return;
    timer = setTimeout(async () => {
      try {
        await limited(options.probe);
        timer = null;
        change('closed', null);
      } catch {
        timer = null;
        probeSoon();
      }
    }, options.probeEveryMs);
    timer.unref();
  }

  return {
    state: () => state,
    async run(work) {
      if (state === 'open') throw new CircuitOpen();
      try {
        return await limited(work);
      } catch (error) {
        change('open', error);
        probeSoon();
        throw error;
      }
    },
    close() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
