import { once } from 'node:events';
import { FileFault } from '../import/events.ts';
import { openAdverts } from './advert-rows.ts';
import type { Tally } from './findings-table.ts';
import { closingLines, findingLines, tableHead } from './findings-table.ts';
import { learnedWeights } from './lint/likeness/weights.ts';
import { defaultLintSettings, lintAdvert } from './lint/lint.ts';

const usage = '用法：npm run check-adverts -- 文件.csv [--json]';

async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** Exit codes: 0 read to the end, with or without findings; 2 the file or the command line is no good. */
async function checkAdverts(words: readonly string[]): Promise<number> {
  const asJson = words.includes('--json');
  const paths = words.filter((word) => !word.startsWith('--'));
  const unknown = words.find((word) => word.startsWith('--') && word !== '--json');
  const [path] = paths;
  if (!path || paths.length > 1 || unknown) {
    console.error(unknown ? `不认识 ${unknown}。${usage}` : usage);
    return 2;
  }
  const { absentColumns, rows } = await openAdverts(path);
  const settings = { ...defaultLintSettings, weights: learnedWeights() };
  const tally: Tally = { adverts: 0, withFindings: 0, errors: 0, warnings: 0 };
  for await (const { id, advert } of rows) {
    const findings = lintAdvert(advert, settings);
    if (asJson) {
      const told = findings.map(({ rule, severity, field, words: marked, article, advice }) => ({
        rule,
        severity,
        field,
        words: marked,
        article,
        advice,
      }));
      await write(JSON.stringify({ id, findings: told }));
      continue;
    }
    if (findings.length > 0 && tally.withFindings === 0) await write(tableHead());
    for (const line of findingLines(id, findings)) await write(line);
    tally.adverts++;
    if (findings.length > 0) tally.withFindings++;
    for (const { severity } of findings) tally[severity === 'error' ? 'errors' : 'warnings']++;
  }
  if (!asJson) for (const line of closingLines(tally, absentColumns)) await write(line);
  return 0;
}

process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0);
  throw fault;
});

try {
  process.exitCode = await checkAdverts(process.argv.slice(2));
} catch (fault) {
  if (!(fault instanceof FileFault)) throw fault;
  console.error(fault.message);
  process.exitCode = 2;
}
