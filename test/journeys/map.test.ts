import { expect, it } from 'vitest';
import type { ReplyOf } from '../../api/endpoint.ts';
import type { listOpenings, mapOpenings } from '../../api/openings/contract.ts';
import { CITY_BOUNDS } from '../../geodata/bounds.ts';
import { zhCn as words } from '../../web/text/zh-cn.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';
import { aim, askedOfMap, isCloser, loneliest, pixelOf, shownBounds } from './support/map.ts';
import { heading, mapOf } from './support/screen.ts';

type List = ReplyOf<typeof listOpenings>;
type Groups = ReplyOf<typeof mapOpenings>;

const GAOYOU = '321084';

describeJourney('somebody looks around on the map', () => {
  const { visit, ask } = useJourney();

  it('presses the bubble of a county, of a town, then a pin, and reads that opening', async () => {
    const visited = await visit('desktop', '/');
    const { page } = visited;
    const { groups } = await ask<Groups>('/api/openings/map?zoom=8');
    const county = groups.find(({ code }) => code === GAOYOU)!;
    await mapOf(page).waitFor();
    const bubble = await aim(page, await pixelOf(page, county, CITY_BOUNDS), {
      name: county.name,
      withinPx: 240,
    });
    await picture(page, 'bubble-desktop');
    await page.mouse.click(bubble.x, bubble.y);
    await heading(page, words.scopeNamed('高邮市', county.openings)).waitFor();
    expect(new URL(page.url()).searchParams.get('district')).toBe(county.code);

    const towns = await askedOfMap(
      visited,
      (asked) => asked.get('district') === county.code && asked.has('bbox'),
    );
    const inside = await ask<Groups>(`${towns.pathname}?${towns.searchParams}`);
    expect(inside.total).toBe(county.openings);
    const town = loneliest(inside.groups.filter(({ level }) => level === 'town'));
    const { facets } = await ask<List>(`/api/openings?town=${town.code}&pageSize=1`);
    const townHeading = words.scopeNamed(facets.town[0]!.label, town.openings);
    const second = await aim(page, await pixelOf(page, town, shownBounds(towns)), { name: town.name });
    await picture(page, 'town-desktop');
    await page.mouse.click(second.x, second.y);
    await heading(page, townHeading).waitFor();

    const near = await askedOfMap(
      visited,
      (asked) => asked.get('town') === town.code && isCloser(asked, towns.searchParams),
    );
    const pins = await ask<Groups>(`${near.pathname}?${near.searchParams}`);
    const pin = loneliest(pins.groups.filter(({ level }) => level === 'opening'));
    const third = await aim(page, await pixelOf(page, pin, shownBounds(near)), { stepPx: 5, withinPx: 40 });
    await page.mouse.click(third.x, third.y);
    const chosen = page.getByRole('article').filter({ has: page.locator('a[aria-current]') });
    await chosen.waitFor();
    await picture(page, 'pin-desktop');
    await chosen.getByRole('link').click();
    await heading(page, pin.opening!.title).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/o/${pin.code}`);
    await page.getByRole('button', { name: words.backToList }).click();
    await heading(page, townHeading).waitFor();
    expect(new URL(page.url()).searchParams.get('town')).toBe(town.code);
  });

  it('drags the map, and the list follows or waits to be asked', async () => {
    const { page } = await visit('desktop', `/?v=1&district=${GAOYOU}`);
    await heading(page, /高邮市/).waitFor();
    await mapOf(page).waitFor();
    const box = (await mapOf(page).boundingBox())!;
    const drag = async (byX: number) => {
      const [x, y] = [box.x + box.width / 2, box.y + box.height - 120];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + byX / 2, y, { steps: 4 });
      await page.mouse.move(x + byX, y, { steps: 4 });
      await page.mouse.up();
    };
    const view = () => new URL(page.url()).searchParams.get('view');
    const headingFor = async () => {
      const list = await ask<List>(`/api/openings?district=${GAOYOU}&bbox=${view()}&pageSize=1`);
      return words.scopeView(list.total);
    };
    await drag(-300);
    await expect.poll(view).not.toBeNull();
    await heading(page, await headingFor()).waitFor();

    await page.getByRole('checkbox', { name: words.searchAsMoves }).uncheck();
    const before = view();
    await drag(200);
    await page.getByRole('button', { name: words.searchHere }).waitFor();
    expect(view()).toBe(before);
    await page.getByRole('button', { name: words.searchHere }).click();
    await expect.poll(view).not.toBe(before);
    await heading(page, await headingFor()).waitFor();
  });
});
