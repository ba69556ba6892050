import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// The package is CommonJS without types: a lock the kernel keeps, so it dies with its process (kill -9 too)
// and there is no stale lock to recognise.
const { tryLock } = createRequire(import.meta.url)('fs-native-extensions') as {
  tryLock: (fd: number) => boolean;
};

/** The directory has another owner. `pid` is what that owner wrote down, null if it could not. */
export class DirectoryInUse extends Error {
  readonly pid: number | null;
  constructor(directory: string, pid: number | null) {
    super(
      `数据目录 ${directory} 正被另一个进程使用${pid ? `（进程号 ${pid}）` : ''}。` +
        '两个进程同开一个目录会丢数据，所以这里不再打开。先停掉那一个，或者用 DATA_DIR 换个目录。',
    );
    this.pid = pid;
  }
}

/**
 * Takes the data directory for this process alone, at once or not at all. PGlite itself lets two processes
 * open one directory, and each then silently loses the other's rows.
 * @returns a function that gives it back
 * @throws DirectoryInUse
 */
export function ownDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'owner.lock');
  const fd = openSync(file, 'a+');
  if (!tryLock(fd)) {
    closeSync(fd);
    throw new DirectoryInUse(directory, Number.parseInt(readFileSync(file, 'utf8'), 10) || null);
  }
  truncateSync(file);
  writeSync(fd, `${process.pid}\n`);
  return () => closeSync(fd);
}
