import { expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../../api/config.ts';

it('starts with nothing set: embedded, with the demo city', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    databaseUrl: null,
    dataDir: '.data',
    seed: 'demo',
    meili: null,
  });
});

it('a real database starts empty: a city is imported, not invented', () => {
  expect(readConfig({ DATABASE_URL: 'postgres://x@localhost/city' }).seed).toBe('none');
  expect(readConfig({ DATABASE_URL: 'postgres://x@localhost/city', SEED: 'demo' }).seed).toBe('demo');
});

it('an empty setting is no setting', () =>
  expect(readConfig({ DATABASE_URL: '', PORT: '' }).port).toBe(3000));

it('names every wrong setting at once', () => {
  const wrong = {
    PORT: 'abc',
    DATABASE_URL: 'mysql://x',
    SEED: 'some',
    BASEMAP: 'google',
    MEILI_URL: 'ftp://x',
  };
  expect(() => readConfig(wrong)).toThrow(ConfigFault);
  for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(name);
});

it.each([
  [{}, { kind: 'offline' }],
  [
    { BASEMAP: 'tianditu', TIANDITU_KEY: 'k' },
    { kind: 'tianditu', key: 'k' },
  ],
  [{ BASEMAP: 'https://maps.example/style.json' }, { kind: 'style', url: 'https://maps.example/style.json' }],
  [{ BASEMAP: 'pmtiles:/srv/yz.pmtiles' }, { kind: 'pmtiles', file: '/srv/yz.pmtiles' }],
])('the base map of %j', (env, basemap) => expect(readConfig(env).basemap).toEqual(basemap));

it('天地图 wants its key', () => expect(() => readConfig({ BASEMAP: 'tianditu' })).toThrow('TIANDITU_KEY'));
