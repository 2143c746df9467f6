import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

/** Whoever prints gives the sheet no margin of their own: it brings its own. */
async function pagesOf(page: Page, format: "A4" | "Letter"): Promise<number> {
  const pdf = await page.pdf({ format, preferCSSPageSize: false });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The size of the smallest words on paper, in points, and how far the widest part reaches out of the sheet, in px. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const sizes: number[] = [];
    const texts = document.createTreeWalker(document.querySelector(".workbench-frame") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      if (!element || text.textContent?.trim() === "" || element.closest(".sr-only") || !element.checkVisibility()) continue;
      sizes.push(Number.parseFloat(getComputedStyle(element).fontSize) * 0.75);
    }
    return { smallest: Math.min(...sizes), over: document.documentElement.scrollWidth - window.innerWidth };
  });

/** Opens the newest inquiry of a person and has it printed, up to what the browser's own dialog does. */
async function printed<Person>(page: Page, openInquiryOf: (person: Person) => Promise<string>, person: Person) {
  await openInquiryOf(person);
  await expect(page.getByRole("region", { name: "Story" }).getByText("The inquiry was created.")).toBeVisible();
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.getByRole("button", { name: "Print", exact: true }).click();
  await expect(page.locator("body[data-printed]")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 733, height: 1062 });
}

for (const person of ["lea-moreau", "stefan-novak", "jack-thornton"] as const) {
  test(`an ordinary inquiry, ${person}, is one page of legible print on A4 and on Letter`, async ({ page, openInquiryOf }) => {
    await printed(page, openInquiryOf, person);
    const { smallest, over } = await measure(page);
    expect(smallest).toBeGreaterThanOrEqual(8.5);
    expect(over).toBeLessThanOrEqual(0);
    for (const format of ["A4", "Letter"] as const) expect(await pagesOf(page, format), format).toBe(1);
  });
}

test("an inquiry with three reports, one of them with a match, is one page on A4", async ({ page, openInquiryOf }) => {
  await printed(page, openInquiryOf, "artem-kovalenko");
  expect(await pagesOf(page, "A4")).toBe(1);
});

test("an inquiry that one page does not hold says on each which of how many it is", async ({ page, openInquiryOf }) => {
  await printed(page, openInquiryOf, "ravi-menon");
  expect(await pagesOf(page, "A4")).toBe(2);
  // the words stand in the margin, where no element is
  const margins = await page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .flatMap((rule) => (rule.cssText.includes("@bottom-right") ? [rule.cssText] : [])),
  );
  expect(margins.join()).toContain('"Page " counter(page) " of " counter(pages)');
});
