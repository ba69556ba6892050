import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { askForCopy, listenForBackups } from '../../../api/backup/hand-over.ts';
import { type Manifest, startsAnew } from '../../../api/backup/manifest.ts';
import { openBackup } from '../../../api/backup/read-backup.ts';
import { restoreBackup } from '../../../api/backup/restore-backup.ts';
import { findTables } from '../../../api/backup/store.ts';
import { writeBackup } from '../../../api/backup/write-backup.ts';
import { openEmbedded } from '../../../api/db/embedded.ts';
import { knownMigrations, migrate } from '../../../api/db/migrate.ts';
import { createPool } from '../../../api/db/pool.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

const progress = () => {};
const now = new Date('2026-11-23T02:00:00Z');

/** A machine with nothing on it: an empty database of the kind under test, an uploads directory that is not there. */
async function emptyMachine() {
  const dataDir = await mkdtemp(join(tmpdir(), 'jiuye-restore-'));
  const uploadsDir = join(dataDir, 'uploads');
  const url = inject('postgresUrl');
  if (process.env.TEST_DATABASE === 'pglite' || !url) {
    const { pool, close } = await openEmbedded(dataDir);
    return { pool, dataDir, uploadsDir, close };
  }
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const name = `restore_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`create database ${name}`);
  const to = new URL(url);
  to.pathname = `/${name}`;
  const pool = createPool({ connectionString: to.href });
  const close = async () => {
    await pool.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  };
  return { pool, dataDir, uploadsDir, close };
}

const contentOf = ({ tables, sequences, uploads }: Manifest) => ({ tables, sequences, uploads });

describeWithDatabase('a backup', () => {
  const database = useDatabase();
  let directory = '';
  let uploadsDir = '';
  let file = '';
  let written: Manifest;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'jiuye-backup-'));
    uploadsDir = join(directory, 'uploads');
    file = join(directory, 'a.zip');
    await mkdir(join(uploadsDir, 'licences'), { recursive: true });
    await writeFile(join(uploadsDir, 'licences', '7f.jpg'), Buffer.from([0xff, 0xd8, 0, 1, 2]));
    await addOpenings(
      database.pool,
      Array.from({ length: 1200 }, (_, n) =>
        makeOpening({
          title: `电焊工\\"{,}\n${n}`,
          benefits: n % 2 ? ['包吃', 'a,"b'] : [],
          salaryMin: n + 0.5,
        }),
      ),
    );
    await database.pool.query(
      `insert into audit_log (actor, action, entity, detail) values ('staff:1', 'x', 'opening', '{"a": [1.50, null]}')`,
    );
    written = await writeBackup({ pool: database.pool, uploadsDir }, file, { now, progress });
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('is one file that only its owner can read', async () => {
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await readdir(directory)).toEqual(expect.not.arrayContaining(['a.zip.part']));
  });

  it('counts the rows of every table and leaves out what has to begin anew', async () => {
    const openings = written.tables.find(({ name }) => name === 'openings')!;
    expect(openings.rows).toBe(1200);
    const known = (await findTables(database.pool)).map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining([...startsAnew]));
    expect([...written.tables.map(({ name }) => name), ...startsAnew].sort()).toEqual(known.sort());
  });

  it('never takes the place of a file', async () => {
    const again = writeBackup({ pool: database.pool, uploadsDir }, file, { now, progress });
    await expect(again).rejects.toThrow('不覆盖');
  });

  // The embedded database has one connection: nobody writes meanwhile.
  it.skipIf(process.env.TEST_DATABASE === 'pglite')(
    'of a moment holds nothing that was written later',
    async () => {
      const during = join(directory, 'during.zip');
      let adding: Promise<void> | null = null;
      const later = await writeBackup({ pool: database.pool, uploadsDir }, during, {
        now,
        progress: () => void (adding ??= addOpenings(database.pool, [makeOpening({ externalId: 'LATE' })])),
      });
      await adding;
      expect(later.tables).toEqual(written.tables);
      await database.pool.query(`delete from openings where external_id = 'LATE'`);
    },
  );

  it('fills an empty machine with the same rows, files and next numbers, byte for byte', async () => {
    const machine = await emptyMachine();
    try {
      const backup = await openBackup(file);
      await restoreBackup(backup, machine, progress);
      backup.close();
      const copy = join(directory, 'copy.zip');
      expect(contentOf(await writeBackup(machine, copy, { now, progress }))).toEqual(contentOf(written));
      expect(await readFile(join(machine.uploadsDir, 'licences', '7f.jpg'))).toEqual(
        Buffer.from([0xff, 0xd8, 0, 1, 2]),
      );
      const { rows } = await machine.pool.query(`select max(id)::int as last from openings`);
      await addOpenings(machine.pool, [makeOpening({ externalId: 'NEXT' })]);
      const next = await machine.pool.query(`select id::int as id from openings where external_id = 'NEXT'`);
      expect(next.rows[0].id).toBeGreaterThan(rows[0].last);
      await expect(
        machine.pool.query(`update openings set employer_id = 0 where external_id = 'NEXT'`),
      ).rejects.toMatchObject({ code: '23503' });

      const second = await openBackup(file);
      await expect(
        restoreBackup(second, { ...machine, uploadsDir: join(directory, 'none') }, progress),
      ).rejects.toThrow('不覆盖');
      await expect(restoreBackup(second, machine, progress)).rejects.toThrow('已经有文件');
      second.close();
    } finally {
      await machine.close();
    }
  });

  it('of older tables is brought up to date, of newer ones refused', async () => {
    const old = await emptyMachine();
    const machine = await emptyMachine();
    try {
      const names = await knownMigrations();
      await migrate(old.pool, names.slice(0, 2));
      await old.pool.query(`insert into visits (on_date, count) values ('2026-11-01', 7)`);
      const path = join(directory, 'old.zip');
      await writeBackup(old, path, { now, progress });
      const backup = await openBackup(path);
      await restoreBackup(backup, machine, progress);
      expect((await machine.pool.query('select count from visits')).rows).toEqual([{ count: '7' }]);
      expect((await machine.pool.query('select name from migrations order by name')).rows).toHaveLength(
        names.length,
      );

      const newer = { ...backup, manifest: { ...backup.manifest, migrations: [...names, '9999-later.sql'] } };
      await expect(restoreBackup(newer, machine, progress)).rejects.toThrow('更新的版本');
      backup.close();
    } finally {
      await old.close();
      await machine.close();
    }
  });

  it('that was cut short or altered anywhere is refused before anything is written', async () => {
    const { size } = await stat(file);
    const machine = { pool: null as unknown as pg.Pool, uploadsDir: join(directory, 'none') };
    const tryOut = async (change: (path: string) => Promise<void>) => {
      const path = join(directory, `${randomUUID()}.zip`);
      await writeFile(path, await readFile(file));
      await change(path);
      const backup = await openBackup(path);
      await restoreBackup(backup, machine, progress).finally(() => backup.close());
    };
    for (const length of [0, 10, Math.floor(size / 2), size - 1])
      await expect(tryOut((path) => truncate(path, length))).rejects.toThrow('不完整');
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const flip = async (path: string) => {
        const handle = await open(path, 'r+');
        // A run of bytes: one alone may hit the time of a file in the zip, which nobody reads.
        const bytes = Buffer.alloc(64);
        const at = Math.floor(size * share);
        await handle.read(bytes, 0, bytes.length, at);
        await handle.write(
          bytes.map((byte) => byte ^ 1),
          0,
          bytes.length,
          at,
        );
        await handle.close();
      };
      await expect(tryOut(flip)).rejects.toThrow('不完整');
    }
    expect(await readdir(directory)).not.toContain('none');
    await expect(openBackup(join(directory, 'nowhere.zip'))).rejects.toThrow('找不到文件');
  });
});

describeWithDatabase('a backup while the server has the embedded database', () => {
  it('reads a copy that the server hands out', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'jiuye-live-'));
    const copyDir = await mkdtemp(join(tmpdir(), 'jiuye-copy-'));
    const live = await openEmbedded(dataDir);
    const stop = await listenForBackups(dataDir, live.pool);
    try {
      await migrate(live.pool);
      await live.pool.query(`insert into visits (on_date, count) values ('2026-11-01', 7)`);
      await askForCopy(dataDir, copyDir);
      await live.pool.query(`update visits set count = 8`);
      const copy = await openEmbedded(copyDir);
      expect((await copy.pool.query('select count from visits')).rows).toEqual([{ count: '7' }]);
      await copy.close();
      expect((await stat(join(dataDir, 'backup.sock'))).mode & 0o077).toBe(0);
    } finally {
      await stop();
      await live.close();
      for (const path of [dataDir, copyDir]) await rm(path, { recursive: true, force: true });
    }
  });
});
