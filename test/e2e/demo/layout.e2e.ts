import type { Page } from "@playwright/test";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { screens } from "../support/screens";
import { expect, test } from "../support/test";

test.describe("at 320 px", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  for (const { name, path, settled } of screens) {
    test(`${name}: the page does not scroll sideways`, async ({ page, open, simulator }) => {
      await open("/");
      await open(await path(simulator));
      await settled(page);
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll).toBeLessThanOrEqual(client);
    });
  }
});

const withTables = ["desk", "people", "person", "inquiries", "inquiries without a hit", "links", "templates", "audit", "Persona's log"];

for (const width of [1440, 900, 375]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 812 } });

    for (const { name, path, settled } of screens.filter((screen) => withTables.includes(screen.name))) {
      test(`${name}: no table scrolls sideways, and its columns fill it`, async ({ page, open, simulator }) => {
        await open("/");
        await open(await path(simulator));
        await settled(page);
        const table = page.locator("table[aria-busy=false]").first();
        await expect(table).toBeVisible();
        const { frame, own, head } = await table.evaluate((element) => ({
          frame: element.parentElement?.clientWidth ?? 0,
          own: element.getBoundingClientRect().width,
          head: [...element.querySelectorAll("thead th")].reduce((sum, cell) => sum + cell.getBoundingClientRect().width, 0),
        }));
        expect(Math.round(own)).toBeLessThanOrEqual(frame);
        expect(Math.round(head)).toBe(Math.round(own));
      });
    }
  });
}

for (const [width, columns] of [
  [900, "Reference ID, Status, Template, Created"],
  [1140, "Reference ID, Status, Template, Created, Expires, Inquiry ID"],
  [1280, "Reference ID, Status, Template, Created, In status since, Expires, Inquiry ID"],
] as const) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 812 } });

    test("the list of inquiries has the columns that there is room for", async ({ page, open }) => {
      await open("/inquiries");
      await expect(page.getByRole("table", { name: "Inquiries" }).getByRole("columnheader")).toHaveText(columns.split(", "));
      const frame = page.getByRole("table", { name: "Inquiries" }).locator("..");
      expect(await frame.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    });
  });
}

for (const list of ["inquiries", "accounts", "links", "audit"]) {
  test(`a wider table of ${list} never has a column less`, async ({ page, open }) => {
    await open(`/${list}`);
    const table = page.locator("table[aria-busy=false]").first();
    await expect(table).toBeVisible();
    const shown = () => table.getByRole("columnheader").allTextContents();
    let before: string[] = [];
    // the sections stand beside it from 900 px on
    for (let width = 904; width <= 1480; width += 24) {
      await page.setViewportSize({ width, height: 812 });
      const columns = await shown();
      expect(columns, `at ${width} px`).toEqual(expect.arrayContaining(before));
      before = columns;
    }
    expect(before.length).toBeGreaterThan(5);
  });
}

for (const viewport of [
  { width: 720, height: 450 },
  { width: 375, height: 667 },
]) {
  test.describe(`at ${viewport.width} by ${viewport.height} px`, () => {
    test.use({ viewport });

    test("the table under many filters leaves its pager uncovered", async ({ page, open }) => {
      await open("/audit");
      const table = page.locator("table[aria-busy=false]").first();
      await expect(table).toBeVisible();
      const pager = page.getByRole("button", { name: /^Previous/ });
      await pager.scrollIntoViewIfNeeded();
      const [button, frame] = await Promise.all([pager.boundingBox(), table.locator("..").boundingBox()]);
      expect(button?.y).toBeGreaterThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
    });
  });
}

