import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../api/endpoint.ts';
import type { listInbox } from '../../api/accounts/contract.ts';
import type { listOpenings } from '../../api/openings/contract.ts';
import { accountsZhCn } from '../../web/text/accounts-zh-cn.ts';
import { applicationsZhCn as words } from '../../web/text/applications-zh-cn.ts';
import { groupCode } from '../../web/openings/code.ts';
import { spaced } from '../../web/text/spacing.ts';
import { zhCn } from '../../web/text/zh-cn.ts';
import { faultsOf } from './support/axe.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';
import { printed } from './support/paper.ts';
import { heading, seen } from './support/screen.ts';

describeJourney('somebody answers an opening', () => {
  const { visit, ask } = useJourney();
  const firstOpening = async () =>
    (await ask<ReplyOf<typeof listOpenings>>('/api/openings?pageSize=1&sort=salary')).items[0]!;
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  /** Signs in over the form, with the code from the demo's inbox. */
  async function signIn(page: Page, phone: string): Promise<void> {
    const dialog = page.getByRole('dialog').last();
    await dialog.getByLabel(accountsZhCn.phone).fill(phone);
    await dialog.getByRole('button', { name: accountsZhCn.sendCode }).click();
    let code: string | undefined;
    await expect
      .poll(async () => {
        const { messages } = await ask<ReplyOf<typeof listInbox>>('/api/inbox');
        const told = messages.find(({ recipient, text }) => recipient === phone && /\d{6}/.test(text));
        return (code = told && /\d{6}/.exec(told.text)![0]);
      })
      .toBeDefined();
    await dialog.getByLabel(accountsZhCn.code).fill(code!);
    await page.getByLabel(words.name).waitFor();
  }

  it('without a CV: telephone, two sentences, a consent; loses the network, loses nothing, and takes it back', async () => {
    const opening = await firstOpening();
    const { page, context } = await visit('phone', `/o/${opening.code}`);
    await button(page, words.apply).click();
    await page.getByText(words.applyPhoneFirst).waitFor();
    await signIn(page, `135${String(Date.now()).slice(-8)}`);
    expect(await faultsOf(page)).toEqual([]);
    await button(page, words.send).click();
    await page.getByText(words.nameEmpty).waitFor();
    await page.getByLabel(words.name).fill('杨小川');
    await page.getByLabel(words.message).fill('干过 3 年，下个月能来。');
    await page.getByText(opening.employer.name).last().waitFor();
    await page.getByRole('checkbox').check();
    await context.setOffline(true);
    await button(page, words.send).click();
    await page.getByRole('alert').filter({ hasText: '没有网' }).waitFor();
    await picture(page, 'apply-offline-phone');
    await context.setOffline(false);
    await button(page, words.send).click();
    await page.getByRole('heading', { name: words.sentTitle }).waitFor();
    await page.getByRole('link', { name: words.seeMine }).click();
    await heading(page, words.mineTitle).waitFor();
    await page.getByText(words.states.new).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'my-applications-phone');
    await button(page, words.withdraw).click();
    await button(page, words.withdrawConfirm).click();
    await page.getByText(words.states.withdrawn).waitFor();
    await page.getByText(words.wiped).waitFor();
  });

  it('rings: the number comes when it is asked for, and is in nothing that came before', async () => {
    const opening = await firstOpening();
    const { page } = await visit('desktop', `/o/${opening.code}`);
    await button(page, zhCn.callEmployer).click();
    const link = page.getByRole('link', { name: /^打 / }).first();
    const href = await link.getAttribute('href');
    expect(href).toMatch(/^tel:\d{8,}$/);
    await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true);
    const digits = href!.slice('tel:'.length);
    const whole = await fetch(new URL(`/api/openings/${opening.code}`, page.url()));
    expect((await whole.text()).replace(/\D/g, '')).not.toContain(digits);
    await button(page, words.callOutcomes['no-answer']).click();
    await seen(page, words.callsThanks['no-answer']).waitFor();
  });

  it('takes a poster along: one A4 sheet with code and number', async () => {
    const opening = await firstOpening();
    const { page } = await visit('desktop', `/o/${opening.code}/poster`);
    await heading(page, /./).waitFor();
    await page.getByText(words.posterCall).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const paper = await printed(page);
    expect([paper.pages, Math.round(paper.widthMm), Math.round(paper.heightMm)]).toEqual([1, 210, 297]);
    for (const said of [groupCode(opening.code), spaced(opening.title), opening.employer.name])
      expect(paper.text).toContain(said);
    expect(paper.text).not.toContain(words.posterPrint);
    await picture(page, 'poster-desktop');
  });
});
