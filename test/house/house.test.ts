import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const files = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', 'api', 'web', 'geodata', 'seeds'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** Files that hold the pattern, outside of those that may. */
function holding(pattern: RegExp, allowed: RegExp): string[] {
  return [...sources]
    .filter(([file, text]) => pattern.test(text) && !allowed.test(file))
    .map(([file]) => file);
}

it('there is code to look at', () => expect(files.length).toBeGreaterThan(100));

it('only the settings, read where a program starts, look at the environment', () =>
  expect(holding(/process\.env/, /^api\/(config|server)\.ts$|-command\.ts$/)).toEqual([]));

// The prepare scripts read packages; the map library is given addresses and reads them itself.
// Messages leave by HTTP too.
it('only call.ts fetches', () =>
  expect(holding(/\bfetch\(/, /^web\/call\.ts$|^api\/messages\/carriers\.ts$|^geodata\/prepare\//)).toEqual(
    [],
  ));

it('pg is used in stores and in db, everywhere else it is a type', () =>
  expect(holding(/^import (?!type)[^;]*from 'pg'/m, /^api\/db\//)).toEqual([]));

it('SQL is written in stores, migrations and db alone', () =>
  expect(
    holding(
      /\.query(<[^>]*>)?\(\s*[`']/,
      /^api\/db\/|store\.ts$|^api\/search\/postgres\.ts$|^seeds\/store\.ts$/,
    ),
  ).toEqual([]));

// What may stand in a statement are constants of the same file: lists of columns and joined sources.
it('no statement is put together from what came in', () =>
  expect(
    holding(
      /\.query(<[^>]*>)?\(\s*`[^`]*\$\{(?!\w*[cC]olumns\}|given|searchable|select|sources|history|isTheirs)/,
      /^$/,
    ),
  ).toEqual([]));

it('nothing is left to do and nothing is only tried', () =>
  expect(
    holding(/\b(TODO|FIXME|XXX|HACK)\b|console\.log\(|debugger;/, /^geodata\/prepare\/|^web\/build\//),
  ).toEqual([]));

it('the rules of direction catch a planted violation', async () => {
  const planted = mkdtempSync(join(tmpdir(), 'jiuye-house-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(planted, file)), { recursive: true });
    writeFileSync(join(planted, file), text);
  };
  write(
    'web/openings/page.ts',
    `import { store } from '../../api/openings/store.ts';\nexport const page = store;\n`,
  );
  write('api/openings/store.ts', `export const store = 1;\n`);
  write(
    'geodata/ground.ts',
    `import { store } from '../api/openings/store.ts';\nexport const ground = store;\n`,
  );
  const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: object[] };
  const options = {
    ruleSet: rules,
    validate: true,
    baseDir: planted,
    tsPreCompilationDeps: true,
  } as ICruiseOptions;
  const { output } = await cruise(['web', 'api', 'geodata'], options);
  const violations = (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
  expect(violations).toEqual(expect.arrayContaining(['web-sees-contracts-only', 'geodata-is-the-ground']));
});

// axe's rule on it cannot run in the journeys (support/axe.ts).
it('no style sheet asks how a screen is held', () => {
  const sheets = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'web/*.css'], {
    cwd: root,
    encoding: 'utf8',
  });
  const asking = sheets
    .split('\n')
    .filter((file) => file && /orientation/.test(readFileSync(join(root, file), 'utf8')));
  expect(asking).toEqual([]);
});
