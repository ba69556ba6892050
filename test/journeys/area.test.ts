import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../api/endpoint.ts';
import type { listOpenings, mapOpenings } from '../../api/openings/contract.ts';
import type { listServicePoints } from '../../api/service-points/contract.ts';
import { areaZhCn } from '../../web/text/area-zh-cn.ts';
import { zhCn as words } from '../../web/text/zh-cn.ts';
import { readFind } from '../../web/openings/filter.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';
import { heading, mapOf, openings, servicePoints, tabTo } from './support/screen.ts';

type List = ReplyOf<typeof listOpenings>;
type Groups = ReplyOf<typeof mapOpenings>;
type Points = ReplyOf<typeof listServicePoints>;
type Spot = { x: number; y: number };

/** Round a spot as a hand goes, not quite to where it began. */
const round = ({ x, y }: Spot, radiusPx: number): Spot[] =>
  Array.from({ length: 40 }, (_, step) => {
    const angle = (step / 40) * 2 * Math.PI;
    const radius = radiusPx * (1 + 0.15 * Math.sin(3 * angle));
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });

const areaOf = (page: Page) => readFind(new URL(page.url()).search).area;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** What lies under the middle of the city's towns, in the lower half of the map. */
async function lowerMiddle(page: Page): Promise<Spot> {
  const box = (await mapOf(page).boundingBox())!;
  return { x: box.x + box.width * 0.47, y: box.y + box.height * 0.66 };
}

async function drawWithMouse(page: Page, stroke: readonly Spot[]): Promise<void> {
  await page.mouse.move(stroke[0]!.x, stroke[0]!.y);
  await page.mouse.down();
  for (const { x, y } of stroke) await page.mouse.move(x, y);
  await page.mouse.up();
}

type Fingers = readonly Spot[];
async function touch(page: Page, frames: readonly Fingers[], ending: Fingers = []): Promise<void> {
  const screen = await page.context().newCDPSession(page);
  let before = 0;
  for (const touchPoints of [...frames, ending]) {
    const type =
      touchPoints.length > before ? 'touchStart' : touchPoints.length < before ? 'touchEnd' : 'touchMove';
    before = touchPoints.length;
    await screen.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: touchPoints.map(({ x, y }, id) => ({ x, y, id })),
    });
  }
  await screen.detach();
}

