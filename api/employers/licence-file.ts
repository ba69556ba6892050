import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Refusal } from '../refusals.ts';
import { type LicenceType, maxLicenceBytes } from './contract.ts';

/** What the first bytes say a file is; its name and what the sender says it is count for nothing. */
export function typeOfBytes(head: Buffer): LicenceType | null {
  const starts = (bytes: string, at = 0) =>
    head.subarray(at, at + bytes.length).equals(Buffer.from(bytes, 'latin1'));
  if (starts('\xff\xd8\xff')) return 'image/jpeg';
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts('RIFF') && starts('WEBP', 8)) return 'image/webp';
  return starts('%PDF-') ? 'application/pdf' : null;
}

export type KeptFile = { fileName: string; type: LicenceType; bytes: number; sha256: Buffer };

/** The folder of the papers, outside everything that is served. */
const folderOf = (uploadsDir: string) => join(uploadsDir, 'licences');

/**
 * Reads the bytes of a request into a file with a random name. Refuses what is too large or no picture or PDF, and then
 * leaves nothing behind.
 */
export async function keepLicence(uploadsDir: string, request: IncomingMessage): Promise<KeptFile> {
  if (Number(request.headers['content-length'] ?? 0) > maxLicenceBytes) throw tooLarge();
  const folder = folderOf(uploadsDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fileName = randomBytes(16).toString('hex');
  const unfinished = join(folder, `${fileName}.part`);
  try {
    const file = await open(unfinished, 'wx', 0o600);
    const kept = await copy(request, file).finally(() => file.close());
    await rename(unfinished, join(folder, fileName));
    return { fileName, ...kept };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function copy(request: IncomingMessage, file: FileHandle): Promise<Omit<KeptFile, 'fileName'>> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let bytes = 0;
  // The connection stays, so that a refusal can still be answered on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxLicenceBytes) throw tooLarge();
    if (head.length < 16) {
      head = Buffer.concat([head, chunk]).subarray(0, 16);
      if (head.length === 16 && typeOfBytes(head) === null) throw notAPaper();
    }
    hash.update(chunk);
    await file.write(chunk);
  }
  const type = typeOfBytes(head);
  if (type === null) throw notAPaper();
  await file.sync();
  return { type, bytes, sha256: hash.digest() };
}

/** Opens a paper for reading; null when the file is gone. */
export async function openLicence(uploadsDir: string, fileName: string): Promise<ReadStream | null> {
  const stream = createReadStream(join(folderOf(uploadsDir), fileName));
  return new Promise((resolve, reject) => {
    stream.once('open', () => resolve(stream));
    stream.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve(null) : reject(error),
    );
  });
}

/** Takes a file away that no row names. */
export async function dropLicence(uploadsDir: string, fileName: string): Promise<void> {
  await rm(join(folderOf(uploadsDir), fileName), { force: true });
}

const fileEndings: Record<LicenceType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** The name a download gets. */
export function nameOfLicence(id: string, type: LicenceType): string {
  return `licence-${id}.${fileEndings[type]}`;
}

const tooLarge = () =>
  new Refusal('tooLarge', 'licence.too-large', `文件太大，最多 ${maxLicenceBytes / 1024 / 1024} MB`);

const notAPaper = () => {
  const detail = '只收照片（JPG、PNG、WebP）和 PDF，改文件名没有用';
  const fault = { in: 'body', name: 'file', code: 'licence.type', detail } as const;
  return new Refusal('invalid', 'licence.type', detail, [fault]);
};
