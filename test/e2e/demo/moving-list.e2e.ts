import { expect, test } from "../support/test";

test.use({ viewport: { width: 1440, height: 812 } });

for (const where of ["the row's link", "the row beside its link"]) {
  test(`a click on ${where} while the list still moves opens that row`, async ({ page, open, path }) => {
    await open("/inquiries");
    const frame = page.locator(".table-frame");
    const link = frame.locator("tbody tr a").first();
    await expect(link).toBeVisible();
    await frame.evaluate((element) => {
      element.scrollTop = 200;
      // as a wheel that goes on
      setInterval(() => element.dispatchEvent(new Event("scroll")), 20);
    });
    await expect(frame).toHaveAttribute("data-scrolling", "");

    const middle = (await frame.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const y = middle.y + middle.height / 2;
    const row = await frame.evaluate((element, top) => {
      const under = [...element.querySelectorAll("tbody tr")].find((one) => {
        const box = one.getBoundingClientRect();
        return box.top <= top && top < box.bottom;
      });
      const box = under?.querySelector("a")?.getBoundingClientRect();
      return { to: under?.querySelector("a")?.getAttribute("href") ?? "", x: box ? box.x + box.width / 2 : 0 };
    }, y);
    const x = where === "the row's link" ? row.x : middle.x + middle.width - 40;
    await page.mouse.click(x, y);
    await expect.poll(() => path()).toBe(row.to.replace(/^\/#/, ""));
  });
}
