import type { Page } from "@playwright/test";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { afterTheHold, decidedAtPersona } from "../support/commands";
import { expect, test } from "../support/test";
import type { SimulatorControl } from "../support/simulator-control";
import { Typist } from "../support/typist";

const queue = (page: Page) => page.getByRole("table", { name: "Review queue" });
const walk = (page: Page) => page.getByRole("region", { name: "Review queue" });
const approve = (page: Page) =>
  page.getByRole("region", { name: "Decision", exact: true }).getByRole("button", { name: "Approve", exact: true });

test("two keys clear one of the queue, and the next one is on the screen", async ({ page, open, path, actor, simulator }) => {
  await open("/");
  const { id } = await simulator.inquiryOf(referenceIdOf("somchai-srisuk"));
  const before = await decidedAtPersona(simulator, id);
  await open("/review");
  await queue(page)
    .getByRole("link", { name: referenceIdOf("somchai-srisuk"), exact: true })
    .click();
  await expect(walk(page)).toBeVisible();
  await expect(approve(page)).not.toHaveAttribute("aria-disabled", "true");

  await actor.press("A");
  await actor.press("Enter");

  expect(actor.actions).toBe(2);
  await expect.poll(() => path(page)).not.toContain(id);
  await expect(walk(page)).toContainText("1 done");
  await expect(approve(page)).not.toHaveAttribute("aria-disabled", "true");
  const line = page.getByRole("region", { name: "Decisions on their way" }).getByRole("listitem");
  await expect(line.filter({ hasText: referenceIdOf("somchai-srisuk") })).toBeVisible();
  await expect.poll(() => decidedAtPersona(simulator, id), afterTheHold).toEqual([...before, "inquiry.approved"]);
});

test("J and K walk, S sets aside with a reason, Back leads to the queue", async ({ page, open, path }) => {
  await open("/");
  await open("/review");
  await page.getByRole("button", { name: "Review one after the other" }).click();
  await expect(approve(page)).toBeVisible();
  const first = path(page);
  const typist = await Typist.on(page);
  /** One key, and not one of a word. */
  const press = async (key: string) => {
    typist.rest();
    await typist.type(key, () => 0);
  };
  await press("j");
  await expect.poll(() => path(page)).not.toBe(first);
  const second = path(page);
  await expect(approve(page)).toBeVisible();
  await press("k");
  await expect.poll(() => path(page)).toBe(first);
  await expect(approve(page)).toBeVisible();
  await press("s");
  await expect(page.getByRole("textbox", { name: "Why" })).toBeFocused();
  await page.keyboard.type("asked for a better picture");
  await page.keyboard.press("Enter");
  await expect.poll(() => path(page)).toBe(second);
  await page.goBack();
  await expect(queue(page)).toBeVisible();
  await expect(page.getByText(/1 set aside/)).toBeVisible();
});

test("fifty are cleared one after the other with two keys each, and each is approved once", async ({ page, open, path, simulator }) => {
  // an upper bound: fifty pages are opened
  test.slow();
  await open("/");
  await simulator.call("POST", "reset", { scenario: "large" });
  await page.reload();
  await open("/review");
  const { now } = await simulator.call<{ now: string }>("GET", "clock");
  const since = Date.parse(now);
  await page.getByRole("button", { name: "Review one after the other" }).click();
  const hand = await Typist.on(page, 1);
  const form = page.getByRole("form", { name: "Approve inquiry" });
  const cleared: string[] = [];
  while (cleared.length < 50) {
    await expect(approve(page)).not.toHaveAttribute("aria-disabled", "true");
    const at = path(page);
    hand.rest();
    await hand.type("a", () => 0);
    await expect(form).toBeVisible();
    if ((await form.getByText("Speaks against it").count()) > 0) {
      // somebody has to write why: not one of those that two keys clear
      await page.keyboard.press("Escape");
      await walk(page).getByRole("button", { name: "Next" }).click();
    } else {
      await hand.type("\n", () => 0);
      cleared.push(/inq_[A-Za-z0-9]+/.exec(at)?.[0] ?? at);
    }
    await expect.poll(() => path(page)).not.toBe(at);
  }
  await expect.poll(async () => (await approvals(simulator, since)).length, afterTheHold).toBe(cleared.length);
  // none wrong, none lost, none twice
  expect((await approvals(simulator, since)).toSorted()).toEqual(cleared.toSorted());
});

/** The inquiries that were approved, one for each time, as Persona's own events have it. @param since ms since the epoch */
async function approvals(simulator: SimulatorControl, since: number): Promise<string[]> {
  type Events = { data: { attributes: { createdAt: string; payload: { data: { id: string } } } }[] };
  const { data } = await simulator.call<Events>("GET", "events?filter[name]=inquiry.approved&page[size]=100", undefined, "api");
  return data.filter(({ attributes }) => Date.parse(attributes.createdAt) >= since).map(({ attributes }) => attributes.payload.data.id);
}
