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
 * in the background closes it, so nobody's request is the guinea pig. While it is closed another one looks
 * whether the other side still answers, so that what hangs is noticed before most people ask.
 */
export function createBreaker(options: {
  timeoutMs: number;
  probeEveryMs: number;
  /** Left out: only requests find out. */
  watch?: { everyMs: number; timeoutMs: number; probe: (signal: AbortSignal) => Promise<unknown> };
  probe: (signal: AbortSignal) => Promise<unknown>;
  onChange?: (state: BreakerState, cause: unknown) => void;
}): Breaker {
  let state: BreakerState = 'closed';
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function limited<T>(
    work: (signal: AbortSignal) => Promise<T>,
    timeoutMs = options.timeoutMs,
  ): Promise<T> {
    const abort = new AbortController();
    let timeout: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timeout = setTimeout(() => {
        // An answer may have arrived while this process was busy: it is read before the next turn.
        setImmediate(() => {
          reject(new Error(`no answer within ${timeoutMs} ms`));
          abort.abort();
        });
      }, timeoutMs);
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

  function open(cause: unknown): void {
    change('open', cause);
    probeSoon();
  }

  async function watch({ everyMs, timeoutMs, probe }: NonNullable<typeof options.watch>): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, everyMs).unref());
      if (stopped) return;
      if (state === 'open') continue;
      await limited(probe, timeoutMs).catch((error: unknown) => stopped || open(error));
    }
  }
  if (options.watch) void watch(options.watch);

  return {
    state: () => state,
    async run(work) {
      if (state === 'open') throw new CircuitOpen();
      try {
        return await limited(work);
      } catch (error) {
        open(error);
        throw error;
      }
    },
    close() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
