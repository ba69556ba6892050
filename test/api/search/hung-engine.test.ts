import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { createMeilisearchEngine } from '../../../api/search/meilisearch.ts';

afterEach(() => void vi.useRealTimers());

test('what is asked of a Meilisearch that hangs is given up after half a minute', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const engine = createMeilisearchEngine({ url: `http://127.0.0.1:${port}`, key: null, index: 'hung' });
  const connected = once(server, 'connection');
  const given = engine.identity().then(
    () => 'answered',
    () => 'given up',
  );
  const [socket] = await connected;
  await vi.advanceTimersByTimeAsync(29_000);
  expect(await Promise.race([given, Promise.resolve('waiting')])).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await given).toBe('given up');
  socket.destroy();
  server.close();
});
