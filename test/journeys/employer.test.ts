import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../api/endpoint.ts';
import { creditCodeCheck } from '../../api/employers/credit-code.ts';
import type { listOpenings } from '../../api/openings/contract.ts';
import { applicationsZhCn } from '../../web/text/applications-zh-cn.ts';
import { deskZhCn as words } from '../../web/text/desk-zh-cn.ts';
import { deskOpeningZhCn as opening } from '../../web/text/desk-opening-zh-cn.ts';
import { spaced } from '../../web/text/spacing.ts';
import { reviewsZhCn as review } from '../../web/text/reviews-zh-cn.ts';
import { faultsOf } from './support/axe.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';
import { heading, openings, seen } from './support/screen.ts';
import { newPhone, signInByPhone } from './support/sign-in.ts';

const WITHIN_MS = 1000;

/** One grey pixel: what a photograph of a licence is to the server. */
const LICENCE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

describeJourney('an employer fills a post', () => {
  const { visit, ask, signInStaff } = useJourney();
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
  /** Whether the list that everybody gets holds an opening of this title. */
  const isShown = async (title: string): Promise<boolean> => {
    const { items } = await ask<ReplyOf<typeof listOpenings>>('/api/openings?pageSize=5&sort=newest');
    return items.some((item) => item.title === title);
  };

  /** Takes a picture and lists what stands in somebody's way. */
  const look = async (page: Page, name: string): Promise<void> => {
    await picture(page, name);
    expect(await faultsOf(page), name).toEqual([]);
  };

  /** How long after `since` everybody sees it; fails after a second. */
  const withinASecond = async (since: number, isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) expect(Date.now() - since).toBeLessThan(WITHIN_MS);
  };

  it('from the first visit to the filled post', async () => {
    const mark = String(Date.now()).slice(-6);
    const title = `面点师傅${mark}`;
    const shown = spaced(title);
    const first17 = `91321002MA${mark}A`
      .slice(0, 17)
      .padEnd(17, '3')
      .replaceAll(/[IOSVZ]/g, '1');

    // Signs up: telephone, code, employer, licence.
    const { page } = await visit('desktop', '/about');
    await page.getByRole('link', { name: '去招人' }).click();
    await signInByPhone(page, newPhone(), ask);
    await heading(page, words.makeTitle).waitFor();
    await field(page, words.creditCode).fill(first17);
    await page.getByText(words.creditLeft(1)).waitFor();
    await button(page, words.makeButton).click();
    await page.getByText(words.creditShort(1, 17)).waitFor();
    await look(page, 'employer-new-faults');
    await field(page, words.creditCode).fill(first17 + creditCodeCheck(first17));
    await page.getByText(words.creditGood).waitFor();
    await field(page, words.employerName).fill(`东塘早面馆${mark}`);
    await field(page, words.industry).selectOption('H');
    await field(page, words.size).selectOption('10-49人');
    await field(page, words.county).selectOption({ label: '广陵区' });
    await field(page, words.town).selectOption({ label: '东关街道' });
    await field(page, words.address).fill('广陵区东关街道东关街 212 号');
    await button(page, words.pinHere).click();
    await page.getByText(words.pinGood).waitFor();
    await look(page, 'employer-new');
    await button(page, words.makeButton).click();
    await heading(page, `东塘早面馆${mark}`).waitFor();
    await page.locator('input[type=file]').setInputFiles({
      name: 'licence.png',
      mimeType: 'image/png',
      buffer: LICENCE,
    });
    await button(page, words.licenceSend).click();
    await button(page, words.verifyAsk).click();
    await page.getByText(words.standing.waiting).first().waitFor();
    await look(page, 'employer-profile');

    // Posts with words that may not stand: they are marked, and one press takes them out.
    await page.getByRole('link', { name: words.openings, exact: true }).click();
    await page.getByText(words.noOpenings).waitFor();
    await page.getByRole('link', { name: words.post }).click();
    await field(page, opening.title).fill(`${title}，加微信 mian88`);
    await field(page, opening.headcount).fill('1');
    await field(page, opening.payMin).fill('5500');
    await field(page, opening.payMax).fill('7000');
    await field(page, opening.duties).fill(
      '做包子、烧卖，早上 4:30 到店，做六休一。限女性。工作服押金 200 元。',
    );
    await field(page, opening.requirements).fill('不限，来了教');
    await page.getByRole('checkbox', { name: '包吃' }).check();
    await page.getByText('3 处必须改').first().waitFor();
    await look(page, 'employer-opening-findings');
    await button(page, opening.submit).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('title');
    for (let left = 2; left >= 0; left--) {
      await button(page, opening.remove).first().click();
      const said = left > 0 ? `${left} 处必须改` : opening.afterSubmit;
      await page.getByText(said).first().waitFor();
    }
    // What no rule names, but is like what others were refused for, is a question that can be answered.
    await field(page, opening.requirements).fill('会擀皮，过了五十的老师傅眼神跟不上，我们就不收了');
    await page
      .getByText(/可能不合规.+说明一下就行/)
      .first()
      .waitFor();
    await look(page, 'employer-opening-likely');
    await field(page, opening.requirements).fill('不限，来了教');
    await page
      .getByText(/可能不合规/)
      .first()
      .waitFor({ state: 'detached' });
    await button(page, opening.days(30)).click();

    // What was typed outlives the page.
    await page.getByText(/草稿 .* 已存/).waitFor();
    await page.reload();
    await page.getByText(/接着 .* 的草稿写/).waitFor();
    expect(await field(page, opening.title).inputValue()).toBe(title);
    await button(page, opening.submit).click();
    await heading(page, shown).waitFor();
    await seen(page, words.statuses.submitted).waitFor();

    // The reviewer sends it back; nothing shows meanwhile.
    expect(await isShown(title)).toBe(false);
    const reviewer = await visit('desktop', '/about');
    await signInStaff(reviewer.context, 'shenhe');
    await reviewer.page.goto('/review/openings');
    await reviewer.page.getByRole('link', { name: shown }).click();
    await button(reviewer.page, review.sendBack).click();
    await reviewer.page.getByRole('checkbox', { name: opening.reasons['unclear-duties'] }).check();
    await field(reviewer.page, review.whatToMend).fill('写清几点下班。');
    await look(reviewer.page, 'review-send-back');
    await button(reviewer.page, review.send).click();
    await reviewer.page.getByText(review.returned).waitFor();

    // The employer reads why, mends it and hands it in again.
    await page.reload();
    await page.getByText('写清几点下班。').first().waitFor();
    await look(page, 'employer-opening-returned');
    await button(page, opening.goOnEditing).click();
    const duties = field(page, opening.duties);
    await duties.fill(`${await duties.inputValue()}上午 11 点下班。`);
    await page.getByText(opening.afterSubmit).waitFor();
    await button(page, opening.submit).click();
    await seen(page, words.statuses.submitted).waitFor();

    // Papers first, then the opening: on the map within a second.
    await reviewer.page.goto('/review/employers');
    await reviewer.page.getByRole('link', { name: spaced(`东塘早面馆${mark}`) }).click();
    await look(reviewer.page, 'review-employer');
    await button(reviewer.page, review.expel).click();
    await look(reviewer.page, 'review-expel');
    await button(reviewer.page, review.cancel).click();
    await button(reviewer.page, review.approve).click();
    await reviewer.page.getByText(review.approvedEmployer).waitFor();
    await reviewer.page.goto('/review/openings');
    await reviewer.page.getByRole('link', { name: shown }).click();
    await heading(reviewer.page, shown).waitFor();
    await look(reviewer.page, 'review-opening');
    const approved = reviewer.page.waitForResponse((reply) => reply.url().endsWith('/decision'));
    await button(reviewer.page, review.approve).click();
    expect((await approved).status()).toBe(200);
    await withinASecond(Date.now(), () => isShown(title));

    // Somebody finds it and answers.
    const seeker = await visit('phone', '/?v=1&sort=newest');
    await openings(seeker.page).getByRole('link', { name: shown }).click();
    await button(seeker.page, applicationsZhCn.apply).click();
    await signInByPhone(seeker.page, newPhone(), ask);
    await seeker.page.getByLabel(applicationsZhCn.name).fill('杨小川');
    await seeker.page.getByRole('checkbox').check();
    await button(seeker.page, applicationsZhCn.send).click();
    await seeker.page.getByRole('heading', { name: applicationsZhCn.sentTitle }).waitFor();

    // One place, one person hired: the opening closes and leaves the map.
    await page.reload();
    await seen(page, words.statuses.published).waitFor();
    await look(page, 'employer-opening-published');
    await page.getByRole('link', { name: new RegExp(`^${words.applicants}`) }).click();
    await page.getByText('杨小川').first().waitFor();
    await look(page, 'employer-applicants');
    await button(page, applicationsZhCn.inboxMoves.hired).click();
    const hired = page.waitForResponse((reply) => reply.request().method() === 'POST');
    await page.getByRole('dialog').getByRole('button', { name: applicationsZhCn.hireConfirm }).click();
    expect((await hired).status()).toBe(200);
    await withinASecond(Date.now(), async () => !(await isShown(title)));
    await page.getByRole('link', { name: words.openings, exact: true }).click();
    await seen(page, words.statuses.closed).waitFor();
    await look(page, 'employer-openings');
  }, 300_000);

  it('a session that ends while a form is open keeps what was typed, and the form goes on after signing in', async () => {
    const phone = newPhone();
    const { page, context } = await visit('phone', '/sign-in?to=/desk');
    await look(page, 'sign-in-phone');
    await signInByPhone(page, phone, ask);
    await heading(page, words.makeTitle).waitFor();
    await look(page, 'employer-new-phone');
    const code = `92321003MA${String(Date.now()).slice(-7)}`;
    await field(page, words.creditCode).fill(code + creditCodeCheck(code));
    await field(page, words.employerName).fill('渡口早茶铺');
    await field(page, words.industry).selectOption('H');
    await field(page, words.size).selectOption('1-9人');
    await field(page, words.county).selectOption({ label: '广陵区' });
    await field(page, words.town).selectOption({ label: '东关街道' });
    await field(page, words.address).fill('东关街道渡口路 3 号');
    await button(page, words.pinHere).click();
    await context.clearCookies();
    await button(page, words.makeButton).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('登录过期了').waitFor();
    await look(page, 'session-ended-phone');
    // The same person a minute later: another code is sent.
    await dialog.getByLabel('手机号', { exact: true }).fill(phone);
    await dialog.getByRole('button', { name: '发验证码' }).click();
    await expect
      .poll(async () => (await dialog.getByText(/秒|等/).allTextContents()).length, { timeout: 20_000 })
      .toBeGreaterThan(0);
    expect(await field(page, words.employerName).inputValue()).toBe('渡口早茶铺');
  });
});
