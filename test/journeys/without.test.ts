import { expect, it } from 'vitest';
import type { ReplyOf } from '../../api/endpoint.ts';
import type { listOpenings } from '../../api/openings/contract.ts';
import { zhCn as words } from '../../web/text/zh-cn.ts';
import { describeJourney, picture, useJourney, type Visit } from './support/journey.ts';
import { heading, openings, searchField, seen, servicePoints } from './support/screen.ts';

type List = ReplyOf<typeof listOpenings>;

/** The map's own code and ground have come over the network: its workers run and nothing is under way any more. */
async function mapIsThere({ page, underWay }: Visit): Promise<void> {
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  await Promise.all(page.workers().map((worker) => worker.evaluate('1')));
  let quietSince: number | null = null;
  const quietForMs = () => {
    if (underWay.size > 0) quietSince = null;
    else quietSince ??= performance.now();
    return quietSince === null ? 0 : performance.now() - quietSince;
  };
  await expect.poll(quietForMs).toBeGreaterThan(500);
}

describeJourney('something is missing, and the errand is done all the same', () => {
  const { visit, ask } = useJourney();

  it('no WebGL: the list finds, filters by county, reads, and finds the service point', async () => {
    const { page, asked } = await visit('phone', '/', { webgl: false });
    await page.getByText(words.noMap).waitFor();
    await openings(page).first().waitFor();
    await picture(page, 'no-map-phone');
    const { facets } = await ask<List>('/api/openings?pageSize=1');
    const county = facets.district.find(({ label }) => label === '宝应县')!;
    await page.getByRole('link', { name: `宝应县 ${county.openings}` }).click();
    await heading(page, words.scopeNamed('宝应县', county.openings)).waitFor();
    await searchField(page).fill('普工');
    await searchField(page).press('Enter');
    const found = await ask<List>(`/api/openings?q=普工&district=${county.value}&pageSize=1`);
    await heading(page, words.scopeNamed('宝应县', found.total)).waitFor();
    await openings(page).first().getByRole('link').click();
    await page.getByRole('heading', { name: words.duties }).waitFor();
    await page.getByRole('heading', { name: words.nearestTitle }).waitFor();
    await page.goto('/points');
    await servicePoints(page).first().getByRole('link').click();
    await page.getByRole('heading', { name: words.hoursTitle }).waitFor();
    expect(await page.locator('canvas').count()).toBe(0);
    expect(asked.filter(({ pathname }) => /map-view|maplibre/.test(pathname))).toEqual([]);
  });

  it('no scripts read: the page of an opening says what it is, to a chat that shows the link and to a search engine', async () => {
    const { items } = await ask<List>('/api/openings?pageSize=1');
    const { code, title, employer } = items[0]!;
    const { page } = await visit('phone', `/o/${code}`);
    const html = await (await page.request.get(page.url())).text();
    expect(html).toContain(`<title>${title} · 就业e图</title>`);
    expect(html.match(/<meta\s+name="description"/g)).toHaveLength(1);
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(data!)).toMatchObject({
      '@type': 'JobPosting',
      hiringOrganization: { name: employer.name },
    });
    await heading(page, title).waitFor();
  });

  it('no WebGL on a desktop: the same list, without a hole beside it', async () => {
    const { page } = await visit('desktop', '/', { webgl: false });
    await page.getByText(words.noMapHere).waitFor();
    await openings(page).first().waitFor();
    await picture(page, 'no-map-desktop');
  });

  it('no network: what was found stays, says when it was kept, and goes on when the network is back', async () => {
    const visited = await visit('phone', '/?v=1&q=保安', { losesCode: true });
    const { page, context } = visited;
    await openings(page).first().waitFor();
    const kept = await openings(page).count();
    await mapIsThere(visited);
    await context.setOffline(true);
    const banner = page.getByText(new RegExp(`^没有网，这是 \\d\\d?:\\d\\d 存下的 ${kept} 个岗位`));
    await banner.waitFor();
    await picture(page, 'offline-phone');
    expect(await openings(page).count()).toBe(kept);
    // What an opening needs was not fetched before: that is said, and Back is the list as it was.
    await openings(page).first().getByRole('link').click();
    await seen(page, words.failed.offline).waitFor();
    await picture(page, 'offline-opening-phone');
    await page.goBack();
    await banner.waitFor();
    await context.setOffline(false);
    await banner.waitFor({ state: 'hidden' });
    await searchField(page).fill('厨师');
    await searchField(page).press('Enter');
    await heading(page, /厨师/).waitFor();
  });

  it('a page whose code does not arrive says so, and is there when it does', async () => {
    const { page, context } = await visit('desktop', '/?v=1&q=保安', { losesCode: true });
    await openings(page).first().waitFor();
    await page.route('**/assets/*', (route) => route.abort());
    await page.getByRole('link', { name: words.navData }).click();
    await page.getByRole('heading', { name: words.failedPageTitle }).waitFor();
    await picture(page, 'failed-page-desktop');
    await page.goBack();
    await heading(page, /保安/).waitFor();
    await page.goForward();
    await context.unrouteAll();
    await page.unrouteAll();
    await page.getByRole('button', { name: words.retry }).click();
    await heading(page, words.dataTitle).waitFor();
  });
});
