import { expect, it } from 'vitest';
import type { ReplyOf } from '../../api/endpoint.ts';
import type { listOpenings } from '../../api/openings/contract.ts';
import { spaced } from '../../web/text/spacing.ts';
import { zhCn as words } from '../../web/text/zh-cn.ts';
import { describeJourney, picture, useJourney } from './support/journey.ts';
import { cardTitles, heading, openings, searchField, tabTo } from './support/screen.ts';

type List = ReplyOf<typeof listOpenings>;

describeJourney('somebody looks for work', () => {
  const { visit, ask } = useJourney();

  it('welding in Jiangdu, nearest to Xiannü town first, and reads the first one', async () => {
    const { page } = await visit('desktop', '/');
    await openings(page).first().waitFor();
    await picture(page, 'list-desktop');
    await searchField(page).fill('焊工');
    await searchField(page).press('Enter');
    const found = await ask<List>('/api/openings?q=焊工&pageSize=1');
    await heading(page, words.scopeWords('焊工', found.total)).waitFor();

    await page.getByRole('button', { name: words.barMore, exact: true }).click();
    const filter = page.getByRole('dialog', { name: words.filterTitle });
    const jiangdu = found.facets.district.find(({ label }) => label === '江都区')!;
    await filter
      .getByRole('group', { name: words.filterDistrict })
      .getByRole('button', { name: `江都区 ${jiangdu.openings}` })
      .click();
    await filter.getByRole('button', { name: words.filterSee(jiangdu.openings) }).click();
    await heading(page, words.scopeNamed('江都区', jiangdu.openings)).waitFor();

    // Nearest to what? The device does not say, so a place is asked for.
    await page.getByRole('button', { name: new RegExp(words.sortLabel) }).click();
    await page.getByRole('button', { name: words.sorts.distance, exact: true }).click();
    const chooser = page.getByRole('dialog', { name: words.chooseStart });
    await chooser.getByRole('combobox', { name: words.chooseStart }).fill('仙女');
    await chooser.getByRole('option', { name: /^仙女镇/ }).click();
    await page.getByRole('button', { name: words.modeAny, exact: true }).click();
    await heading(page, words.scopeNamed('江都区', jiangdu.openings)).waitFor();
    const start = new URL(page.url()).searchParams.get('at')!;
    const near = await ask<List>(
      `/api/openings?q=焊工&district=${jiangdu.value}&near=${start}&sort=distance&pageSize=20`,
    );
    const metres = near.items.map(({ distanceMetres }) => distanceMetres!);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
    expect(near.items.every(({ district }) => district.name === '江都区')).toBe(true);
    await expect.poll(() => cardTitles(page)).toEqual(near.items.map(({ title }) => spaced(title)));
    await picture(page, 'nearest-first-desktop');

    await openings(page).first().getByRole('link').click();
    const [first] = near.items;
    await heading(page, spaced(first!.title)).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/o/${first!.id}`);
    await page.getByRole('heading', { name: words.nearestTitle }).waitFor();
    await picture(page, 'opening-desktop');
  });

  it('spells by pinyin or by sound and is told why that was found', async () => {
    const { page } = await visit('phone', '/');
    await searchField(page).fill('dianhan');
    const option = page.getByRole('option', { name: /^焊工/ });
    await option.waitFor();
    expect(await option.textContent()).toContain(words.matchedBy.pinyin);
    await picture(page, 'suggest-phone');
    await option.click();
    const welding = await ask<List>('/api/openings?q=焊工&pageSize=1');
    await heading(page, words.scopeWords('焊工', welding.total)).waitFor();

    await searchField(page).fill('保结');
    await searchField(page).press('Enter');
    const cleaning = await ask<List>('/api/openings?q=保结&pageSize=1');
    await heading(page, words.scopeWords('保结', cleaning.total)).waitFor();
    const first = cleaning.items[0]!;
    await openings(page).first().getByText(words.matchedNote.homophone(first.occupation!)).waitFor();
    await picture(page, 'homophone-phone');
  });

  it('takes off what was understood, one by one, or asks for the letters alone', async () => {
    const { page } = await visit('desktop', '/?v=1&q=包住的电焊工');
    const totalOf = async (asked: string) => (await ask<List>(`/api/openings?${asked}&pageSize=1`)).total;
    const understood = page.getByRole('group', { name: words.understood });
    await picture(page, 'understood-desktop');
    await understood.getByRole('button', { name: words.understoodRemove('包住') }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).not.toContain('包住');
    const left = new URL(page.url()).searchParams.get('q')!;
    const total = await totalOf(`q=${left}`);
    expect(total).toBeGreaterThan(await totalOf('q=包住的电焊工'));
    await heading(page, words.scopeWords(left, total)).waitFor();

    await page.goBack();
    await understood.getByRole('button', { name: words.literalOn }).click();
    await page.getByRole('button', { name: words.literalUndo }).waitFor();
    const literal = await totalOf('q=包住的电焊工&literal=true');
    const answer = literal > 0 ? words.scopeWords('包住的电焊工', literal) : words.zeroQuoted('包住的电焊工');
    await heading(page, new RegExp(answer)).waitFor();
  });

  it('is told which wish gave way, holds on to it, and goes back', async () => {
    const asked = '宝应 保洁 包住';
    const found = await ask<List>(`/api/openings?q=${asked}&pageSize=1`);
    expect(found.unmet.map(({ label }) => label)).toEqual(['包住']);
    const { page } = await visit('phone', `/?v=1&q=${asked}`);
    await heading(page, words.scopeWords(asked, found.total)).waitFor();
    await page.getByText(words.unmet(['包住'])).waitFor();
    await picture(page, 'unmet-phone');
    await page.getByRole('button', { name: words.insist('包住') }).click();
    await heading(page, new RegExp(words.zeroQuoted('宝应 保洁'))).waitFor();
    await page.getByRole('button', { name: words.zeroDrop('包住') }).waitFor();
    await page.goBack();
    await page.getByText(words.unmet(['包住'])).waitFor();
  });

  it('finds nothing, and every way out that is offered leads to as many as it says', async () => {
    const asked = 'q=焊工&benefits=包吃';
    const { page } = await visit('phone', `/?v=1&${asked}&at=119.3607,33.2356&from=安宜镇&mode=walk`);
    await heading(page, /没有“焊工”/).waitFor();
    const offers = page.getByRole('button', { name: /\d+ 个$/ });
    await offers.first().waitFor();
    await picture(page, 'zero-phone');
    await page.getByRole('heading', { name: words.zeroAsk }).waitFor();

    const wider = await ask<List>(`/api/openings?${asked}&pageSize=1`);
    const fewer = await ask<List>('/api/openings?q=焊工&near=119.3607,33.2356&withinMetres=770&pageSize=1');
    const offered = (await offers.allTextContents()).join('\n');
    expect(offered).toContain(`${words.zeroWholeCity}${words.countOf(wider.total)}`);
    const dropped = `${words.zeroDrop('包吃')}${words.countOf(fewer.total)}`;
    expect(offered.includes(dropped)).toBe(fewer.total > 0);
    await page.getByRole('button', { name: words.zeroWholeCity }).click();
    await heading(page, words.scopeWords('焊工', wider.total)).waitFor();
    expect(await openings(page).count()).toBe(Math.min(20, wider.total));
  });

  it('comes from the search field to an opening by keyboard alone', async () => {
    const { page } = await visit('desktop', '/');
    await openings(page).first().waitFor();
    await tabTo(page, searchField(page));
    await page.keyboard.type('月嫂');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading(page, /“.*月嫂.*” [\d,]+ 个岗位/).waitFor();
    const first = openings(page).first().getByRole('link');
    const title = await first.textContent();
    await tabTo(page, first);
    await picture(page, 'keyboard-desktop');
    await page.keyboard.press('Enter');
    await heading(page, title!).waitFor();
    // A screen reader begins at the heading.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await tabTo(page, page.getByRole('button', { name: words.callEmployer }));
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^打 / }).waitFor();
  });

  it('saves openings on the device, finds them again, and says which has ended', async () => {
    const { page } = await visit('phone', '/');
    const { items } = await ask<List>('/api/openings?pageSize=2&sort=salary');
    const star = page.getByRole('button', { name: words.save, exact: true });
    for (const { code } of items) {
      await page.goto(`/o/${code}`);
      await star.click();
      await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true');
    }
    await page.reload();
    expect(await star.getAttribute('aria-pressed')).toBe('true');
    // One of them ends: as the list does not have it any more.
    await page.route('**/api/openings?ids=*', async (route) => {
      const response = await route.fetch();
      const list = (await response.json()) as List;
      await route.fulfill({ json: { ...list, items: list.items.filter(({ id }) => id !== items[0]!.id) } });
    });
    await page.goto('/saved');
    await page.getByText(words.savedEnded).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(
      items.map(({ title }) => spaced(title)).reverse(),
    );
    await picture(page, 'saved-phone');
    const starOf = ({ title }: { title: string }) =>
      page.getByRole('button', { name: words.saveThis(title), exact: true });
    const [ended, stays] = items as [(typeof items)[0], (typeof items)[0]];
    // Taken out by mistake it is put back where it was.
    for (const pressed of ['false', 'true', 'false']) {
      await starOf(ended).click();
      await expect.poll(() => starOf(ended).getAttribute('aria-pressed')).toBe(pressed);
    }
    await page.reload();
    await starOf(stays).waitFor();
    expect(await starOf(ended).count()).toBe(0);
    await starOf(stays).click();
    await page.reload();
    await page.getByText(words.savedEmpty).waitFor();
    await picture(page, 'saved-none-phone');
  });

  it('opens an opening by the six characters on a slip of paper', async () => {
    const { items } = await ask<List>('/api/openings?pageSize=1&sort=salary');
    const { code, title } = items[0]!;
    const { page } = await visit('phone', '/c');
    const field = page.getByLabel(words.codeField);
    await picture(page, 'code-phone');
    await field.fill(code.slice(0, 4));
    await page.getByRole('button', { name: words.codeOpen }).click();
    await page.getByText(words.codeShort(2)).waitFor();
    await field.fill(`${code.slice(0, 3).toLowerCase()} ${code.slice(3).toLowerCase()}`);
    await page.getByRole('button', { name: words.codeOpen }).click();
    await heading(page, spaced(title)).waitFor();
    await page.getByText(`${code.slice(0, 3)} ${code.slice(3)}`).waitFor();
    await picture(page, 'opening-phone');
  });
});
