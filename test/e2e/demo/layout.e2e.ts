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

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test("deciding at the pinned rail moves nothing of the evidence above it", async ({ page, open, simulator }) => {
    await open("/");
    await open(`/inquiries/${(await simulator.inquiryOf(referenceIdOf("nadia-rahman"))).id}`);
    await expect(page.getByRole("button", { name: "Decline", exact: true })).toBeVisible();

    await page.keyboard.press("D");
    await page.keyboard.press("C");
    await page.keyboard.type("The portrait is of somebody else.");

    await expect(page.getByLabel("Comment for the audit trail")).toHaveValue("The portrait is of somebody else.");
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expect(page.getByRole("region", { name: "Verdict" })).toBeInViewport();
  });
});

for (const { name, path, settled } of screens) {
  test(`${name}: nothing jumps when data arrives`, async ({ page, open, simulator }) => {
    await open("/");
    const address = await path(simulator);
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
    await open(address);
    // hash addresses of one document do not load it again
    await page.reload();
    await settled(page);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: { value: number; nodes: string[] }[] }).shifts);
    const total = shifts.reduce((sum, { value }) => sum + value, 0);
    expect(total, JSON.stringify(shifts, null, 1)).toBeLessThan(0.01);
  });
}
