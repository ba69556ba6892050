import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchDirectory, type Cluster, startCluster } from './cluster.ts';
import { describeMachine, moveToCore } from './machine.ts';
import { bundle } from './parts/bundle.ts';
import { embedded } from './parts/embedded.ts';
import { facets } from './parts/facets.ts';
import { generate } from './parts/generate.ts';
import { importing } from './parts/import.ts';
import { map } from './parts/map.ts';
import { nearest } from './parts/nearest.ts';
import { pan } from './parts/pan.ts';
import { search } from './parts/search.ts';
import { starting } from './parts/start.ts';
import { terminals } from './parts/terminals.ts';
import { write } from './parts/write.ts';
import { cellsOf, headings, type Line, orReason } from './report.ts';
import type { Part } from './settings.ts';
import { toTable } from './table.ts';

const parts: Record<string, Part> = {
  generate,
  nearest,
  map,
  facets,
  search,
  start: starting,
  bundle,
  import: importing,
  terminals,
  write,
  embedded,
  pan,
};
const allSizes = [3500, 100_000, 1_000_000];

const usage = `用法：npm run bench -- [部分…] [--sizes 3500,100000|all] [--rounds 5] [--seconds 2] [--quick] [--json]
部分：${Object.keys(parts).join(' ')}；不写就都跑（generate 除外）
  --sizes   生成多少岗位，默认 3500,100000；all 再加 1000000
  --rounds  来回几轮（A B B A），默认 5，不少于 5
  --seconds 每段几秒，默认 2
  --quick   每段 0.5 秒，只看跑不跑得通
  --json    只写 JSON
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const asked = readCommand(args);
  if (asked === null) {
    process.stderr.write(usage);
    return 2;
  }
  moveToCore(1);
  const machine = describeMachine();
  await mkdir(benchDirectory, { recursive: true });
  const directory = await mkdtemp(join(tmpdir(), 'jiuye-bench-run-'));
  let cluster: Promise<Cluster> | null = null;
  const told = (text: string) =>
    void (process.stderr.isTTY ? process.stderr.write(`\r\u001b[K${text}`) : undefined);
  const lines: Line[] = [];
  try {
    for (const name of asked.parts)
      lines.push(
        ...(await orReason(name, '整个部分', () =>
          parts[name]!({
            ...asked,
            directory,
            told: (text) => told(`${name} ${text}`),
            cluster: () => (cluster ??= startCluster()),
          }),
        )),
      );
  } finally {
    told('');
    // One that did not start has been told as the reason of each part that wanted it.
    const running = await (cluster as Promise<Cluster> | null)?.catch(() => null);
    await running?.stop();
    await rm(directory, { recursive: true, force: true });
  }
  if (asked.json) process.stdout.write(`${JSON.stringify({ machine, lines }, null, 2)}\n`);
  else {
    const { date, commit, processor, cores, memoryGb, node, pinned } = machine;
    process.stdout.write(`\n${toTable(headings, lines.map(cellsOf))}\n\n`);
    process.stdout.write(
      `${date}，提交 ${commit}，${processor} ${cores} 核 ${memoryGb} GB，Node ${node}，${pinned ? '服务在 0 号核、压力在 1 号核' : '没有绑核'}，${asked.rounds} 轮\n`,
    );
  }
  return lines.some((line) => line.isMet === false || line.ours === '') ? 1 : 0;
}

function readCommand(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        sizes: { type: 'string', default: '3500,100000' },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '2' },
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const sizes = values.sizes === 'all' ? allSizes : values.sizes.split(',').map(Number);
    const rounds = Number(values.rounds);
    const seconds = Number(values.seconds);
    const named =
      positionals.length > 0 ? positionals : Object.keys(parts).filter((name) => name !== 'generate');
    const isFine =
      named.every((name) => Object.hasOwn(parts, name)) &&
      sizes.every((size) => Number.isInteger(size) && size > 0) &&
      seconds >= 0.5 &&
      seconds <= 60 &&
      Number.isInteger(rounds) &&
      rounds >= 5;
    if (!isFine) return null;
    return {
      parts: named,
      sizes,
      rounds,
      sliceSeconds: values.quick ? 0.5 : seconds,
      warmUpSeconds: values.quick ? 1 : 2.5 * seconds,
      json: values.json,
    };
  } catch {
    return null;
  }
}
