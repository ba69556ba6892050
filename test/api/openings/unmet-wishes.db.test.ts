import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReplyOf } from '../../../api/endpoint.ts';
import type { listOpenings } from '../../../api/openings/contract.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { meiliUrl } from '../../support/meili.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

type List = ReplyOf<typeof listOpenings>;

const url = meiliUrl();
const index = `unmet-${process.env.TEST_DATABASE}-${process.pid}-${Date.now()}`;
const engines = [
  { name: 'postgres', meili: null },
  ...(url ? [{ name: 'meilisearch', meili: { url, key: process.env.MEILI_KEY ?? null, index } }] : []),
];

describeWithDatabase.each(engines)('wishes that nobody offers, with $name', ({ meili }) => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool, { meili });
    const cleaning = { occupation: '保洁员', town: '321023100' };
    await addOpenings(
      database.pool,
      [
        { title: '保洁员', ...cleaning, benefits: [] },
        { title: '夜班保洁员', ...cleaning, benefits: ['包吃'] },
        { title: '螃蟹养殖工', occupation: '水产养殖工', town: '321084001', benefits: [] },
        { title: '瓜洲渡口检票员', town: '321084001', benefits: [] },
      ].map(makeOpening),
    );
    await running.settle();
  }, 120_000);
  afterAll(() => running.close());

  const ask = async (q: string, more = '') => {
    const asked = `q=${encodeURIComponent(q)}${more}`;
    const list = await request(running.app).get(`/api/openings?${asked}`).expect(200);
    const { items, total, understood, unmet, degraded } = list.body as List;
    const map = await request(running.app).get(`/api/openings/map?${asked}`).expect(200);
    expect(map.body.total).toBe(total);
    expect(degraded).toBe(false);
    const words = (parts: List['unmet']) => parts.map(({ text }) => text);
    return {
      titles: items.map(({ title }) => title),
      understood: words(understood),
      unmet: words(unmet),
    };
  };

  it('give way, are said, and the job at the place is shown', async () => {
    expect(await ask('宝应 保洁 包住 班车')).toEqual({
      titles: ['夜班保洁员', '保洁员'],
      understood: ['宝应'],
      unmet: ['包住', '班车'],
    });
  });

  it('give way only where they must', async () => {
    expect(await ask('宝应 保洁 包吃 班车')).toEqual({
      titles: ['夜班保洁员'],
      understood: ['宝应', '包吃'],
      unmet: ['班车'],
    });
    expect(await ask('宝应 保洁 包吃')).toMatchObject({ understood: ['宝应', '包吃'], unmet: [] });
  });

  it('give way where nothing but wishes was said: the one that can be had stays', async () => {
    expect(await ask('包吃 班车')).toEqual({
      titles: ['夜班保洁员'],
      understood: ['包吃'],
      unmet: ['班车'],
    });
  });

  it('are said when the place gives way with them, and the job elsewhere is shown', async () => {
    expect(await ask('宝应 水产养殖 包住')).toEqual({
      titles: ['螃蟹养殖工'],
      understood: [],
      unmet: ['宝应', '包住'],
    });
  });

  it('are none where the words are a title', async () => {
    expect(await ask('瓜洲渡口检票员')).toEqual({
      titles: ['瓜洲渡口检票员'],
      understood: [],
      unmet: [],
    });
  });

  it('that the person holds on to leave nothing, and it is not said that they gave way', async () => {
    const held = await ask('宝应 保洁', `&benefits=${encodeURIComponent('包住')}`);
    expect(held).toMatchObject({ titles: [], unmet: [] });
  });
});
