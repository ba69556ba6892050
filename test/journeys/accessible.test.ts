import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../api/endpoint.ts';
import type { listOpenings } from '../../api/openings/contract.ts';
import type { listServicePoints } from '../../api/service-points/contract.ts';
import { zhCn as words } from '../../web/text/zh-cn.ts';
import { faultsOf } from './support/axe.ts';
import { describeJourney, picture, useJourney, type Screen } from './support/journey.ts';
import { heading, openings, servicePoints } from './support/screen.ts';

const faultsAt = async (page: Page, where: string): Promise<string[]> =>
  (await faultsOf(page)).map((fault) => `${where}: ${fault}`);

describeJourney('nothing stands in the way of anybody', () => {
  const { visit, ask } = useJourney();

  it.each<Screen>(['phone', 'desktop'])('on every page, on a %s', async (screen) => {
    const { items } = await ask<ReplyOf<typeof listOpenings>>('/api/openings?pageSize=1');
    const points = await ask<ReplyOf<typeof listServicePoints>>('/api/service-points?limit=1');
    const { page } = await visit(screen, '/');
    const pages: [name: string, path: string, isThere: () => Promise<unknown>][] = [
      ['list', '/', () => openings(page).first().waitFor()],
      ['service-points', '/points', () => servicePoints(page).first().waitFor()],
      ['point', `/p/${points.items[0]!.id}`, () => heading(page, points.items[0]!.name).waitFor()],
      ['opening', `/o/${items[0]!.id}`, () => page.getByRole('heading', { name: words.duties }).waitFor()],
      ['data', '/data', () => page.getByRole('table').first().waitFor()],
      ['about', '/about', () => heading(page, words.aboutTitle).waitFor()],
      ['code', '/c', () => heading(page, words.codePageTitle).waitFor()],
      ['zero', '/?v=1&q=宇航员', () => heading(page, /没有“宇航员”/).waitFor()],
      ['near', '/?v=1&at=119.4271,32.3939&from=东关街道&mode=ebike', () => heading(page, /^圈内/).waitFor()],
    ];
    const faults: string[] = [];
    for (const [name, path, isThere] of pages) {
      await page.goto(path);
      await isThere();
      await picture(page, `axe-${name}-${screen}`);
      faults.push(...(await faultsAt(page, name)));
    }
    expect(faults).toEqual([]);
  });

  it.each<Screen>(['phone', 'desktop'])('in the filter, on a %s', async (screen) => {
    const { page } = await visit(screen, '/?v=1&q=普工');
    await openings(page).first().waitFor();
    const name = screen === 'phone' ? words.chipFilter : words.barMore;
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: words.filterTitle });
    await dialog.getByRole('button', { name: /^看这/ }).waitFor();
    await picture(page, `axe-filter-${screen}`);
    expect(await faultsAt(page, 'filter')).toEqual([]);
  });
});
