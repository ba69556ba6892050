import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { mapOf } from '../journeys/support/screen.ts';
import { findChromium } from '../support/components.ts';
import { percentile } from './measure.ts';

/**
 * Chromium on the load's core, drawing in software at 60 frames a second at most: what takes less than 16.7 ms looks
 * alike. Without that limit it drew pictures nobody had asked for and came to nothing else on one core.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('要有 Chromium（Debian: chromium fonts-noto-cjk）');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
}

export const desktop = {
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
};

/** Milliseconds from one frame to the next on the way, and what the map asked for meanwhile. */
export type Panned = { median: number; p95: number; frames: number; zooms: number[]; openings: number };

/** Opens the page anew, waits until it is still, and takes the map along the path. */
export async function panOnce(context: BrowserContext, seconds: number): Promise<Panned> {
  const page = await context.newPage();
  try {
    page.setDefaultTimeout(longestWaitMs);
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.message));
    const asked = listenToMap(page);
    await page.goto('/');
    await mapOf(page).waitFor();
    await page.waitForLoadState('networkidle');
    await sleep(stillMs);
    const openings = await asked.openings();
    asked.zooms.length = 0;
    await page.evaluate(COUNT_FRAMES);
    await alongThePath(page, seconds);
    const intervals = await page.evaluate<number[]>('globalThis.countedFrames()');
    if (broken.length > 0) throw new Error(`the page broke: ${broken[0]}`);
    if (intervals.length < 10) throw new Error(`${intervals.length} frames in ${seconds} s`);
    const [median, p95] = [percentile(intervals, 0.5), percentile(intervals, 0.95)];
    return { median, p95, frames: intervals.length, zooms: asked.zooms, openings };
  } finally {
    await page.close();
  }
}

/** On a machine that does much else everything comes late, and the control tells. */
const longestWaitMs = 120_000;

/** The first picture fades in, names are placed. */
const stillMs = 500;

const COUNT_FRAMES = `{
  const intervals = [];
  let before = null;
  let isOn = true;
  const onFrame = (at) => {
    if (before !== null) intervals.push(at - before);
    before = at;
    if (isOn) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  globalThis.countedFrames = () => {
    isOn = false;
    return intervals;
  };
}`;

/** The zooms at which the map asked for its groups, and how many openings the first answer counted. */
function listenToMap(page: Page) {
  const zooms: number[] = [];
  let first: Promise<number> | null = null;
  page.on('response', (response) => {
    const { pathname, searchParams } = new URL(response.url());
    if (pathname !== '/api/openings/map') return;
    zooms.push(Number(searchParams.get('zoom')));
    first ??= response.json().then(({ total }: { total: number }) => total);
    first.catch(() => {});
  });
  return { zooms, openings: () => first ?? Promise.reject(new Error('the map asked for nothing')) };
}

const dragPx = 260;
const wheelPx = 400;
/** Half a level of zoom each: from the counties through the towns to single openings. */
const wheelTurns = 5;

/** Drags at three heights with the wheel between them, and out again; positions follow the clock, not the frames. */
async function alongThePath(page: Page, seconds: number): Promise<void> {
  const { x, y, width, height } = (await mapOf(page).boundingBox())!;
  const centre = { x: x + width * 0.6, y: y + height * 0.5 };
  const stepMs = (seconds * 1000) / 9;
  const drag = async (byX: number, byY: number) => {
    await page.mouse.move(centre.x, centre.y);
    await page.mouse.down();
    const startedAt = performance.now();
    for (let share = 0; share < 1;) {
      share = Math.min(1, (performance.now() - startedAt) / stepMs);
      await page.mouse.move(centre.x + byX * share, centre.y + byY * share);
    }
    await page.mouse.up();
  };
  const wheel = async (byPx: number, turns: number) => {
    await page.mouse.move(centre.x, centre.y);
    for (let turn = 0; turn < turns; turn++) {
      await page.mouse.wheel(0, byPx);
      await sleep(stepMs / turns);
    }
  };
  await drag(-dragPx, 0);
  await drag(dragPx, dragPx / 2);
  await wheel(-wheelPx, wheelTurns);
  await drag(0, -dragPx / 2);
  await drag(-dragPx, 0);
  await wheel(-wheelPx, wheelTurns);
  await drag(dragPx, 0);
  await drag(0, dragPx / 2);
  await wheel(wheelPx, 2 * wheelTurns);
}
