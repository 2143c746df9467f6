import { referenceIdOf } from "@mocks/seed/catalogue";
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

for (const person of ["lea-moreau", "stefan-novak", "jack-thornton"] as const) {
  test(`an ordinary inquiry, ${person}, is one page of legible print on A4 and on Letter`, async ({ page, open, simulator }) => {
    await open("/");
    const { id } = await simulator.inquiryOf(referenceIdOf(person));
    await open(`/inquiries/${id}`);
    await expect(page.getByRole("region", { name: "Story" }).getByText("The inquiry was created.")).toBeVisible();
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "");
    });
    await page.getByRole("button", { name: "Print", exact: true }).click();
    await expect(page.locator("body[data-printed]")).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 733, height: 1062 });
    const { smallest, over } = await measure(page);
    expect(smallest).toBeGreaterThanOrEqual(8.5);
    expect(over).toBeLessThanOrEqual(0);
    for (const format of ["A4", "Letter"] as const) expect(await pagesOf(page, format), format).toBe(1);
  });
}
