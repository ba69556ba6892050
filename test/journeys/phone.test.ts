import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { zhCn as words } from '../../web/text/zh-cn.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';
import { openings, tabTo } from './support/screen.ts';

const grabber = (page: Page) =>
  page.getByRole('button', { name: new RegExp(`^(${words.sheetRaise}|${words.sheetLower})$`) });

/** How much of the screen the sheet takes. */
async function height(page: Page): Promise<'peek' | 'half' | 'full' | 'between'> {
  const share = 1 - (await grabber(page).boundingBox())!.y / page.viewportSize()!.height;
  if (share > 0.9) return 'full';
  if (Math.abs(share - 0.5) < 0.02) return 'half';
  return Math.abs(share - 0.29) < 0.03 ? 'peek' : 'between';
}

/** A finger put down and drawn up or down the screen. */
async function draw(page: Page, { x, y }: { x: number; y: number }, byY: number): Promise<void> {
  const screen = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', at: number) =>
    screen.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y: at }] });
  await touch('touchStart', y);
  for (let step = 1; step <= 6; step++) await touch('touchMove', y + (byY * step) / 6);
  await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await screen.detach();
}

describeJourney('the list on a phone is a sheet over the map', () => {
  const { visit } = useJourney();

  it('raised by its handle, by a finger and by keyboard; Back lowers it before it leaves', async () => {
    const { page } = await visit('phone', '/about');
    await page.getByRole('button', { name: words.back }).waitFor();
    await page.goto('/');
    await openings(page).first().waitFor();
    const stands = (at: string) => expect.poll(() => height(page)).toBe(at);
    await stands('peek');
    await grabber(page).click();
    await stands('half');
    await picture(page, 'sheet-half-phone');
    await grabber(page).click();
    await stands('full');
    await picture(page, 'sheet-full-phone');
    await page.goBack();
    await stands('half');
    await page.goBack();
    await stands('peek');

    const drag = async (byY: number) => {
      const { x, y, width } = (await grabber(page).boundingBox())!;
      await draw(page, { x: x + width / 2, y: y + 10 }, byY);
    };
    await drag(-180);
    await stands('half');
    await drag(-360);
    await stands('full');
    await drag(200);
    await stands('half');
    await drag(180);
    await stands('peek');

    await page.reload();
    await openings(page).first().waitFor();
    await tabTo(page, grabber(page));
    await page.keyboard.press('Enter');
    await stands('half');
    await page.goBack();
    await stands('peek');
    await page.goBack();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/about');
  });

  it('large letters are remembered and can be made larger still', async () => {
    const { page } = await visit('phone', '/');
    const letters = () =>
      page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    await openings(page).first().waitFor();
    const before = await letters();
    await page.getByRole('button', { name: words.elder, exact: true }).click();
    await page.getByRole('button', { name: words.elderBigger }).waitFor();
    await expect.poll(letters).toBeGreaterThan(before);
    const large = await letters();
    await picture(page, 'elder-phone');
    await page.reload();
    await openings(page).first().waitFor();
    expect(await letters()).toBe(large);
    await page.getByRole('button', { name: words.elderBigger }).click();
    await expect.poll(letters).toBeGreaterThan(large);
    await picture(page, 'elder-larger-phone');
    await page.getByRole('button', { name: words.elderOff }).click();
    await expect.poll(letters).toBe(before);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['elder']);
  });
});
