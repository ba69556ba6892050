import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, inject } from 'vitest';
import { shiftedClock } from './clock.ts';
import { startSystem, type System } from './system.ts';

const executablePath = inject('chromium');

/** `describe` for journeys; skipped where Chromium is missing, which the closing summary says (and CI refuses). */
export const describeJourney = executablePath ? describe : describe.skip;

export const screens = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;
export type Screen = keyof typeof screens;

export type Visit = {
  page: Page;
  context: BrowserContext;
  /** Every address that was asked for, in order. */
  asked: URL[];
  /** Questions without an answer yet, the map's workers' too. */
  underWay: Set<Request>;
  /** Every address the page itself stood at, in order. */
  stoodAt: string[];
};

type Circumstances = {
  /** Where the device is; null refuses to say. */
  position?: { longitude: number; latitude: number } | null;
  /** False: a device that cannot draw the map. */
  webgl?: boolean;
  /** Code that does not arrive: the browser may complain, the page may not fail. */
  losesCode?: boolean;
};

// One of each for all files: the project runs them in one process.
let system: Promise<System> | null = null;
let browser: Promise<Browser> | null = null;

/** The running system and a way to visit it. After each journey: nothing broke, nothing was asked of a stranger. */
export function useJourney() {
  let running: System;
  const visits: (Visit & { strangers: string[]; broken: string[] })[] = [];

  beforeAll(async () => {
    system ??= startSystem();
    browser ??= chromium.launch({
      executablePath: executablePath!,
      args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    });
    [running] = await Promise.all([system, browser]);
  });

  afterEach(async ({ task }) => {
    const ended = visits.splice(0);
    if (task.result?.state === 'fail')
      for (const [index, { page }] of ended.entries())
        await picture(page, `failed-${index}-${task.name.slice(0, 40)}`);
    await Promise.all(ended.map(({ context }) => context.close()));
    expect(ended.flatMap(({ strangers }) => strangers)).toEqual([]);
    expect(ended.flatMap(({ broken }) => broken)).toEqual([]);
  });

  return {
    async visit(
      screen: Screen,
      path: string,
      { position, webgl = true, losesCode = false }: Circumstances = {},
    ): Promise<Visit> {
      const context = await (
        await browser!
      ).newContext({
        ...screens[screen],
        baseURL: running.url,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...(position && { geolocation: position, permissions: ['geolocation'] }),
      });
      await context.addInitScript({ content: shiftedClock(running.clockShiftMs) });
      if (!webgl) await context.addInitScript({ content: NO_WEBGL });
      const page = await context.newPage();
      const visit = {
        page,
        context,
        asked: [],
        underWay: new Set(),
        stoodAt: [],
        strangers: [],
        broken: [],
      } as (typeof visits)[number];
      visits.push(visit);
      listen(visit, running.url, losesCode ? LOST_CODE : null);
      await page.goto(path);
      return visit;
    },
    /** Signs a member of the demo city's staff in, as their browser would be after the sign-in page. */
    async signInStaff(context: BrowserContext, login: string): Promise<void> {
      const reply = await context.request.post(new URL('/api/staff/sign-in', running.url).href, {
        headers: { Origin: running.url, 'Sec-Fetch-Site': 'same-origin' },
        data: { login, password: await running.passwordOf(login) },
      });
      expect(reply.status(), await reply.text()).toBe(200);
    },
    /** What the API itself answers, to hold the page to. */
    async ask<Reply>(path: string): Promise<Reply> {
      const reply = await fetch(new URL(path, running.url));
      expect(reply.status, path).toBe(200);
      return (await reply.json()) as Reply;
    },
  };
}

const NO_WEBGL = `{
  const draw = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return String(kind).startsWith('webgl') ? null : draw.call(this, kind, ...rest);
  };
}`;

const LOST_CODE = /dynamically imported module|preload CSS|Worker failed to load/;

function listen(
  visit: Visit & { strangers: string[]; broken: string[] },
  home: string,
  forgiven: RegExp | null,
): void {
  const { page } = visit;
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (['data:', 'blob:'].includes(url.protocol)) return;
    visit.asked.push(url);
    visit.underWay.add(request);
    if (url.origin !== new URL(home).origin) visit.strangers.push(url.href);
  });
  for (const ended of ['requestfinished', 'requestfailed'] as const)
    page.on(ended as 'requestfinished', (request) => visit.underWay.delete(request));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) visit.stoodAt.push(frame.url());
  });
  const report = (error: string) => {
    if (!forgiven?.test(error)) visit.broken.push(error);
  };
  page.on('pageerror', (error) => report(error.stack ?? error.message));
  page.on('console', (message) => {
    // Calls that fail on purpose (no network, a code that is nobody's) are told by the browser itself.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) report(message.text());
  });
}

/** With `JOURNEY_PICTURES` a directory, puts a picture there to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  const directory = process.env.JOURNEY_PICTURES;
  if (!directory) return;
  await mkdir(directory, { recursive: true });
  await page.screenshot({ path: join(directory, `${name}.png`) });
}
