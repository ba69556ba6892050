import { expect, it } from 'vitest';
import type { ReplyOf } from '../../api/endpoint.ts';
import type { listOpenings } from '../../api/openings/contract.ts';
import { zhCn as words } from '../../web/text/zh-cn.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';
import { heading, openings, searchField } from './support/screen.ts';

type List = ReplyOf<typeof listOpenings>;

describeJourney('the address holds what was asked', () => {
  const { visit, ask } = useJourney();
  const totalOf = async (asked: string) => (await ask<List>(`/api/openings?${asked}&pageSize=1`)).total;

  it('over a reload, Back and Forward, and in a link that somebody else opens on a phone', async () => {
    const { page, context } = await visit('desktop', '/');
    await searchField(page).fill('保安');
    await searchField(page).press('Enter');
    const all = words.scopeWords('保安', await totalOf('q=保安'));
    await heading(page, all).waitFor();
    await page.getByRole('button', { name: words.barBoard, exact: true }).click();
    await page.getByRole('dialog', { name: words.barBoard }).getByRole('button', { name: /^包住/ }).click();
    const boarding = words.scopeWords('保安', await totalOf('q=保安&benefits=包住'));
    await heading(page, boarding).waitFor();

    await page.reload();
    await heading(page, boarding).waitFor();
    await openings(page).first().getByRole('link').click();
    await page.getByRole('heading', { name: words.duties }).waitFor();
    await page.goBack();
    await heading(page, boarding).waitFor();
    await page.goBack();
    await heading(page, all).waitFor();
    expect(await searchField(page).inputValue()).toBe('保安');
    await page.goForward();
    await heading(page, boarding).waitFor();

    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: words.copySearch }).click();
    await page.getByText(words.copied).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await visit('phone', link);
    await heading(other.page, boarding).waitFor();
    await picture(other.page, 'shared-phone');
  });

  it('a broken link keeps what can be read; what is gone says where to go on', async () => {
    const { page } = await visit(
      'desktop',
      '/?v=1&q=保安&district=3210&pay=lots&sort=cheapest&at=119,&area=1,2,3&mode=rocket&benefits=,,',
    );
    await heading(page, words.scopeWords('保安', await totalOf('q=保安'))).waitFor();
    // The next step writes an address that is whole again.
    await page.getByRole('button', { name: new RegExp(words.sortLabel) }).click();
    await page.getByRole('button', { name: words.sorts.salary, exact: true }).click();
    await expect
      .poll(() => new URL(page.url()).search)
      .toBe(`?v=1&q=${encodeURIComponent('保安')}&sort=salary`);

    await page.goto('/o/ZZZZZ9');
    await heading(page, words.openingGone).waitFor();
    await picture(page, 'gone-desktop');
    await page.goto('/nowhere');
    await heading(page, words.missingTitle).waitFor();
    await page.getByRole('link', { name: words.navFind }).last().click();
    await heading(page, words.scopeCity(await totalOf(''))).waitFor();
  });
});
