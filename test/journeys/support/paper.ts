import type { Page } from 'playwright-core';

export type Printed = { pages: number; widthMm: number; heightMm: number; text: string };

const MM_PER_POINT = 25.4 / 72;

/** What a print of the page as it stands would be: sheets, their size, and the text on them. */
export async function printed(page: Page): Promise<Printed> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
  await page.emulateMedia({ media: 'print' });
  // Right after a print the layout for paper may take a moment to come back.
  const text = await page
    .waitForFunction(() => document.body.innerText.trim() || null, null, { timeout: 10_000 })
    .then((found) => found.jsonValue());
  await page.emulateMedia({ media: null });
  return {
    pages: pdf.match(/\/Type \/Page\b(?!s)/g)!.length,
    widthMm: Number(width) * MM_PER_POINT,
    heightMm: Number(height) * MM_PER_POINT,
    text: text ?? '',
  };
}

/** The dialog of the system is nobody's business here. */
export const withoutDialog = (page: Page): Promise<void> =>
  page.evaluate(() => void (globalThis.print = () => undefined));
