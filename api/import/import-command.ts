import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { stringify } from 'csv-stringify/sync';
import { datums } from '../../geodata/datum.ts';
import { ConfigFault, readConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { DirectoryInUse } from '../db/owner-lock.ts';
import { askRunningServer } from './control.ts';
import { FileFault, type ImportEvent, type ImportKind, type ImportOptions, type RowFault } from './events.ts';
import { importFile } from './import-file.ts';
import { openingColumns } from './opening-rows.ts';
import { pointColumns } from './point-rows.ts';

const usage = `用法：
  npm run import -- openings 文件 [--datum wgs84|gcj02|bd09] [--dry-run] [--keep-going]
  npm run import -- points 文件 [同上]
  npm run import -- openings --template > 空表.csv
文件可以是 .csv（UTF-8 或 GBK）、.xlsx、.geojson。
  --datum       经纬度的坐标系，不写就是 wgs84；高德、腾讯是 gcj02，百度是 bd09
  --dry-run     只检查，不写入
  --keep-going  有错的行跳过，其余写入；不加就是有一行错就都不写
`;
const printedFaults = 50;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const command = readCommand(args);
  if (command === null) {
    process.stderr.write(usage);
    return 2;
  }
  if (command.template) {
    const columns = command.options.kind === 'openings' ? openingColumns : pointColumns;
    process.stdout.write(`\ufeff${stringify([[...columns]])}`);
    return 0;
  }
  try {
    return await runImport(command.options);
  } catch (error) {
    if (!(error instanceof ConfigFault || error instanceof FileFault)) throw error;
    process.stderr.write(`没有导入：${error.message}\n`);
    return 2;
  }
}

function readCommand(args: string[]): { template: boolean; options: ImportOptions } | null {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        datum: { type: 'string', default: 'wgs84' },
        'dry-run': flag,
        'keep-going': flag,
        template: flag,
      },
    });
    const [kind, file, ...more] = positionals;
    const datum = datums.find((name) => name === values.datum);
    const complete = values.template ? file === undefined : file !== undefined;
    if ((kind !== 'openings' && kind !== 'points') || !datum || !complete || more.length > 0) return null;
    const options = {
      kind: kind as ImportKind,
      file: resolve(file ?? ''),
      datum,
      dryRun: values['dry-run'],
      keepGoing: values['keep-going'],
    };
    return { template: values.template, options };
  } catch {
    return null;
  }
}

async function runImport(options: ImportOptions): Promise<number> {
  const config = readConfig(process.env);
  const screen = createScreen(options);
  try {
    const database = await openDatabase(config);
    try {
      await migrate(database.pool);
      await importFile(database.pool, options, screen.show);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof DirectoryInUse)) throw error;
    await askRunningServer(config.dataDir, options, screen.show).catch(() => {
      throw new FileFault(`${error.message} 那个进程也没有应答导入。`);
    });
  } finally {
    screen.stop();
  }
  return screen.exitCode();
}

/** Shows an import as it goes: a bar where there is a terminal, faults by name, one closing sentence. */
function createScreen(options: ImportOptions) {
  const bar = new SingleBar({
    format: '读入 [{bar}] {percentage}%  {rows} 行',
    barsize: 30,
    hideCursor: true,
    stream: process.stderr,
  });
  let started = false;
  let faults = 0;
  let doubts = 0;
  let exitCode = 2;
  const say = (text: string) => {
    if (started) bar.stop();
    started = false;
    process.stdout.write(`${text}\n`);
  };
  const named = ({ row, column, value, reason }: RowFault) =>
    `第 ${row} 行 ${column}${value === '' ? '' : `“${value}”`}：${reason}`;

  function show(event: ImportEvent): void {
    if (event.type === 'progress' && process.stderr.isTTY) {
      if (!started) bar.start(100, 0, { rows: 0 });
      started = true;
      bar.update(Math.round(event.share * 100), { rows: event.rows });
    }
    if (event.type === 'fault' && ++faults <= printedFaults) say(named(event.fault));
    if (event.type === 'fault' && faults === printedFaults + 1)
      say(`……其余的写在 ${options.file}.errors.csv`);
    if (event.type === 'doubt' && ++doubts <= printedFaults) say(`请核对 ${named(event.fault)}`);
    if (event.type === 'doubt' && doubts === printedFaults + 1) say('……还有别的要核对，只列前 50 处');
    if (event.type === 'refused') say(`没有导入：${event.reason}`);
    if (event.type === 'done') {
      const { rows, bad, created, updated, unchanged, written } = event.result;
      exitCode = written || (options.dryRun && bad === 0) ? 0 : 1;
      if (bad > 0) say(`${bad} 行有错，也写在 ${options.file}.errors.csv`);
      if (options.dryRun) say(`只检查，没有写入：共 ${rows} 行，${rows - bad} 行可用`);
      else if (!written) say(`共 ${rows} 行，一行也没有写入。改好再来，或加 --keep-going 只写没错的行`);
      else say(`共 ${rows} 行：新增 ${created}，更新 ${updated}，没变 ${unchanged}，有错 ${bad}`);
    }
  }

  return {
    show,
    stop: () => bar.stop(),
    exitCode: () => exitCode,
  };
}
