import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accountsZhCn as words } from '../../../web/text/accounts-zh-cn.ts';

type Messages = { messages: { recipient: string; text: string }[] };

/** Types the number, takes the code out of the demo's inbox and types that. */
export async function signInByPhone(
  page: Page,
  phone: string,
  ask: (path: string) => Promise<Messages>,
): Promise<void> {
  await page.getByLabel(words.phone, { exact: true }).fill(phone);
  await page.getByRole('button', { name: words.sendCode }).click();
  await page.getByLabel(words.code, { exact: true }).waitFor();
  let code: string | undefined;
  await expect
    .poll(async () => {
      const { messages } = await ask('/api/inbox');
      const told = messages.find(({ recipient, text }) => recipient === phone && /验证码 \d{6}/.test(text));
      return (code = told && /\d{6}/.exec(told.text)![0]);
    })
    .toBeDefined();
  await page.getByLabel(words.code, { exact: true }).fill(code!);
}

/** A mobile number that no other journey uses. */
export const newPhone = (): string => `137${String(Date.now()).slice(-8)}`;
