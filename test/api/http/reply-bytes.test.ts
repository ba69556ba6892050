import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReplyBytes, sendReply, sharedStart, wholeOf } from '../../../api/http/reply-bytes.ts';

/** What is sent for a reply, and under which name of a packing. */
function sent(reply: ReplyBytes, acceptEncoding?: string) {
  const request = new IncomingMessage(new Socket());
  if (acceptEncoding !== undefined) request.headers['accept-encoding'] = acceptEncoding;
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  response.write = ((chunk: Buffer) => void chunks.push(chunk)) as never;
  response.end = ((chunk: Buffer) => void chunks.push(chunk)) as never;
  sendReply(request, response, reply);
  return { bytes: Buffer.concat(chunks), headers: response.getHeaders() };
}

const bytes = fc.uint8Array({ maxLength: 3000 }).map((array) => Buffer.from(array));
const text = fc.string({ unit: 'grapheme', maxLength: 3000 }).map((one) => Buffer.from(one.repeat(3)));
const piece = fc.oneof(bytes, text);

test('what is unpacked is what was there, however often the beginning was sent before', () => {
  fc.assert(
    fc.property(piece, fc.array(piece, { minLength: 1, maxLength: 3 }), (beginning, rests) => {
      const start = sharedStart(beginning);
      for (const rest of rests) {
        const whole = Buffer.concat([beginning, rest]);
        expect(wholeOf({ start, rest })).toEqual(whole);
        expect(sent({ start, rest }).bytes).toEqual(whole);
        const { bytes: packed, headers } = sent({ start, rest }, 'gzip');
        expect(headers['content-length']).toBe(packed.length);
        expect(headers['content-encoding'] === 'gzip' ? gunzipSync(packed) : packed).toEqual(whole);
      }
    }),
  );
});

test('a short answer is sent as it is, a long one without a shared beginning is packed', () => {
  expect(sent(Buffer.alloc(1023, 'a'), 'gzip').headers['content-encoding']).toBeUndefined();
  const { bytes: packed, headers } = sent(Buffer.alloc(1024, 'a'), 'gzip');
  expect(headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(packed)).toEqual(Buffer.alloc(1024, 'a'));
});
