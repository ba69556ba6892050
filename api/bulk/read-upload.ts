import type { IncomingMessage } from 'node:http';
import { Refusal } from '../refusals.ts';
import { maxBulkBytes } from './contract.ts';

/** The bytes of a request, at most so many. */
export async function readUpload(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBulkBytes) throw tooLarge();
  const pieces: Buffer[] = [];
  let bytes = 0;
  // The connection stays, so that a refusal can still be answered on it.
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > maxBulkBytes) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const tooLarge = () =>
  new Refusal('tooLarge', 'bulk.too-large', `文件太大，最多 ${maxBulkBytes / 1024 / 1024} MB`);
