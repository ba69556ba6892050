import { mkdtemp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../api/db/database.ts';
import { csvOf, fileWith, openingCells } from '../../support/lists.ts';
import { runCommand } from '../server.ts';
import type { Component } from './kill.ts';

/** What runs beside when something is killed, and what must hold afterwards: in words what does not. */
export type Besides = { verify: (db: Database) => Promise<string[]> };

const importedRows = 3000;
const longestWaitMs = 60_000;

export const besides: Record<string, (env: Record<string, string>, round: number) => Besides> = {
  import(env, round) {
    const prefix = `IMP-${process.pid}-${round}-${Date.now()}-`;
    const rows = Array.from({ length: importedRows }, (_, n) => openingCells({ 外部编号: `${prefix}${n}` }));
    const file = fileWith('list.csv', csvOf(rows));
    const running = file.then(
      (path) => runCommand('api/import/import-command.ts', ['openings', path], env).done,
    );
    return {
      async verify(db) {
        const { code, said } = await running;
        const count = async () =>
          (
            await db.query<{ n: number }>(
              `select count(*)::int as n from openings where external_id like $1`,
              [`${prefix}%`],
            )
          ).rows[0]!.n;
        const kept = await count();
        if (code === 0) return kept === importedRows ? [] : [`导入说好了，却只有 ${kept} 行：${said}`];
        if (kept !== 0) return [`导入断了，却留下 ${kept} 行`];
        const again = await runCommand('api/import/import-command.ts', ['openings', await file], env).done;
        return again.code === 0 && (await count()) === importedRows
          ? []
          : [`断了以后再导入不成：${again.said}`];
      },
    };
  },
  rebuild(env) {
    const running = runCommand('api/search/index-command.ts', ['rebuild'], env).done;
    return {
      async verify() {
        const { code } = await running;
        if (code === 0) return [];
        const again = await runCommand('api/search/index-command.ts', ['rebuild'], env).done;
        return again.code === 0 ? [] : [`断了以后重建不成：${again.said}`];
      },
    };
  },
  backup(env) {
    const made = mkdtemp(join(tmpdir(), 'jiuye-drill-backup-')).then(async (directory) => {
      const file = join(directory, 'a.zip');
      return { file, ...(await runCommand('api/backup/backup-command.ts', [file], env).done) };
    });
    return {
      async verify() {
        const { file, code, said } = await made;
        if (code !== 0) return existsSync(file) ? ['备份断了，却留下一个文件'] : [];
        const checked = await runCommand('api/backup/restore-command.ts', [file, '--check'], env).done;
        return checked.code === 0 ? [] : [`备份说好了，核对却不行：${said} ${checked.said}`];
      },
    };
  },
};

const questions: Record<Component, string> = {
  api: '/healthz',
  // Asks the database itself, not what is kept in memory.
  database: '/readyz',
  meilisearch: '/api/openings?q=%E7%84%8A%E5%B7%A5',
};

/** Waits until the server answers what needs the component. */
export function wayOf(component: Component): (url: string) => Promise<void> {
  return async (url) => {
    let said = '没有回答';
    for (const began = performance.now(); performance.now() - began < longestWaitMs; await sleep(20)) {
      const reply = await fetch(url + questions[component], { signal: AbortSignal.timeout(5000) }).catch(
        () => null,
      );
      if (reply?.ok) return;
      if (reply) said = `${reply.status} ${(await reply.text()).slice(0, 300)}`;
    }
    throw new Error(`${component} 起来了，服务器却一直不行：${said}`);
  };
}

/**
 * Waits until the index has read every change; what it holds then is what is compared. Twenty imports of 3,000 rows take
 * it minutes: it is given up when nothing has come in for one.
 */
export async function untilIndexed(url: string): Promise<void> {
  let fewest = Infinity;
  let seen = '没有回答';
  for (let movedAt = performance.now(); performance.now() - movedAt < longestWaitMs; await sleep(200)) {
    const asked = [fetch(`${url}/readyz`), fetch(`${url}/api/openings?q=%E7%84%8A%E5%B7%A5&pageSize=1`)];
    const replies = await Promise.all(
      asked.map((one) => one.then((reply) => reply.json()).catch(() => null)),
    );
    const [ready, found] = replies as [
      { status: string; search?: { lagRows: number } } | null,
      { degraded: boolean } | null,
    ];
    const behind = ready?.search?.lagRows ?? Infinity;
    seen = JSON.stringify({ ready, degraded: found?.degraded });
    if (ready?.status === 'ready' && behind === 0 && found?.degraded === false) return;
    if (behind < fewest) [fewest, movedAt] = [behind, performance.now()];
  }
  throw new Error(`索引一分钟没有动，还差 ${fewest} 行：${seen.slice(0, 500)}`);
}
