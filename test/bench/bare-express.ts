import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';

type Recorded = { path: string; headers: Record<string, string>; base64: string }[];

// The reference of the benchmarks: Express with nothing on it, whose only work is to send ready bytes.
const recorded = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Recorded;
const answers = new Map(
  recorded.map(({ path, headers, base64 }) => [path, { headers, body: Buffer.from(base64, 'base64') }]),
);
const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.get('/{*path}', (request, response) => {
  const { headers, body } = answers.get(request.originalUrl)!;
  response.set(headers);
  response.end(body);
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`);
});
