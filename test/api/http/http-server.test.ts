import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHttpServer } from '../../../api/http/http-server.ts';

const server = createHttpServer((_request, response) => response.end('ok'));
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends bytes and gives back all that comes until the other side closes. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(
      (server.address() as AddressInfo).port,
      '127.0.0.1',
      () => void socket.write(bytes),
    );
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
}

const close = 'Host: x\r\nConnection: close\r\n';

it('answers what is a request', async () => {
  expect(await exchange(`GET / HTTP/1.1\r\n${close}\r\n`)).toContain('200 OK');
});

it.each([
  ['two lengths that differ', `POST / HTTP/1.1\r\n${close}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`],
  [
    'a length and chunks at once',
    `POST / HTTP/1.1\r\n${close}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  ['no HTTP at all', '\u0016\u0003\u0001 hello\r\n\r\n'],
  ['a header without a name', `GET / HTTP/1.1\r\n${close}: x\r\n\r\n`],
  ['a NUL in a header', `GET / HTTP/1.1\r\n${close}X: a\0b\r\n\r\n`],
])('%s is a 400 that says nothing may run', async (_what, bytes) => {
  const answer = await exchange(bytes);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain("Content-Security-Policy: default-src 'none'");
  expect(answer).toContain('X-Content-Type-Options: nosniff');
});

it('more than 16 kB of headers is refused as such', async () => {
  expect(await exchange(`GET / HTTP/1.1\r\n${close}X: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
});
