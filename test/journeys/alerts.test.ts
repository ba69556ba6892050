import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { alertsZhCn as words } from '../../web/text/alerts-zh-cn.ts';
import { faultsOf } from './support/axe.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';
import { heading, openings } from './support/screen.ts';
import { newPhone, signInByPhone } from './support/sign-in.ts';

describeJourney('somebody wants to be told', () => {
  const { visit, ask } = useJourney();
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  it('of new openings: telephone, where, how often; then stops it and starts it again', async () => {
    const { page } = await visit('phone', '/?v=1&q=电焊工&benefits=包住');
    await button(page, words.tell).click();
    await page.getByText(words.phoneFirst).waitFor();
    await signInByPhone(page, newPhone(), ask);
    await page.getByText('电焊工、包住').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'alert-form-phone');
    await page.getByLabel(words.where).selectOption({ label: '江都区' });
    await page.getByRole('radio', { name: words.rhythms.weekly }).check();
    await page.getByRole('dialog').getByRole('button', { name: words.put }).click();
    await page.getByRole('heading', { name: words.doneTitle }).waitFor();
    await picture(page, 'alert-noted-phone');
    await page.getByRole('link', { name: words.seeMine }).click();
    await heading(page, words.title).waitFor();
    await page.getByRole('heading', { level: 2, name: '电焊工 江都 包住' }).waitFor();
    await page.getByText(words.rhythms.weekly).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'alerts-phone');
    await button(page, words.stop).click();
    await page.getByText(words.off).waitFor();
    await button(page, words.resume).click();
    await button(page, words.toDaily).click();
    await page.getByText(words.rhythms.daily).waitFor();
    await page.getByRole('link', { name: '电焊工 江都 包住' }).click();
    await page.waitForURL(/district=321012/);
    expect(page.url()).toContain('sort=newest');
  });

  it('when nothing is found; nobody is asked where nothing in particular is looked for', async () => {
    const { page } = await visit('desktop', '/?v=1&q=电焊工&pay=90000&district=321084');
    await page.getByText(words.tellNone).waitFor();
    await picture(page, 'alert-none-desktop');
    await page.goto(new URL('/', page.url()).href);
    await openings(page).first().waitFor();
    expect(await button(page, words.tell).count()).toBe(0);
  });

  it('a link that is not whole says so, and where the alerts are', async () => {
    const { page } = await visit('phone', '/a/bm8tc3VjaC1saW5r.AAAAAAAAAAAAAAAAAAAAAAAA');
    await page.getByText('链接不全').waitFor();
    await page.getByRole('link', { name: words.toMine }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
