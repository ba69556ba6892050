import { expect, it } from 'vitest';
import { wagesDeskEn } from '../../web/text/wages-desk-en.ts';
import { wagesDeskZhCn as words } from '../../web/text/wages-desk-zh-cn.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';
import { heading } from './support/screen.ts';

const notice = '苏人社规〔2026〕1号';

describeJourney('minimum pay', () => {
  const { visit, signInStaff, ask } = useJourney();
  const staffAt = async (login: string, path: string, screen: 'desktop' | 'phone') => {
    const { page, context } = await visit(screen, '/about');
    await signInStaff(context, login);
    await page.goto(path);
    return page;
  };
  type Row = { county: string; inForceFrom: string | null; monthlyYuan: number; isInForce: boolean };
  const rowsOf = async (county: string) =>
    (await ask<{ items: Row[] }>('/api/minimum-wages')).items.filter((row) => row.county === county);

  it('the city enters next year’s, is asked about a slip, and takes a wrong day back', async () => {
    const page = await staffAt('shi', '/staff/wages', 'desktop');
    await page.getByRole('button', { name: words.enter }).click();
    const form = page.getByRole('dialog', { name: words.enterTitle });
    await form.getByRole('button', { name: words.save }).click();
    await form.getByText(words.countiesFault).waitFor();
    await form.getByRole('checkbox', { name: '仪征市' }).check();
    await form.getByRole('checkbox', { name: '高邮市' }).check();
    await form.locator('input[name=inForceFrom]').fill('2027-01-01');
    await form.getByLabel(words.monthly).fill('245');
    await form.getByLabel(words.hourly).fill('24');
    await form.getByLabel(words.source).fill(notice);
    await form.getByRole('button', { name: words.save }).click();
    await form.getByText(words.monthlyFault('500', '100000')).waitFor();
    await form.getByLabel(words.monthly).fill('24500');
    await form.getByRole('button', { name: words.save }).click();
    const doubt = page.getByRole('dialog', { name: words.doubtTitle });
    await doubt
      .getByText(words.doubt.far(words.figures.monthlyYuan, '24500', '2260', '984'))
      .first()
      .waitFor();
    await picture(page, 'wages-doubt');
    await page.keyboard.press('Escape');
    await form.getByLabel(words.monthly).fill('2450');
    await form.getByRole('button', { name: words.save }).dblclick();
    await page.getByText(words.saved('2')).waitFor();
    expect(await rowsOf('321084')).toMatchObject([
      { inForceFrom: '2027-01-01', monthlyYuan: 2450, isInForce: false },
      { inForceFrom: null, isInForce: true },
    ]);
    await page.getByRole('button', { name: words.takeFull('高邮市', '2027-01-01') }).click();
    const take = page.getByRole('dialog', { name: words.takeTitle('高邮市', '2027-01-01') });
    await take.getByRole('button', { name: words.take }).click();
    await page.getByText(words.taken('高邮市')).waitFor();
    expect(await rowsOf('321084')).toHaveLength(1);
  });

  it('a reviewer reads it on a phone and finds nothing to press', async () => {
    const page = await staffAt('shenhe', '/staff/wages', 'phone');
    await page.getByRole('rowheader', { name: '广陵区' }).waitFor();
    await picture(page, 'wages-phone');
    expect(await page.getByRole('button', { name: words.enter }).count()).toBe(0);
    expect(await page.getByRole('button', { name: words.fill, exact: true }).count()).toBe(0);
  });

  it('who reads English gets it in English', async () => {
    const page = await staffAt('shenhe', '/staff/wages?lang=en', 'desktop');
    await heading(page, wagesDeskEn.title).waitFor();
  });
});
