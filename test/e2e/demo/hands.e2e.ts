import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const approve = (page: Page) => page.getByRole("button", { name: "Approve", exact: true });
const palette = (page: Page) => page.getByRole("dialog", { name: "Commands" });
const field = (page: Page) => page.getByRole("combobox", { name: "Find or do" });

/** How much of the window is left between what is stuck to its upper edge and the pinned rail, from 0 to 1. */
const shareOfEvidence = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector("header.frame-topbar");
    const pinned = document.querySelector(".workbench-rail");
    if (!bar || !pinned) throw new Error("The page has no rail");
    const [top, bottom] = [Math.max(0, bar.getBoundingClientRect().bottom), pinned.getBoundingClientRect().top];
    if (pinned.getBoundingClientRect().bottom > window.innerHeight + 1) throw new Error("The rail is cut off");
    return (bottom - top) / window.innerHeight;
  });

for (const { name, viewport } of [
  { name: "at 200 %", viewport: { width: 640, height: 360 } },
  { name: "on a phone", viewport: { width: 375, height: 812 } },
]) {
  test.describe(name, () => {
    test.use({ viewport });

    test("the rail leaves half of the window to the evidence, with a form open, too, and folds to one line", async ({
      page,
      openInquiryOf,
    }) => {
      await openInquiryOf("somchai-srisuk");
      await expect(approve(page)).toBeInViewport();
      await page.keyboard.press("a");
      await expect(page.getByRole("form", { name: "Approve inquiry" })).toBeInViewport();
      await page.getByRole("group", { name: "Evidence" }).evaluate((node) => node.scrollIntoView());
      expect(await shareOfEvidence(page)).toBeGreaterThanOrEqual(0.5);

      const fold = page.getByRole("button", { name: "Decide and restore access" });
      await fold.click();
      await expect(fold).toHaveAttribute("aria-expanded", "false");
      await expect(approve(page)).not.toBeInViewport();
      const folded = await shareOfEvidence(page);
      expect(folded).toBeGreaterThan(0.85);
    });

    test("a key that opens something in the folded rail unfolds it", async ({ page, openInquiryOf }) => {
      await openInquiryOf("somchai-srisuk");
      await expect(approve(page)).toBeVisible();
      await page.getByRole("button", { name: "Decide and restore access" }).click();
      await page.keyboard.press("d");
      await expect(page.getByRole("form", { name: "Decline inquiry" })).toBeInViewport();
    });

    test("the palette stands in the window, and reaches its last entry by keys", async ({ page, open }) => {
      await open("/inquiries");
      await page.getByRole("button", { name: "Sections" }).click();
      await page.getByRole("button", { name: "Commands" }).click();
      await expect(field(page)).toBeFocused();
      const box = await palette(page).boundingBox();
      expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= viewport.width && box.y + box.height <= viewport.height).toBe(true);
      await page.keyboard.press("ArrowUp");
      await expect(page.getByRole("option", { selected: true })).toBeInViewport({ ratio: 1 });
      await page.keyboard.press("Escape");
      await expect(page.getByRole("button", { name: "Sections" })).toBeFocused();
    });
  });
}

test("from the top of the page, two skip links and two Tabs are at Approve", async ({ page, openInquiryOf }) => {
  await openInquiryOf("somchai-srisuk");
  await page.reload();
  await expect(page.getByRole("button", { name: /^(Claim|Release)/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeInViewport();
  for (const key of ["Enter", "Tab"]) await page.keyboard.press(key);
  await expect(page.getByRole("link", { name: "Skip to the decision" })).toBeInViewport();
  for (const key of ["Enter", "Tab", "Tab"]) await page.keyboard.press(key);
  await expect(approve(page)).toBeFocused();
});

test("Back leads to the row that was open and to where the list was scrolled", async ({ page, open }) => {
  await open("/inquiries");
  const links = page.locator("table[aria-busy=false] [data-row-link]");
  const link = links.nth(30);
  await link.scrollIntoViewIfNeeded();
  const address = await link.getAttribute("href");
  const scrolled = () => page.locator(".table-frame").evaluate((frame) => frame.scrollTop);
  const before = await scrolled();
  expect(before).toBeGreaterThan(0);
  // as a hand does, at once and where it is: Playwright's own click scrolls a list on that has only just come to rest
  const box = await link.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 8);
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
  await page.goBack();
  await expect(page.locator(`[data-row-link][href="${address}"]`)).toBeFocused();
  await expect.poll(scrolled).toBe(before);
  await page.keyboard.press("j");
  await expect(links.nth(31)).toBeFocused();
});

test.describe("what opens over the page gives the focus back to what opened it", () => {
  const cases: { name: string; path: string; opener: string | RegExp; surface: (page: Page) => ReturnType<Page["locator"]> }[] = [
    {
      name: "a menu",
      path: "/inquiries",
      opener: /Inés Valverde/,
      surface: (page) => page.getByRole("dialog", { name: "Signed-in user" }),
    },
    { name: "the saved views", path: "/inquiries", opener: "Views", surface: (page) => page.getByRole("dialog", { name: "Views" }) },
    { name: "a filter", path: "/inquiries", opener: /^Status/, surface: (page) => page.getByRole("dialog", { name: "Filter by status" }) },
    { name: "an export", path: "/audit", opener: "Export CSV", surface: (page) => page.getByRole("dialog", { name: "Export" }) },
    {
      name: "a question",
      path: "/settings?section=sessions",
      opener: /^End/,
      surface: (page) => page.getByRole("dialog", { name: /^End/ }),
    },
  ];
  for (const { name, path, opener, surface } of cases) {
    test(name, async ({ page, open }) => {
      await open(path);
      const button = page.getByRole("main").or(page.getByRole("banner")).getByRole("button", { name: opener }).first();
      await button.focus();
      await page.keyboard.press("Enter");
      await expect(surface(page)).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(surface(page)).toBeHidden();
      await expect(button).toBeFocused();
    });
  }

  test("the palette opened from within a menu, which is gone by then", async ({ page, open }) => {
    await open("/inquiries");
    const menu = page.getByRole("button", { name: /Inés Valverde/ });
    await menu.click();
    await page.getByLabel("Theme", { exact: true }).focus();
    await page.keyboard.press("ControlOrMeta+k");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(menu).toBeFocused();
  });

  test("the shortcuts opened by the palette go back to where that came from", async ({ page, open }) => {
    await open("/inquiries");
    const refresh = page.locator("table[aria-busy=false] [data-row-link]").first();
    await refresh.focus();
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("show shortcuts");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Shortcuts" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(refresh).toBeFocused();
  });
});
