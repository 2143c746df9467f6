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
