import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { beforeEach, expect, it } from 'vitest';
import { fromWgs84 } from '../../../geodata/datum.ts';
import { distanceMetres } from '../../../geodata/distance.ts';
import { FileFault, type ImportEvent, type ImportOptions } from '../../../api/import/events.ts';
import { importFile } from '../../../api/import/import-file.ts';
import { openingColumns } from '../../../api/import/opening-rows.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { csvOf, fileWith, makeCreditCode, openingCells, pointCells } from '../../support/lists.ts';

const now = new Date('2026-11-23T02:00:00Z');

describeWithDatabase('importing a list', () => {
  const database = useDatabase();
  beforeEach(async () => {
    await database.pool.query(
      'truncate openings, employers, service_points, outbox, audit_log restart identity cascade',
    );
  });

  async function run(file: string, options: Partial<ImportOptions> = {}) {
    const events: ImportEvent[] = [];
    const whole: ImportOptions = {
      kind: 'openings',
      file,
      datum: 'wgs84',
      dryRun: false,
      keepGoing: false,
      ...options,
    };
    const result = await importFile(database.pool, whole, (event) => events.push(event), now);
    const faults = events.flatMap((event) => (event.type === 'fault' ? [event.fault] : []));
    return { result, faults, events };
  }
  const count = async (table: 'openings' | 'employers' | 'service_points' | 'outbox') =>
    (await database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n as number;

  it('makes the employer from its code and the opening from its row, with change log and audit', async () => {
    const { result } = await run(await fileWith('a.csv', csvOf([openingCells()])));
    expect(result).toMatchObject({ rows: 1, bad: 0, created: 1, written: true });
    const { rows } = await database.pool.query(
      `select o.*, st_x(o.place::geometry) as lng, e.name as employer, e.industry as section from openings o join employers e on e.id = o.employer_id`,
    );
    expect(rows[0]).toMatchObject({
      external_id: 'A-1',
      title: '电焊工（二保焊）',
      employer: '禾渡配件厂',
      section: 'C',
      benefits: ['包吃', '包住', '五险一金'],
      salary_monthly_min: 6500,
      town: '321071150',
      place_quality: 'imported',
      lng: 119.46,
    });
    // A day lasts from its first to its last moment in Asia/Shanghai.
    expect(rows[0].published_at.toISOString()).toBe('2026-11-19T16:00:00.000Z');
    expect(rows[0].expires_at.toISOString()).toBe('2026-12-20T16:00:00.000Z');
    expect(await count('outbox')).toBe(1);
  });

  it('the same list twice changes nothing, and a changed row updates by its number', async () => {
    const file = await fileWith('a.csv', csvOf([openingCells(), openingCells({ 外部编号: 'A-2' })]));
    await run(file);
    const before = await count('outbox');
    expect((await run(file)).result).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await count('outbox')).toBe(before);
    const changed = await fileWith(
      'b.csv',
      csvOf([openingCells({ 招聘人数: '7' }), openingCells({ 外部编号: 'A-2' })]),
    );
    expect((await run(changed)).result).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(await count('openings')).toBe(2);
  });

  it('names every wrong cell with row, column and reason, writes nothing, and leaves them in errors.csv', async () => {
    const bad = openingCells({
      外部编号: 'A-2',
      岗位名称: '',
      统一社会信用代码: '91321000MA00000011',
      招聘人数: '0',
      最高工资: '100',
      学历: '中学',
      行政区划代码: '32100310',
      发布日期: '2026-02-30',
      联系电话: '没有',
    });
    const file = await fileWith('a.csv', csvOf([openingCells(), bad]));
    const { result, faults } = await run(file);
    expect(result).toMatchObject({ rows: 2, bad: 1, written: false });
    expect(await count('openings')).toBe(0);
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 岗位名称',
      '3 统一社会信用代码',
      '3 招聘人数',
      '3 最高工资',
      '3 学历',
      '3 行政区划代码',
      '3 联系电话',
      '3 发布日期',
    ]);
    const errors = readFileSync(`${file}.errors.csv`, 'utf8');
    expect(errors.startsWith('\ufeff行,列,值,原因')).toBe(true);
    expect(errors).toContain('3,招聘人数,0,应该在 1 到 9999 之间');
    // A clean run takes the old errors away.
    writeFileSync(file, csvOf([openingCells()]));
    await run(file);
    expect(existsSync(`${file}.errors.csv`)).toBe(false);
  });

  it('with keepGoing writes the good rows only', async () => {
    const file = await fileWith(
      'a.csv',
      csvOf([openingCells({ 招聘人数: '-1' }), openingCells({ 外部编号: 'A-2' })]),
    );
    expect((await run(file, { keepGoing: true })).result).toMatchObject({
      bad: 1,
      created: 1,
      written: true,
    });
    expect(await count('openings')).toBe(1);
  });

  it('a dry run writes nothing', async () => {
    const file = await fileWith('a.csv', csvOf([openingCells()]));
    expect((await run(file, { dryRun: true })).result).toMatchObject({ bad: 0, created: 1, written: false });
    expect([await count('openings'), await count('employers'), await count('outbox')]).toEqual([0, 0, 0]);
  });

  it('catches swapped coordinates, places outside the city and pins far from their town', async () => {
    const rows = [
      openingCells({ 外部编号: '1', 经度: '32.3', 纬度: '119.46' }),
      openingCells({ 外部编号: '2', 经度: '118.79', 纬度: '32.06' }),
      openingCells({ 外部编号: '3', 经度: '119.31', 纬度: '33.24' }),
      openingCells({ 外部编号: '4', 经度: '1e3', 纬度: '32' }),
    ];
    const { faults } = await run(await fileWith('a.csv', csvOf(rows)));
    expect(faults.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '2 经度和纬度写反了',
      '3 位置在扬州界外',
      expect.stringMatching(/^4 位置离.* 公里，和行政区划代码对不上$/),
      '5 应该是数字，像 119.4213',
    ]);
  });

  it.each(['gcj02', 'bd09'] as const)('turns %s into WGS-84 to within a centimetre', async (datum) => {
    const place = { lng: 119.46, lat: 32.3 };
    const there = fromWgs84(place, datum);
    const cells = openingCells({ 经度: there.lng.toFixed(9), 纬度: there.lat.toFixed(9) });
    await run(await fileWith('a.csv', csvOf([cells])), { datum });
    const { rows } = await database.pool.query(
      'select st_x(place::geometry) as lng, st_y(place::geometry) as lat from openings',
    );
    expect(distanceMetres(place, rows[0])).toBeLessThan(0.01);
  });

  it('reads GBK, a byte-order mark, Excel and GeoJSON as the same list', async () => {
    const csv = csvOf([openingCells()]);
    const plain = await fileWith('plain.csv', csv);
    const gbk = await fileWith('gbk.csv', execFileSync('iconv', ['-f', 'utf8', '-t', 'gb18030', plain]));
    const marked = await fileWith('marked.csv', `\ufeff${csv}`);
    const cells = openingCells();
    const workbook = await writeXlsx({
      sheets: [{ name: '岗位', rows: [[...openingColumns], openingColumns.map((column) => cells[column]!)] }],
    });
    const xlsx = await fileWith('list.xlsx', workbook);
    const { 经度: lng, 纬度: lat, ...properties } = cells;
    const geojson = await fileWith(
      'list.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties,
            geometry: { type: 'Point', coordinates: [Number(lng), Number(lat)] },
          },
        ],
      }),
    );
    expect((await run(plain)).result).toMatchObject({ created: 1 });
    for (const file of [gbk, marked, xlsx, geojson])
      expect((await run(file)).result, file).toMatchObject({
        rows: 1,
        bad: 0,
        created: 0,
        updated: 0,
        unchanged: 1,
      });
  });

  it('refuses a number that comes twice, and one code with two names', async () => {
    const rows = [
      openingCells(),
      openingCells(),
      openingCells({ 外部编号: 'A-3', 用人单位: '别的厂' }),
      openingCells({ 外部编号: 'A-4', 用人单位: '别的厂', 统一社会信用代码: makeCreditCode(2) }),
    ];
    const { faults } = await run(await fileWith('a.csv', csvOf(rows)));
    expect(faults.map(({ row, column, reason }) => `${row} ${column} ${reason}`)).toEqual([
      '3 外部编号 和第 2 行重复',
      '4 用人单位 同一个信用代码，第 2 行写的是“禾渡配件厂”',
    ]);
  });

  it('without coordinates stands at its town and says so', async () => {
    await run(await fileWith('a.csv', csvOf([openingCells({ 经度: '', 纬度: '' })])));
    const { rows } = await database.pool.query('select place_quality, place_source from openings');
    expect(rows[0]).toEqual({ place_quality: 'town', place_source: '所在地约略位置' });
  });

  it('reads service points with their hours', async () => {
    const file = await fileWith(
      'p.csv',
      csvOf([pointCells(), pointCells({ 外部编号: 'P-2', 开放时间: '一 11:30-08:30' })]),
    );
    const { result, faults } = await run(file, { kind: 'points', keepGoing: true });
    expect(result).toMatchObject({ created: 1, bad: 1 });
    expect(faults).toMatchObject([{ row: 3, column: '开放时间' }]);
    const { rows } = await database.pool.query('select * from service_points');
    expect(rows[0]).toMatchObject({
      level: 'town',
      division: '321003103',
      terminals_installed: 1,
      terminals_working: 1,
    });
    expect(rows[0].hours).toHaveLength(11);
    expect((await run(file, { kind: 'points', keepGoing: true })).result).toMatchObject({
      created: 0,
      unchanged: 1,
    });
  });

  it.each([
    ['an empty file', 'a.csv', '', /空的/],
    ['a header alone', 'a.csv', openingColumns.join(','), /没有数据/],
    ['other columns', 'a.csv', 'a,b\n1,2\n', /少了这些列：外部编号、岗位名称/],
    ['text that calls itself Excel', 'a.xlsx', 'hello', /不是 Excel/],
    ['an old workbook', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /老的 \.xls/],
    ['half a zip', 'a.xlsx', Buffer.from('PK\u0003\u0004garbage'), /坏的/],
    ['broken JSON', 'a.geojson', '{"features": [', /不是完整的 JSON/],
    ['a quote that never ends', 'a.csv', `${openingColumns.join(',')}\n"abc`, /引号/],
  ])('refuses %s in plain words', async (_what, name, content, reason) => {
    const refused = run(await fileWith(name, content as string));
    await expect(refused).rejects.toThrow(FileFault);
    await expect(refused).rejects.toThrow(reason);
    expect(await count('openings')).toBe(0);
  });
});
