import type { Locator } from "@playwright/test";
import { holdFor } from "../support/commands";
import { expect, test } from "../support/test";

/** Where an element begins and ends, px from the window's upper edge. */
async function edges(element: Locator): Promise<{ top: number; bottom: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error("It is not on the page");
  return { top: box.y, bottom: box.y + box.height };
}

for (const viewport of [
  { width: 375, height: 812 },
  { width: 375, height: 667 },
  { width: 720, height: 450 },
]) {
  test.describe(`at ${viewport.width} by ${viewport.height} px`, () => {
    test.use({ viewport });

    test("a decision on its way leaves the end of every page uncovered", async ({ page, open, openInquiryOf }) => {
      await holdFor(page, 20);
      await openInquiryOf("somchai-srisuk");
      await page.getByRole("button", { name: "Approve", exact: true }).click();
      await page.getByRole("button", { name: "Approve inquiry" }).click();
      const strip = page.getByRole("region", { name: "Decisions on their way" });
      await strip.getByRole("button", { name: "Pause" }).click();
      /** What comes last on a page, once that is scrolled to its end. */
      const isUncovered = async (last: Locator) => {
        const covered = async () => {
          await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
          return (await edges(last)).bottom - (await edges(strip)).top;
        };
        await expect.poll(covered).toBeLessThanOrEqual(0);
      };
      await isUncovered(page.locator(".workbench-below"));
      for (const list of ["Inquiries", "Audit"]) {
        await open(`/${list.toLowerCase()}`);
        // until the page is there, the one before it stands
        await expect(page.getByRole("heading", { name: list, level: 1 })).toBeVisible();
        await expect(page.locator("table[aria-busy=false]").first()).toBeVisible();
        await isUncovered(page.getByRole("navigation", { name: "Pages" }));
      }
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test("that Persona is busy is said above the heading, not over it", async ({ page, open, simulator }) => {
    await open("/");
    await expect(page.locator("table[aria-busy=false]").first()).toBeVisible();
    await simulator.call("POST", "faults", { operation: "listAllAccounts", status: 429, times: 3 });
    await open("/accounts");
    const said = page.getByText(/^Persona is busy, trying again/);
    await expect(said).toBeVisible();
    const heading = page.getByRole("heading", { name: "People", level: 1 });
    // its line: what the heading itself has around it is padding
    expect((await edges(said.locator(".."))).bottom).toBeLessThanOrEqual((await edges(heading.locator(".."))).top);
  });
});
