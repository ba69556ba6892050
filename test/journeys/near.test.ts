import { expect, it } from 'vitest';
import type { ReplyOf } from '../../api/endpoint.ts';
import type { listOpenings } from '../../api/openings/contract.ts';
import type { listServicePoints } from '../../api/service-points/contract.ts';
import { reachMetres } from '../../web/near/reach.ts';
import { spaced } from '../../web/text/spacing.ts';
import { zhCn as words } from '../../web/text/zh-cn.ts';
import { describeJourney, picture, useJourney, type Visit } from './support/journey.ts';
import { cardTitles, heading, openings, seen, servicePoints } from './support/screen.ts';

type List = ReplyOf<typeof listOpenings>;
type Points = ReplyOf<typeof listServicePoints>;

const position = { longitude: 119.42713, latitude: 32.39388 };
/** As the page asks: four digits, 11 m. */
const near = '119.4271,32.3939';

/** The device's position stands in the `near` of questions to our API, and nowhere else. */
async function expectNoTrace({ page, context, asked, stoodAt }: Visit): Promise<void> {
  const holds = (text: string) => /119\.427|32\.393|32\.394/.test(decodeURIComponent(text));
  expect(stoodAt.filter(holds)).toEqual([]);
  expect(asked.some(({ searchParams }) => searchParams.get('near') === near)).toBe(true);
  const elsewhere = asked.filter((url) => {
    const rest = new URL(url);
    if (rest.pathname.startsWith('/api/')) rest.searchParams.delete('near');
    return holds(rest.href);
  });
  expect(elsewhere.map(({ href }) => href)).toEqual([]);
  const kept = await page.evaluate(async () => {
    const databases = (await indexedDB.databases?.()) ?? [];
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      history.state,
      databases,
      await caches?.keys(),
    ]);
  });
  expect(holds(kept)).toBe(false);
  expect(holds(JSON.stringify(await context.storageState()))).toBe(false);
}

describeJourney('somebody asks what is near', () => {
  const { visit, ask } = useJourney();

  it('the device says where it is: nearest first, within 15 minutes, and no trace of the place', async () => {
    const visited = await visit('desktop', '/', { position });
    const { page } = visited;
    await page.getByRole('button', { name: words.locate }).click();
    const within = reachMetres('ebike');
    const inside = await ask<List>(
      `/api/openings?near=${near}&withinMetres=${within}&sort=distance&pageSize=20`,
    );
    await heading(page, words.scopeCircle(inside.total)).waitFor();
    await expect.poll(() => cardTitles(page)).toEqual(inside.items.map(({ title }) => spaced(title)));
    const points = await ask<Points>(`/api/service-points?near=${near}&withinMetres=${within}&limit=1`);
    const card = page.getByRole('region', { name: words.filterFifteen });
    await card.getByText(words.pointsInside(points.openNow)).waitFor();
    await picture(page, 'located-desktop');

    await card.getByRole('button', { name: words.modes.walk }).click();
    const onFoot = await ask<List>(
      `/api/openings?near=${near}&withinMetres=${reachMetres('walk')}&pageSize=1`,
    );
    await heading(page, words.scopeCircle(onFoot.total)).waitFor();
    await openings(page).first().getByRole('link').click();
    await page.getByText(/^离你 /).waitFor();
    await page.goBack();
    await page
      .getByRole('link', { name: new RegExp(`^${words.navPoints}`) })
      .first()
      .click();
    await servicePoints(page).first().waitFor();
    await expectNoTrace(visited);
    await page.reload();
    await servicePoints(page).first().waitFor();
    expect(await page.getByText(words.pointsSortedNear).count()).toBe(0);
  });

  it('the device refuses: it is said plainly, and a place by name does as well', async () => {
    const { page } = await visit('phone', '/', { position: null });
    await openings(page).first().waitFor();
    await picture(page, 'list-phone');
    await page.getByRole('button', { name: words.locate }).click();
    await page.getByRole('heading', { name: words.locateFailedTitle }).waitFor();
    await page.getByText(words.locateFailed.refused).waitFor();
    await picture(page, 'refused-phone');
    await page.getByRole('combobox', { name: words.chooseStart }).fill('瓜洲');
    await page.getByRole('option', { name: /^瓜洲镇/ }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('瓜洲镇');
    const at = new URL(page.url()).searchParams.get('at')!;
    const inside = await ask<List>(
      `/api/openings?near=${at}&withinMetres=${reachMetres('ebike')}&sort=distance`,
    );
    await heading(page, words.scopeCircle(inside.total)).waitFor();
    await picture(page, 'near-guazhou-phone');
  });

  it('wants the nearest point that is open now and has a terminal that works, and how to get there', async () => {
    const visited = await visit('phone', '/points', { position });
    const { page } = visited;
    await servicePoints(page).first().waitFor();
    await picture(page, 'points-phone');
    const chip = (name: string) => page.getByRole('button', { name, exact: true });
    await chip(words.filterOpenNow).click();
    await chip(words.filterTerminal).click();
    await chip(words.chipNear).click();
    const nearest = await ask<Points>(`/api/service-points?openNow=true&terminal=true&near=${near}&limit=1`);
    const [point] = nearest.items;
    expect(point?.open.state).toBe('open');
    const link = servicePoints(page).first().getByRole('link');
    await expect.poll(() => link.textContent()).toBe(point!.name);
    await picture(page, 'nearest-open-phone');
    await link.click();
    await heading(page, point!.name).waitFor();
    await seen(page, words.terminalWorking).waitFor();
    await seen(page, /^开门中/).waitFor();
    await picture(page, 'point-phone');

    await page.getByRole('main').getByRole('button', { name: words.directions }).click();
    const apps = page.getByRole('dialog', { name: words.directionsTitle });
    for (const name of Object.values(words.mapApps))
      expect(await apps.getByRole('link', { name }).getAttribute('href')).toMatch(/^https:\/\//);
    // Each in its own datum: none is handed our WGS-84.
    const hrefs = await apps
      .getByRole('link')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
    const { lng, lat } = point!.place;
    expect(hrefs.filter((href) => href.includes(String(lng)) || href.includes(String(lat)))).toEqual([]);
    await picture(page, 'directions-phone');
    await expectNoTrace(visited);
  });
});
