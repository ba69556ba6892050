import type { Page } from 'playwright-core';
import { zhCn as words } from '../../../web/text/zh-cn.ts';

/** What a person sees on the page, by role and name. */
export const openings = (page: Page) =>
  page.getByRole('list', { name: words.listLabel, exact: true }).getByRole('article');
export const servicePoints = (page: Page) =>
  page.getByRole('list', { name: words.pointListLabel, exact: true }).getByRole('article');
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const searchField = (page: Page) =>
  page.getByRole('combobox', { name: words.searchLabel, exact: true });

/** Titles in the order of the list. The page spaces hanzi and digits; the data does not. */
export async function cardTitles(page: Page): Promise<string[]> {
  return openings(page).getByRole('heading').allTextContents();
}
