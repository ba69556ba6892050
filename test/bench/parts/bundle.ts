import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Line } from '../report.ts';
import type { Settings } from '../settings.ts';

const web = fileURLToPath(new URL('../../../dist/web', import.meta.url));
const budgetKb = 200;
const aimKb = 145;
/** La bonne alternance's search page, map included (ui/perf-budget.json, August 2026): bytes of JS, gzip. */
const peerBytes = 580_882;

/**
 * Kilobytes (1,000 bytes, gzip -9) of the scripts that the page needs before it asks for the map. Fails when that
 * cannot be told: a budget nobody measured is no budget.
 */
export async function bundle(_: Settings): Promise<Line[]> {
  const page = join(web, 'index.html');
  if (!existsSync(page)) throw new Error('还没有 dist/web：先 npm run build');
  const html = readFileSync(page, 'utf8');
  const entries = [...html.matchAll(/<script type="module"[^>]* src="\/(assets\/[^"]+\.js)"/g)].map(
    ([, name]) => name!,
  );
  if (entries.length === 0) throw new Error('index.html 里找不到入口脚本');
  const scripts = readdirSync(join(web, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`);
  const [worker] = scripts.filter((name) => name.includes('maplibre-gl-worker'));
  const [map] = scripts.filter((name) => name !== worker && worker && textOf(name).includes(worker));
  const first = new Set(entries.flatMap((entry) => [...closureOf(entry)]));
  if (!map || !worker) throw new Error('找不到地图的脚本，分不出地图之前和之后');
  const withMap = new Set([...first, ...closureOf(map), worker]);
  return [
    line('地图之前的 JS', bytesOf(first), budgetKb * 1000, `目标再低些：${aimKb} kB；${first.size} 个文件`),
    line('连同地图', bytesOf(withMap), peerBytes, '对照：La bonne alternance 的搜索页 581 kB'),
  ];
}

function line(what: string, bytes: number, atMostBytes: number, note: string): Line {
  return {
    part: 'bundle',
    what,
    ours: `${(bytes / 1000).toFixed(1)} kB`,
    theirs: '',
    ratio: '',
    aim: `≤ ${Math.round(atMostBytes / 1000)} kB`,
    isMet: bytes <= atMostBytes,
    note,
    data: { bytes, atMostBytes },
  };
}

const textOf = (script: string): string => readFileSync(join(web, script), 'utf8');

/** A script and everything it imports outright, not what it imports when the time comes. */
function closureOf(script: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [script];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    for (const [, name] of textOf(next).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      waiting.push(`assets/${name!}`);
  }
  return reached;
}

function bytesOf(scripts: ReadonlySet<string>): number {
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(readFileSync(join(web, script)), { level: 9 }).length;
  return bytes;
}
