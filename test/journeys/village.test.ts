import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Bulletin } from '../../api/bulletins/contract.ts';
import type { ServicePointItem } from '../../api/service-points/contract.ts';
import { groupCode } from '../../web/openings/code.ts';
import { bulletinZhCn } from '../../web/text/bulletin-zh-cn.ts';
import { helpZhCn } from '../../web/text/help-zh-cn.ts';
import { terminalZhCn } from '../../web/text/terminal-zh-cn.ts';
import { zhCn as words } from '../../web/text/zh-cn.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';
import { printed, withoutDialog } from './support/paper.ts';
import { tabTo } from './support/screen.ts';

const TOWN = '321003103';
const wall = { width: 1080, height: 1920 };
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** Until everything the terminal needs without a network lies in the machine. */
const isKept = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const store = await caches.open('terminal-1');
    const needed = ['/terminal/', '/api/terminals/page'];
    const kept = await Promise.all(needed.map((path) => store.match(path)));
    const files = (await store.keys()).filter(({ url }) => url.includes('/assets/'));
    return kept.every(Boolean) && files.length > 5 && navigator.serviceWorker.controller !== null;
  });

describeJourney('a village and its service point', () => {
  const { visit, ask, signInStaff } = useJourney();
  const villagePoint = async (): Promise<ServicePointItem> => {
    const { items } = await ask<{ items: ServicePointItem[] }>(`/api/service-points?town=${TOWN}&limit=20`);
    return items.find(({ level, telephones }) => level === 'village' && telephones.length > 0)!;
  };

  it('a terminal is paired, loses its network, still answers and prints, and comes back', async () => {
    const point = await villagePoint();
    const staff = await visit('desktop', '/about');
    await signInStaff(staff.context, 'guazhou');
    await staff.page.goto(`/staff/terminals/${point.id}`);
    await button(staff.page, terminalZhCn.makeCode).click();
    const code = await staff.page.getByText(/^\d{4} \d{4}$/).innerText();

    const { page, context } = await visit('desktop', `/terminal/${point.id}`);
    await page.setViewportSize(wall);
    for (const digit of code.replace(' ', '')) await button(page, digit).click();
    await button(page, terminalZhCn.pairGo).click();
    await page.getByRole('heading', { name: terminalZhCn.question }).waitFor();
    await expect.poll(() => isKept(page)).toBe(true);
    await picture(page, 'terminal-wall');

    await context.setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: terminalZhCn.question }).waitFor();
    await page.getByText(/^没有网，这是 \d+:\d\d 存下的 \d+ 个岗位/).waitFor();
    const tile = page.getByRole('list', { name: terminalZhCn.jobsLabel }).getByRole('button').first();
    const said = Number(/(\d+) 个/.exec(await tile.innerText())![1]);
    await tile.click();
    await page.getByText(terminalZhCn.count(String(said)), { exact: true }).waitFor();
    const row = page.getByRole('list', { name: terminalZhCn.rowsLabel }).getByRole('listitem').first();
    const openingCode = (await row.locator('b').last().innerText()).replace(' ', '');

    // The same one by its code, typed.
    await button(page, terminalZhCn.home).click();
    await button(page, terminalZhCn.typeCode).click();
    for (const key of openingCode) await button(page, key).click();
    await page.getByRole('heading', { name: terminalZhCn.duties }).waitFor();
    await withoutDialog(page);
    await button(page, terminalZhCn.printSlip).click();
    await page.getByText(terminalZhCn.printed).waitFor();
    const slip = await printed(page);
    expect(slip.pages).toBe(1);
    expect(slip.widthMm).toBeCloseTo(80, 0);
    expect(slip.text).toContain(groupCode(openingCode));
    expect(slip.text).toMatch(/电话问\s*0?\d{3}/);
    expect(slip.text).toContain(terminalZhCn.slipNoMoney);
    expect(slip.text).toMatch(/出站往|在站的|就在站旁边|门牌没有核过/);
    expect(slip.text).not.toContain(terminalZhCn.idleNote);

    await context.setOffline(false);
    await expect.poll(() => page.getByText(/^没有网/).count()).toBe(0);
    await staff.page.reload();
    await staff.page.getByText(terminalZhCn.states.working, { exact: true }).last().waitFor();
  });

  it('a terminal left alone forgets who stood before it', async () => {
    const point = await villagePoint();
    const { page, context } = await visit('desktop', '/about');
    await signInStaff(context, 'guazhou');
    await page.goto(`/staff/terminals/${point.id}`);
    await button(page, terminalZhCn.makeCode).click();
    const path = await page.getByRole('link', { name: terminalZhCn.openHere }).getAttribute('href');
    await page.clock.install();
    await page.goto(path!);
    await button(page, terminalZhCn.pairGo).click();
    await button(page, terminalZhCn.byPinyin).click();
    for (const letter of 'bj') await button(page, letter).click();
    await page.clock.runFor(51_000);
    await page.getByText(terminalZhCn.idleTitle).waitFor();
    await picture(page, 'terminal-idle');
    await page.mouse.click(10, 10);
    await expect.poll(() => page.getByText(terminalZhCn.idleTitle).count()).toBe(0);
    await page.getByRole('heading', { name: terminalZhCn.keyboardTitle }).waitFor();
    await page.clock.runFor(61_000);
    await page.getByRole('heading', { name: terminalZhCn.question }).waitFor();
    await button(page, terminalZhCn.byPinyin).click();
    await page.getByText(terminalZhCn.keyboardHint).waitFor();
  });

  it('the bulletin of a week goes on whole sheets of A4, and into a group without a link that follows', async () => {
    const point = await villagePoint();
    const { page } = await visit('desktop', `/bulletin/${point.id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const bulletin = await ask<Bulletin>(`/api/service-points/${point.id}/bulletin`);
    const sheet = await printed(page);
    expect(sheet.widthMm).toBeCloseTo(210, 0);
    expect(sheet.heightMm).toBeCloseTo(297, 0);
    const rows = [...bulletin.items, ...bulletin.others];
    expect(sheet.pages).toBe(Math.ceil(rows.length / 8));
    for (const { code } of rows) expect(sheet.text).toContain(groupCode(code));
    expect(sheet.text).toContain(bulletinZhCn.noMoney);
    expect(sheet.text).not.toContain(bulletinZhCn.copy);
    await picture(page, 'bulletin');

    const message = page.getByRole('textbox', { name: bulletinZhCn.groupText });
    await page.getByRole('radio', { name: bulletinZhCn.lengths.short }).check();
    const short = await message.inputValue();
    expect([...short].length).toBeLessThanOrEqual(300);
    expect(short).not.toMatch(/[?&](utm|from|src)/);

    await page.getByRole('link', { name: bulletinZhCn.screen }).click();
    await button(page, bulletinZhCn.pause).click();
    await button(page, bulletinZhCn.play).waitFor();
  });

  it('somebody at the desk is helped by keyboard alone, and the help is in the ledger', async () => {
    const { page, context } = await visit('desktop', '/about');
    await signInStaff(context, 'guazhou');
    await page.goto('/help');
    await withoutDialog(page);
    const what = page.getByRole('textbox', { name: helpZhCn.what });
    await what.waitFor();
    await tabTo(page, what);
    await page.keyboard.type('保洁');
    await page.keyboard.press('Tab');
    await page.keyboard.type('瓜洲镇');
    await page.keyboard.press('Tab');
    await page.keyboard.type('20');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /个岗位，招/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(page, button(page, helpZhCn.print(2)));
    await page.keyboard.press('Enter');
    const slip = button(page, helpZhCn.results.slip);
    await expect.poll(() => slip.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText(/^记好了，今天第 \d+ 次/).waitFor();
    await picture(page, 'help');
    // Where the page is laid out for paper the focus goes.
    const paper = await printed(page);
    expect(paper.pages).toBe(2);
    expect(paper.widthMm).toBeCloseTo(80, 0);
    // The next person finds nothing of this one.
    await tabTo(page, button(page, helpZhCn.next).last(), 60);
    await page.keyboard.press('Enter');
    await expect.poll(() => what.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await what.inputValue()).toBe('');
    await page.getByText(helpZhCn.notYet).waitFor();
    await page.goto('/help/ledger');
    await page.getByRole('cell', { name: helpZhCn.kinds.placement }).first().waitFor();
  });

  it('长辈版 has an address of its own and is remembered', async () => {
    const { page } = await visit('phone', '/elder');
    await button(page, words.elderOff).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await page.goto('/about');
    expect(await page.evaluate(() => document.documentElement.dataset.elder)).toBe('1');
  });
});
