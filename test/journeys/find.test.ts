import { expect, it } from 'vitest';
import type { ReplyOf } from '../../api/endpoint.ts';
import type { listOpenings } from '../../api/openings/contract.ts';
import { zhCn as words } from '../../web/text/zh-cn.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';
import { cardTitles, heading, openings, searchField } from './support/screen.ts';

type List = ReplyOf<typeof listOpenings>;

describeJourney('somebody looks for work', () => {
  const { visit, ask } = useJourney();

  it('welding in Jiangdu, nearest to Xiannü town first, and reads the first one', async () => {
    const { page } = await visit('desktop', '/');
    await openings(page).first().waitFor();
    await picture(page, 'list-desktop');
    await searchField(page).fill('焊工');
    await searchField(page).press('Enter');
    const found = await ask<List>('/api/openings?q=焊工&pageSize=1');
    await heading(page, words.scopeWords('焊工', found.total)).waitFor();

    await page.getByRole('button', { name: words.barMore, exact: true }).click();
    const filter = page.getByRole('dialog', { name: words.filterTitle });
    const jiangdu = found.facets.district.find(({ label }) => label === '江都区')!;
    await filter
      .getByRole('group', { name: words.filterDistrict })
      .getByRole('button', { name: `江都区 ${jiangdu.openings}` })
      .click();
    await filter.getByRole('button', { name: words.filterSee(jiangdu.openings) }).click();
    await heading(page, words.scopeNamed('江都区', jiangdu.openings)).waitFor();

    // Nearest to what? The device does not say, so a place is asked for.
    await page.getByRole('button', { name: new RegExp(words.sortLabel) }).click();
    await page.getByRole('button', { name: words.sorts.distance, exact: true }).click();
    const chooser = page.getByRole('dialog', { name: words.chooseStart });
    await chooser.getByRole('combobox', { name: words.chooseStart }).fill('仙女');
    await chooser
      .getByRole('option', { name: /^仙女镇/ })
      .first()
      .click();
    await page.getByRole('button', { name: words.modeAny, exact: true }).click();
    await heading(page, words.scopeNamed('江都区', jiangdu.openings)).waitFor();
    const start = new URL(page.url()).searchParams.get('at')!;
    const near = await ask<List>(
      `/api/openings?q=焊工&district=${jiangdu.value}&near=${start}&sort=distance&pageSize=20`,
    );
    const nearestFirst = near.items.map(({ distanceMetres }) => distanceMetres!);
    expect(nearestFirst).toEqual([...nearestFirst].sort((a, b) => a - b));
    expect(near.items.every(({ district }) => district.name === '江都区')).toBe(true);
    await expect.poll(() => cardTitles(page)).toEqual(near.items.map(({ title }) => title));
    await picture(page, 'nearest-first-desktop');

    await openings(page).first().getByRole('link').click();
    const [first] = near.items;
    await heading(page, first!.title).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/o/${first!.id}`);
    await page.getByRole('heading', { name: words.nearestTitle }).waitFor();
    await picture(page, 'opening-desktop');
  });
});