describeJourney('somebody draws where they would go', () => {
  const { visit, ask } = useJourney();

  it('with the mouse: list and map show what is in it, reload keeps it, Back takes it off', async () => {
    const { page, asked } = await visit('desktop', '/');
    await button(page, areaZhCn.draw).click();
    await page.getByText(areaZhCn.withMouse).waitFor();
    await picture(page, 'area-hint-desktop');
    const middle = await lowerMiddle(page);
    await drawWithMouse(page, round(middle, 3));
    await page.getByText(areaZhCn.small).waitFor();
    await page.keyboard.press('Escape');
    await button(page, areaZhCn.draw).click();
    const stoodStill = asked.length;
    await drawWithMouse(page, round(middle, 130));
    await expect.poll(() => areaOf(page)).not.toBeNull();
    const area = areaOf(page)!;
    expect(area.length / 2).toBeLessThanOrEqual(40);
    const list = await ask<List>(`/api/openings?area=${area}&pageSize=20&sort=newest`);
    expect(list.total).toBeGreaterThan(50);
    await heading(page, words.scopeArea(list.total)).waitFor();
    // The map did not move under the hand: nothing was asked of a view.
    expect(asked.slice(stoodStill).some(({ searchParams }) => searchParams.has('bbox'))).toBe(false);
    const shown = asked.findLast(({ pathname }) => pathname === '/api/openings/map')!;
    expect(shown.searchParams.get('area')).toBe(area.join());
    expect((await ask<Groups>(`${shown.pathname}?${shown.searchParams}`)).total).toBe(list.total);
    await picture(page, 'area-desktop');

    await page.reload();
    await heading(page, words.scopeArea(list.total)).waitFor();
    expect(areaOf(page)).toEqual(area);

    const points = await ask<Points>(`/api/service-points?area=${area}&limit=1`);
    await page.getByRole('link', { name: words.pointsCount(points.total) }).click();
    await heading(page, words.pointsScopeArea(points.total, points.openNow)).waitFor();
    await servicePoints(page).first().waitFor();
    await picture(page, 'area-points-desktop');
    await page.goBack();
    await heading(page, words.scopeArea(list.total)).waitFor();
    await page.goBack();
    await expect.poll(() => areaOf(page)).toBeNull();
    await heading(page, /全市/).waitFor();
  });

  it('anew instead of it, and off again by its chip and by the map', async () => {
    const { page } = await visit('desktop', '/?v=1&benefits=包住&area=1193000,322500,2500,0,0,2500,-2500,0');
    const area = areaOf(page)!;
    const lodging = await ask<List>(
      `/api/openings?area=${area}&benefits=${encodeURIComponent('包住')}&pageSize=1`,
    );
    await heading(page, words.scopeArea(lodging.total)).waitFor();
    await button(page, areaZhCn.remove).waitFor();
    await tabTo(page, button(page, areaZhCn.draw), 80);
    await page.keyboard.press('Enter');
    await page.getByText(areaZhCn.withMouse).waitFor();
    const box = (await mapOf(page).boundingBox())!;
    await drawWithMouse(page, round({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, 90));
    await expect.poll(() => areaOf(page)).not.toEqual(area);
    const again = areaOf(page)!;
    const fewer = await ask<List>(
      `/api/openings?area=${again}&benefits=${encodeURIComponent('包住')}&pageSize=1`,
    );
    await heading(page, words.scopeArea(fewer.total)).waitFor();
    await button(page, areaZhCn.remove).click();
    await expect.poll(() => areaOf(page)).toBeNull();
    await page.goBack();
    await heading(page, words.scopeArea(fewer.total)).waitFor();
    await page.getByRole('main').getByRole('button', { name: words.areaChip }).click();
    await expect.poll(() => areaOf(page)).toBeNull();
    expect(new URL(page.url()).searchParams.get('benefits')).toBe('包住');
  });

  it('without a hand that draws: what is seen, by the keyboard alone', async () => {
    const { page } = await visit('desktop', '/');
    await openings(page).first().waitFor();
    await tabTo(page, button(page, areaZhCn.draw), 80);
    await page.keyboard.press('Enter');
    await page.getByText(areaZhCn.withMouse).waitFor();
    await picture(page, 'area-view-desktop');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => areaOf(page)?.length).toBe(8);
    const list = await ask<List>(`/api/openings?area=${areaOf(page)}&pageSize=1`);
    expect(list.total).toBeGreaterThan(50);
    await heading(page, words.scopeArea(list.total)).waitFor();
    await button(page, areaZhCn.remove).waitFor();
    await picture(page, 'area-of-view-desktop');
  });

  it('with a finger on a phone, where two still zoom', async () => {
    const { page, asked } = await visit('phone', '/');
    await openings(page).first().waitFor();
    await button(page, areaZhCn.draw).click();
    await page.getByText(areaZhCn.withFinger).waitFor();
    const middle = { x: 190, y: 420 };
    const spread = [20, 30, 45, 60, 80, 100].map((by) => [
      { x: middle.x, y: middle.y - by },
      { x: middle.x, y: middle.y + by },
    ]);
    await touch(page, [[spread[0]![0]!], ...spread]);
    // From nearer the towns are asked for, and nothing was drawn.
    await expect
      .poll(() => asked.some(({ searchParams: at }) => Number(at.get('zoom')) > 8 && at.has('bbox')))
      .toBe(true);
    expect(areaOf(page)).toBeNull();
    await page.getByText(areaZhCn.withFinger).waitFor();

    await touch(
      page,
      round(middle, 90).map((spot) => [spot]),
    );
    await expect.poll(() => areaOf(page)).not.toBeNull();
    const list = await ask<List>(`/api/openings?area=${areaOf(page)}&pageSize=1`);
    await heading(page, words.scopeArea(list.total)).waitFor();
    await picture(page, 'area-phone');
    await button(page, areaZhCn.remove).click();
    await expect.poll(() => areaOf(page)).toBeNull();
    await picture(page, 'area-off-phone');
  });
});
