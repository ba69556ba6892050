import type { Locator, Page } from 'playwright-core';
import { zhCn as words } from '../../../web/text/zh-cn.ts';

/** What a person sees on the page, by role and name. */
export const openings = (page: Page) =>
  page.getByRole('list', { name: words.listLabel, exact: true }).getByRole('article');
export const servicePoints = (page: Page) =>
  page.getByRole('list', { name: words.pointListLabel, exact: true }).getByRole('article');
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const searchField = (page: Page) =>
  page.getByRole('combobox', { name: words.searchLabel, exact: true });

/** The map's canvas, by the name that a screen reader gives it. */
export const mapOf = (page: Page) =>
  page.getByRole('region', { name: words.mapLabel, exact: true }).and(page.locator('canvas'));

/** Titles in the order of the list. */
export async function cardTitles(page: Page): Promise<string[]> {
  return openings(page).getByRole('heading').allTextContents();
}

/** Presses Tab until the focus is there, as somebody without a mouse does; gives up where it would take too long. */
export async function tabTo(page: Page, target: Locator, mostTabs = 40): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not reached with ${mostTabs} presses of Tab`);
}

/** A text where it is seen first: the page with the map stays where it is under the others, hidden. */
export const seen = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first();
