import { setTimeout as lookAround } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { backToRows, installProbe, lateFrames, rowsUsable, shownAfterPress } from "./probe";

/** A page to measure. */
export type Target = {
  readonly name: string;
  readonly url: string;
  readonly cookie?: { readonly name: string; readonly value: string };
  /** The rows, and how many of them a window of 1440 × 900 shows. */
  readonly rows: string;
  readonly least: number;
  /** What in a row opens it. */
  readonly opener: string;
  /** What is shown first of what a row opens, and what tells that all of it is there. */
  readonly first: string;
  readonly whole: string;
  readonly scroller?: string;
};

/** What one visit took: milliseconds, unless the name says otherwise. */
export type Figures = Record<string, number>;

/** As slow as a laptop of some years over a connection of 10 Mbit/s with 40 ms. */
const slower = 4;
const link = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 };

const opened = 4;

/**
 * Visits a page as somebody does who has never been there: load, open four rows and go back, scroll; then loads it once more.
 * @throws Error of Playwright's when the page does not come to show what it should
 */
export async function visit(browser: Browser, target: Target): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await context.addInitScript(installProbe);
    if (target.cookie) await context.addCookies([{ ...target.cookie, url: target.url }]);
    const { page, bytes } = await open(context);
    await page.goto(target.url, { waitUntil: "commit" });
    const usable = await page.evaluate(rowsUsable, target);
    const js = bytes();
    await lookAround(2_500);
    const loaded = await page.evaluate((until) => {
      const { longTasks, shift } = window.probe;
      const blocking = longTasks.filter(({ at }) => at < until).reduce((sum, { ms }) => sum + Math.max(0, ms - 50), 0);
      return { blocking, shift, elements: document.getElementsByTagName("*").length };
    }, usable);
    const moved = await openRows(page, target);
    const late = await page.evaluate(lateFrames, { scroller: target.scroller, px: 5_000 });
    await page.close();
    const again = await open(context);
    await again.page.goto(target.url, { waitUntil: "commit" });
    const repeat = await again.page.evaluate(rowsUsable, target);
    return {
      "list usable, first visit": usable,
      "list usable, repeated visit": repeat,
      "JavaScript before that, KB": js,
      "blocking time before that": loaded.blocking,
      "layout shift": loaded.shift,
      "elements of the page": loaded.elements,
      ...moved,
      "late frames of 100 while scrolling": late,
    };
  } finally {
    await context.close();
  }
}

/** A page on a slow machine and a slow link, and the scripts that came over it so far, compressed, in KB. */
async function open(context: BrowserContext): Promise<{ page: Page; bytes: () => number }> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => void (type === "Script" && scripts.add(requestId)));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", link);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  return { page, bytes: () => bytes / 1024 };
}

async function openRows(page: Page, target: Target): Promise<Figures> {
  const first: number[] = [];
  const whole: number[] = [];
  const back: number[] = [];
  for (let row = 0; row < opened; row += 1) {
    const opener = page
      .locator(target.rows)
      .nth(row + 1)
      .locator(target.opener);
    await opener.hover();
    await lookAround(150);
    const shown = page.evaluate(shownAfterPress, target.first);
    const all = page.evaluate(shownAfterPress, target.whole);
    // both listen before the press
    await page.evaluate(() => undefined);
    await page.mouse.down();
    await page.mouse.up();
    first.push(await shown);
    whole.push(await all);
    await lookAround(600);
    back.push(await page.evaluate(backToRows, { ...target, gone: target.whole }));
    await lookAround(500);
  }
  const [coldFirst = Number.NaN, ...warmFirst] = first;
  const [coldWhole = Number.NaN, ...warmWhole] = whole;
  return {
    "row to verdict, first": coldFirst,
    "row to verdict, warm": median(warmFirst),
    "row to evidence, first": coldWhole,
    "row to evidence, warm": median(warmWhole),
    "back to the list": median(back),
  };
}

/** The middle one; of an even number the mean of the two. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
