import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { DirectoryInUse, ownDirectory } from '../../../api/db/owner-lock.ts';

const lockModule = pathToFileURL(join(import.meta.dirname, '../../../api/db/owner-lock.ts')).href;
let owner: ChildProcess | null = null;
afterEach(() => void owner?.kill('SIGKILL'));

/** Another process that takes the directory and keeps it. */
async function otherOwner(directory: string): Promise<number> {
  const program = `import(${JSON.stringify(lockModule)}).then(({ ownDirectory }) => {
    globalThis.giveBack = ownDirectory(${JSON.stringify(directory)}); console.log('mine'); setInterval(() => {}, 1000); })`;
  owner = spawn(process.execPath, ['--import', 'tsx', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(owner.stdout!, 'data');
  return owner.pid!;
}

it('a second process is refused at once, in plain words that name the first', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'jiuye-lock-'));
  const pid = await otherOwner(directory);
  const startedAt = performance.now();
  expect(() => ownDirectory(directory)).toThrow(DirectoryInUse);
  expect(performance.now() - startedAt).toBeLessThan(100);
  expect(() => ownDirectory(directory)).toThrow(`进程号 ${pid}`);
});

it('what a killed process held is free again, with nothing to clear away', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'jiuye-lock-'));
  await otherOwner(directory);
  owner!.kill('SIGKILL');
  await once(owner!, 'exit');
  const giveBack = ownDirectory(directory);
  giveBack();
  ownDirectory(directory)();
});