test("portrait and selfie of a review stand beside each other, each 240 px or more, before a key is pressed", async ({
  page,
  openInquiryOf,
}) => {
  await openInquiryOf("three-matches");
  const faces = page.getByRole("button", { name: "Look closer at portrait and selfie" }).getByRole("img");
  await expect(faces).toHaveCount(2);
  const [left, right] = await Promise.all([faces.first().boundingBox(), faces.last().boundingBox()]);
  for (const box of [left, right]) {
    expect(box?.width).toBeGreaterThanOrEqual(240);
    expect(box?.height).toBeGreaterThanOrEqual(240);
  }
  expect(right?.y).toBe(left?.y);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test("fields stand with their values below them: nothing scrolls inside itself, and it is a table still", async ({
    page,
    openInquiryOf,
  }) => {
    await openInquiryOf("chloe-martin");
    const fields = page.getByRole("region", { name: "Fields, provided and read" });
    const row = fields.getByRole("row", { name: /^Last name/ });
    await expect(row.getByRole("cell").first()).toBeVisible();
    expect(await fields.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    const [head, cell] = await Promise.all([row.getByRole("rowheader").boundingBox(), row.getByRole("cell").first().boundingBox()]);
    expect(cell?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
  });

  test("deciding at the pinned rail moves nothing of the evidence above it", async ({ page, openInquiryOf }) => {
    await openInquiryOf("nadia-rahman");
    await expect(page.getByRole("button", { name: "Decline", exact: true })).toBeVisible();

    await page.keyboard.press("D");
    await page.keyboard.press("C");
    await page.keyboard.type("The portrait is of somebody else.");

    await expect(page.getByLabel("Comment for the audit trail")).toHaveValue("The portrait is of somebody else.");
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expect(page.getByRole("region", { name: "Verdict" })).toBeInViewport();
  });
});

for (const [name, viewport] of [
  ["at 200 % zoom", { width: 720, height: 450 }],
  ["on a wide screen", { width: 1440, height: 900 }],
] as const) {
  test.describe(name, () => {
    test.use({ viewport });

    test("a form shows what speaks against it, the button that sends, and what is missing, and leaves half of the height", async ({
      page,
      openInquiryOf,
    }) => {
      await openInquiryOf("chloe-martin");
      await expect(page.getByText("You are working on this", { exact: true })).toBeVisible();
      await page.keyboard.press("A");
      const form = page.getByRole("form", { name: "Approve inquiry" });
      const send = form.getByRole("button", { name: "Approve inquiry" });
      /** In sight, and not under the button. */
      const isRead = async (text: string) => {
        await expect(form.getByText(text)).toBeInViewport({ ratio: 1 });
        await expect(send).toBeInViewport({ ratio: 1 });
        const [words, button] = await Promise.all([form.getByText(text).boundingBox(), send.boundingBox()]);
        expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(button?.y ?? 0);
      };
      await isRead("Speaks against it");
      await page.keyboard.press("Enter");
      await isRead("Something speaks against it: choose a reason.");
      if (viewport.height < 900) {
        const rail = await page.getByRole("group", { name: "What you can do" }).boundingBox();
        expect(rail?.y).toBeGreaterThanOrEqual(viewport.height / 2);
      }
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
    });
  });
}

/** Keeps, from the next document on, what jumps without anybody having pressed a key. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: { value: number; nodes: string[] }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // the DOM's types do not know this entry yet
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
          sources: { node?: Element }[];
        };
        if (!hadRecentInput) shifts.push({ value, nodes: sources.map(({ node }) => `${node?.nodeName} ${node?.className}`) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

async function expectNoShift(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => (window as unknown as { shifts: { value: number; nodes: string[] }[] }).shifts);
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  expect(total, JSON.stringify(shifts, null, 1)).toBeLessThan(0.01);
}

for (const { name, path, settled } of screens) {
  test(`${name}: nothing jumps when data arrives`, async ({ page, open, simulator }) => {
    await open("/");
    const address = await path(simulator);
    await watchShifts(page);
    await open(address);
    // hash addresses of one document do not load it again
    await page.reload();
    await settled(page);
    await expectNoShift(page);
  });
}

test("nothing jumps when an inquiry comes late of which nothing was known", async ({ page, open, simulator }) => {
  await watchShifts(page);
  await open("/links");
  await expect(page.getByRole("table").first()).toBeVisible();
  const { id } = await simulator.inquiryOf(referenceIdOf("oscar-lund"));
  await simulator.call("POST", "faults", { operation: "retrieveAnInquiry", delayMs: 1_000 });
  await open(`/inquiries/${id}`);
  await expect(page.getByText("Loading the inquiry")).toBeAttached();
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
  await expectNoShift(page);
});
