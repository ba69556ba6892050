import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Answer } from './judge.ts';
import type { FuzzRequest } from './requests.ts';

const longestMs = 60_000;

/** Sends a request as it is, byte for byte; an answer that does not come within a minute is an error. */
export function createSender(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const send = (asked: FuzzRequest, cookie: string | null, address: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const body = asked.bodyBase64 === null ? null : Buffer.from(asked.bodyBase64, 'base64');
      const headers: Record<string, string> = { 'x-forwarded-for': address, ...asked.headers };
      if (cookie && !asked.headers.cookie) headers.cookie = cookie;
      if (body) headers['content-length'] = String(body.length);
      const call = request(
        {
          agent,
          host: '127.0.0.1',
          port,
          method: asked.method,
          path: asked.url,
          headers,
          timeout: longestMs,
        },
        (response) => {
          buffer(response).then((bytes) => {
            const encoding = response.headers['content-encoding'];
            const unpack = encoding === 'br' ? brotliDecompressSync : encoding === 'gzip' ? gunzipSync : null;
            const body = unpack && bytes.length > 0 ? unpack(bytes) : bytes;
            resolve({ status: response.statusCode!, headers: response.headers, body });
          }, reject);
        },
      );
      call.on('timeout', () => call.destroy(new Error('no answer within a minute')));
      call.on('error', reject);
      call.end(body ?? undefined);
    });
  return { send, close: () => agent.destroy() };
}

/** The same request for a shell. */
export function curlOf(asked: FuzzRequest, role: string): string {
  const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  const headers = { ...asked.headers, ...(role === 'nobody' ? {} : { cookie: `session=<${role}>` }) };
  const parts = [`curl -sS -X ${asked.method} ${quote(`http://localhost:3000${asked.url}`)}`];
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quote(`${name}: ${value}`)}`);
  if (asked.bodyBase64 === null) return parts.join(' ');
  const body = Buffer.from(asked.bodyBase64, 'base64');
  const text = body.toString('utf8');
  const isPlain = body.length < 2000 && /^[\x20-\x7e]*$/.test(text);
  if (isPlain) return `${parts.join(' ')} --data-raw ${quote(text)}`;
  const shown = asked.bodyBase64.length > 4000 ? `${asked.bodyBase64.slice(0, 200)}…` : asked.bodyBase64;
  return `echo ${shown} | base64 -d | ${parts.join(' ')} --data-binary @-`;
}
