import { expect, test } from 'vitest';
import { CircuitOpen, createBreaker } from '../../../api/search/breaker.ts';

const never = () => new Promise<never>(() => {});
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function makeBreaker(probe: () => Promise<unknown>) {
  return createBreaker({ timeoutMs: 50, probeEveryMs: 20, probe });
}

test('an engine that hangs keeps one request for the timeout and the next for nothing', async () => {
  const breaker = makeBreaker(never);
  await expect(breaker.run(never)).rejects.toThrow('50 ms');
  expect(breaker.state()).toBe('open');
  const began = performance.now();
  await expect(breaker.run(never)).rejects.toThrow(CircuitOpen);
  expect(performance.now() - began).toBeLessThan(20);
  breaker.close();
});

test('the work that came too late is told to stop', async () => {
  const breaker = makeBreaker(never);
  let stopped = false;
  await breaker
    .run((signal) => (signal.addEventListener('abort', () => (stopped = true)), never()))
    .catch(() => {});
  expect(stopped).toBe(true);
  breaker.close();
});

test('it closes by itself when the probe succeeds', async () => {
  let isUp = false;
  const breaker = makeBreaker(async () => {
    if (!isUp) throw new Error('down');
  });
  await expect(breaker.run(async () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  await wait(60);
  expect(breaker.state()).toBe('open');
  isUp = true;
  await wait(120);
  expect(breaker.state()).toBe('closed');
  expect(await breaker.run(async () => 'answer')).toBe('answer');
  breaker.close();
});
