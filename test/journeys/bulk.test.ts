import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { listInbox } from '../../api/accounts/contract.ts';
import type { ReplyOf } from '../../api/endpoint.ts';
import { demoPhones } from '../../seeds/desk.ts';
import { accountsZhCn } from '../../web/text/accounts-zh-cn.ts';
import { bulkZhCn as words } from '../../web/text/bulk-zh-cn.ts';
import { faultsOf } from './support/axe.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';

const header =
  '外部编号,岗位名称,工作内容,任职要求,招聘人数,最低工资,最高工资,工资单位,用工形式,福利,地址,镇街,联系电话,截止日期'.split(
    ',',
  );
const row = (number: number, change: Record<string, string | number> = {}) => {
  const cells: Record<string, string | number> = {
    ...{ 外部编号: `J${number}`, 岗位名称: `面点学徒${number}`, 工作内容: '和面、包包子、上笼，下午打扫。' },
    ...{ 任职要求: '手脚麻利，早上能来。', 招聘人数: 2, 最低工资: 4200, 最高工资: 5600, 工资单位: '月' },
    ...{ 用工形式: '全职', 福利: '包吃、月结', 地址: '江口街 1 号', 镇街: '邗江区 瓜洲镇 321003103' },
    ...{ 联系电话: '0514-80000000', 截止日期: '2026-12-20' },
    ...change,
  };
  return header.map((name) => cells[name] ?? null);
};
const bad = [
  row(101, { 任职要求: '限女性，手脚麻利。' }),
  row(102, { 招聘人数: '几个' }),
  row(103, { 镇街: '南京市鼓楼区' }),
  row(104, { 任职要求: '35岁以下' }),
  row(105, { 工作内容: '' }),
];

describeJourney('an employer sends a list of openings', () => {
  const { visit, ask, signInStaff } = useJourney();
  let folder: string;
  const file = (name: string) => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiuye-list-'));
    const rows = [header, ...Array.from({ length: 30 }, (_, number) => row(number + 1)), ...bad];
    await writeFile(file('岗位.xlsx'), await writeXlsx({ sheets: [{ name: '岗位', rows }] }));
    await writeFile(file('假的.xlsx'), 'PK\u0003\u0004not a workbook');
  });

  /** Signs in over the form, with the code that comes after pressing; others may have signed in with the number before. */
  async function signIn(page: Page, phone: string): Promise<void> {
    const inbox = () => ask<ReplyOf<typeof listInbox>>('/api/inbox');
    const before = new Set((await inbox()).messages.map(({ id }) => id));
    await page.getByLabel(accountsZhCn.phone).fill(phone);
    await page.getByRole('button', { name: accountsZhCn.sendCode }).click();
    let code: string | undefined;
    await expect
      .poll(async () => {
        const { messages } = await inbox();
        const told = messages.find(
          ({ id, recipient, text }) => recipient === phone && !before.has(id) && /\d{6}/.test(text),
        );
        return (code = told && /\d{6}/.exec(told.text)![0]);
      })
      .toBeDefined();
    await page.getByLabel(accountsZhCn.code).fill(code!);
  }

  it('30 good rows and 5 bad: sees what is wrong in place, sends the good ones, and twice makes no duplicates', async () => {
    const { page } = await visit('desktop', '/desk/bulk');
    await signIn(page, demoPhones.noodles);
    await page.getByRole('heading', { name: words.title }).waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: words.template }).click();
    const template = await readXlsx(await readFile(await (await download).path()));
    expect(template.sheets[0]!.dataValidations!.length).toBeGreaterThan(3);

    const choose = (name: string) => page.getByLabel(words.file).setInputFiles(file(name));
    await choose('假的.xlsx');
    await page.getByText('这个 Excel 是坏的').waitFor();
    await choose('岗位.xlsx');
    await page.getByText(words.checkedGood('30'), { exact: true }).waitFor();
    await page.getByText(words.checkedBad('5'), { exact: true }).waitFor();
    const third = page.locator('[data-row="34"]');
    await third.getByText('从下拉里选').waitFor();
    await page.locator('[data-row="32"]').getByText('限女性').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'bulk-checked');

    await page.getByRole('button', { name: words.send('30') }).click();
    await page.getByRole('heading', { name: words.doneTitle }).waitFor({ timeout: 30_000 });
    const sent = page.getByText(words.counts.sent('30'));
    await sent.waitFor();
    await page.getByText(words.counts.skipped('5')).waitFor();
    await picture(page, 'bulk-done');

    await page.getByRole('button', { name: words.another }).click();
    await choose('岗位.xlsx');
    await page.getByText(words.again).waitFor();
    await sent.waitFor();
  });

  it('staff send one in the name of an employer that is theirs, and no other employer’s', async () => {
    const { page, context } = await visit('phone', '/about');
    await signInStaff(context, 'shi');
    await page.goto('/staff/bulk');
    await page.getByRole('button', { name: words.next }).click();
    await page.getByText(words.employerMissing).waitFor();
    await page.getByRole('searchbox').fill('公司');
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: words.next }).click();
    await page.getByText(/^替.+发$/).waitFor();
    await page.locator('input[type=file]').setInputFiles(file('岗位.xlsx'));
    await page.getByRole('heading', { name: new RegExp(words.checkedGood('30')) }).waitFor();
    await picture(page, 'bulk-staff-phone');
    await page.getByRole('button', { name: words.send('30') }).dblclick();
    await page.getByText(words.counts.sent('30')).waitFor();
    await page.goBack();
    await page.goto('/staff/bulk/999999');
    await page.getByText(words.notYours).waitFor();
    await page.getByRole('link', { name: words.otherEmployer }).click();
    await page.getByRole('searchbox').waitFor();
  });
});
