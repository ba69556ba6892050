import { mkdtemp } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askRunningServer, listenForImports } from '../../../api/import/control.ts';
import type { ImportEvent } from '../../../api/import/events.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { csvOf, fileWith, openingCells } from '../../support/lists.ts';

describeWithDatabase('an import while the server has the database', () => {
  const database = useDatabase();
  let dataDir = '';
  let stop = async () => {};
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'jiuye-control-'));
    stop = await listenForImports(dataDir, database.pool);
  });
  afterAll(() => stop());

  async function hand(file: string): Promise<ImportEvent[]> {
    const events: ImportEvent[] = [];
    const options = {
      kind: 'openings' as const,
      file,
      datum: 'wgs84' as const,
      dryRun: false,
      keepGoing: false,
    };
    await askRunningServer(dataDir, options, (event) => events.push(event));
    return events;
  }

  it('goes through the server and says what came of it', async () => {
    const events = await hand(await fileWith('a.csv', csvOf([openingCells()])));
    expect(events.at(-1)).toMatchObject({ type: 'done', result: { created: 1, written: true } });
    expect((await database.pool.query('select count(*)::int as n from openings')).rows[0].n).toBe(1);
  });

  it('is refused in plain words when the file cannot be read', async () => {
    expect(await hand('/nowhere/at-all.csv')).toEqual([
      { type: 'refused', reason: '找不到文件 /nowhere/at-all.csv' },
    ]);
  });

  it('can be handed over by the owner of the directory alone', () => {
    expect(statSync(join(dataDir, 'control.sock')).mode & 0o077).toBe(0);
  });

  it('without a server the hand-over fails at once', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'jiuye-control-'));
    const options = {
      kind: 'openings' as const,
      file: 'x',
      datum: 'wgs84' as const,
      dryRun: true,
      keepGoing: false,
    };
    await expect(askRunningServer(empty, options, () => {})).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
