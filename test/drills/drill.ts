import { parseArgs } from 'node:util';
import { describeMachine, load } from '../bench/machine.ts';
import { toTable } from '../bench/table.ts';
import { backup } from './parts/backup.ts';
import { behindNginx } from './parts/behind-nginx.ts';
import { clock } from './parts/clock.ts';
import { disk } from './parts/disk.ts';
import { embedded } from './parts/embedded.ts';
import { files } from './parts/files.ts';
import { kill } from './parts/kill.ts';
import { links } from './parts/links.ts';
import { loris } from './parts/loris.ts';
import { migration } from './parts/migration.ts';
import { once } from './parts/once.ts';
import { overload } from './parts/overload.ts';
import { processes } from './parts/processes.ts';
import type { DrillOptions, Line, Part } from './report.ts';

const parts: Record<string, Part> = {
  kill,
  embedded,
  migration,
  backup,
  links,
  disk,
  clock,
  once,
  processes,
  nginx: behindNginx,
  overload,
  loris,
  files,
};

/** Nothing that measures speed, which other work on the machine would decide; CI runs three of them. */
const quickParts = ['kill', 'embedded', 'backup', 'links', 'disk', 'once', 'processes', 'nginx', 'files'];

const usage = `用法：
  npm run drill -- [${Object.keys(parts).join(' | ')} ...] [--quick] [--rounds 20] [--json]
  不写名字就是全部；--quick 只跑与快慢无关的几项，每格少几次，五分钟以内；--rounds 每格随机挑多少个时刻
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    process.stderr.write(usage);
    return 2;
  }
  const lines: (Line & { seconds: number; load: number })[] = [];
  const refused: string[] = [];
  for (const name of options.names) {
    process.stderr.write(`${name} …\n`);
    const began = performance.now();
    try {
      const found = await parts[name]!(options);
      const seconds = Math.round((performance.now() - began) / 1000);
      lines.push(...found.map((line) => ({ ...line, seconds, load: load() })));
    } catch (error) {
      refused.push(`${name}：${(error as Error).message}`);
    }
  }
  const machine = describeMachine();
  if (options.json) process.stdout.write(`${JSON.stringify({ machine, lines, refused }, null, 2)}\n`);
  else {
    const verdicts = { true: '是', false: '否', null: '没试' };
    const rows = lines.map(({ part, what, times, found, ok, load }) => [
      part,
      what,
      String(times),
      found,
      verdicts[`${ok}`],
      String(load),
    ]);
    process.stdout.write(`${toTable(['项', '做了什么', '次数', '看到', '守住', '负载'], rows)}\n`);
    for (const reason of refused) process.stdout.write(`不报 ${reason}\n`);
    process.stdout.write(
      `${machine.date}，${machine.processor}，${machine.cores} 核，${machine.memoryGb} GB，Node ${machine.node}，${machine.commit}\n`,
    );
  }
  return refused.length === 0 && lines.every(({ ok }) => ok !== false) ? 0 : 1;
}

function told({ what, times, found, ok }: Line): void {
  process.stderr.write(`${ok === false ? '没守住' : '守住'}  ${what}，${times} 次：${found}\n`);
}

function readOptions(args: string[]): (DrillOptions & { names: string[]; json: boolean }) | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const names = positionals.length > 0 ? positionals : values.quick ? quickParts : Object.keys(parts);
    const rounds = Number(values.rounds ?? (values.quick ? 2 : 20));
    if (names.some((name) => !(name in parts)) || !Number.isInteger(rounds) || rounds < 1) return null;
    return { names, rounds, quick: values.quick, json: values.json, told };
  } catch {
    return null;
  }
}
