import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ServicePointDetail } from '../../api/service-points/contract.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';

const name = '瓜洲镇人力资源和社会保障服务所';
const wednesday = '[data-lane="3"]';

describeJourney('the points desk', () => {
  const { visit, signInStaff, ask } = useJourney();

  async function pointId(): Promise<string> {
    const { items } = await ask<{ items: { id: string; name: string }[] }>('/api/service-points?limit=2000');
    return items.find((point) => point.name === name)!.id;
  }
  const staffAt = async (login: string, path: string, screen: 'desktop' | 'phone' = 'desktop') => {
    const { page, context } = await visit(screen, '/about');
    await signInStaff(context, login);
    await page.goto(path);
    return page;
  };
  /** Chooses Wednesday's last bar and types when it ends. */
  async function closeWednesdayAt(page: Page, time: string): Promise<void> {
    await page.locator(`${wednesday} button`).last().click();
    const field = page.getByLabel('周三 几点关');
    await field.fill(time);
    await field.press('Enter');
  }
  const save = (page: Page) => page.getByRole('button', { name: '存好，马上更新地图' }).click();

  it('staff change the hours, and everybody sees them within a second', async () => {
    const id = await pointId();
    const page = await staffAt('guazhou', '/staff/points');
    await page.getByRole('link', { name }).click();
    await page.getByRole('tab', { name: '开门时间' }).click();
    await closeWednesdayAt(page, '16:05');
    await page.getByText('改了 1 处').waitFor();
    await picture(page, 'points-desk-hours');
    const saved = page.waitForResponse((reply) => reply.request().method() === 'PUT');
    await save(page);
    expect((await saved).status()).toBe(200);
    const since = Date.now();
    const endsAt = async () => {
      const point = await ask<ServicePointDetail>(`/api/service-points/${id}`);
      return point.hours.filter(({ weekday }) => weekday === 3).at(-1)?.toMinute;
    };
    while ((await endsAt()) !== 16 * 60 + 5) expect(Date.now() - since).toBeLessThan(1000);
    await page.getByText('存好了，地图已经是新的').waitFor();
    const visitor = await visit('phone', `/p/${id}`);
    await visitor.page.getByText('–16:05').waitFor();
    // Who has the page open sees the next change too, without touching it; nothing else is asked until then.
    const askedBefore = visitor.asked.length;
    await visitor.page.waitForTimeout(2500);
    const asked = visitor.asked.slice(askedBefore).map(({ pathname }) => pathname);
    expect(new Set(asked)).toEqual(new Set(['/api/service-points.version']));
    await closeWednesdayAt(page, '16:20');
    await save(page);
    await visitor.page.getByText('–16:20').waitFor({ timeout: 5000 });
  });

  it('hours that overlap are red with the sentence, and nothing is sent', async () => {
    const page = await staffAt('guazhou', `/staff/points/${await pointId()}?tab=hours`);
    await page.locator(`${wednesday} button`).first().click();
    await page.getByLabel('周三 几点关').fill('15:00');
    let sent = false;
    page.on('request', (request) => (sent ||= request.method() === 'PUT'));
    await save(page);
    await page
      .getByText(/周三的 8:30–15:00 和 14:00–\d+:\d+ 重叠了/)
      .first()
      .waitFor();
    await picture(page, 'points-desk-overlap');
    expect(sent).toBe(false);
    await page.getByRole('button', { name: '不改了' }).click();
  });

  it('two who edit the same point are told, see both values and lose nothing', async () => {
    const path = `/staff/points/${await pointId()}?tab=hours`;
    const first = await staffAt('guazhou', path);
    const second = await staffAt('hanjiang', path);
    await second.locator(`${wednesday} button`).first().waitFor();
    await closeWednesdayAt(first, '17:00');
    await save(first);
    await first.getByText('存好了，地图已经是新的').waitFor();
    await closeWednesdayAt(second, '16:30');
    await second.getByRole('tab', { name: '基本' }).click();
    await second.getByLabel('地址').fill('瓜洲镇便民服务中心 3 楼');
    await save(second);
    const dialog = second.getByRole('dialog', { name: '许桂芳刚才也改了' });
    await dialog.getByText('14:00–17:00').waitFor();
    await dialog.getByText('14:00–16:30').waitFor();
    await picture(second, 'points-desk-conflict');
    await dialog.getByLabel(/用许桂芳的/).check();
    await dialog.getByRole('button', { name: '就这样存' }).click();
    await second.getByText('存好了，地图已经是新的').waitFor();
    const point = await ask<ServicePointDetail>(`/api/service-points/${await pointId()}`);
    expect(point.address).toBe('瓜洲镇便民服务中心 3 楼');
    expect(point.hours.filter(({ weekday }) => weekday === 3).at(-1)?.toMinute).toBe(17 * 60);
    await second.getByRole('tab', { name: /版本/ }).click();
    await second.getByText('第 1 版').waitFor();
    await second.getByRole('button', { name: '比一比' }).last().click();
    await second.getByRole('dialog').getByText('瓜洲镇便民服务中心 1 楼').waitFor();
    await picture(second, 'points-desk-compare');
  });

  it('a county’s manager pushes a template, and the points show it', async () => {
    const id = await pointId();
    const page = await staffAt('hanjiang', '/staff/templates');
    await page.getByRole('button', { name: /下发.*公益性岗位申请/ }).click();
    const dialog = page.getByRole('dialog', { name: '把“公益性岗位申请”下发给' });
    await dialog.getByLabel('镇街', { exact: true }).selectOption({ label: '瓜洲镇' });
    await dialog.getByText('一共 4 个点').waitFor();
    await picture(page, 'points-desk-push');
    await dialog.getByRole('button', { name: '下发给 4 个点' }).click();
    await page.getByText('4 个点加上了').waitFor();
    const visitor = await visit('desktop', `/p/${id}`);
    const offer = visitor.page.getByRole('group').filter({ hasText: '公益性岗位申请' });
    await offer.getByText('3 样材料').click();
    await offer.getByText('身份证、认定表').waitFor();
    await picture(visitor.page, 'points-desk-offer');
  });

  it('a visitor reports a mistake; staff answer it, and it is gone from what is to do', async () => {
    const id = await pointId();
    const { page } = await visit('phone', `/p/${id}`);
    await page.getByRole('button', { name: '报错' }).click();
    await page.getByRole('button', { name: '报上去' }).click();
    await page.getByText('写一句哪里不对').waitFor();
    await page.getByLabel(/怎么不对/).fill('牌子写的是三楼');
    await page.getByRole('button', { name: '报上去' }).click();
    await page.getByText('收到了，会有人去看').waitFor();
    const staff = await staffAt('guazhou', '/staff', 'phone');
    const task = staff.locator('[data-task="mistake-report"]').filter({ hasText: '牌子写的是三楼' });
    await task.waitFor();
    await picture(staff, 'points-desk-tasks');
    await task.getByRole('button', { name: '回他' }).click();
    await staff.getByText('“牌子写的是三楼”').waitFor();
    await staff.getByRole('button', { name: '没有错' }).click();
    await staff.getByText('记下了').waitFor();
    await staff.goto('/staff');
    await staff.getByRole('heading', { name: /今天/ }).waitFor();
    expect(await task.count()).toBe(0);
  });
});
