import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

test.beforeEach(async ({ page, open, simulator }) => {
  await open("/");
  await simulator.call("POST", "sign-in", { role: "admin" });
  await open("/settings?section=sessions");
  // who is signed in is known from before
  await page.reload();
});

/** What ends one of the sessions, and what it asks first. */
const parts = (page: Page) => ({
  end: page.getByRole("button", { name: "End Théo Marchetti’s session, Firefox on Linux" }),
  dialog: page.getByRole("dialog", { name: "End Théo Marchetti’s session?" }),
});

test("ending a session by keyboard leaves the focus where one was", async ({ page }) => {
  const { end, dialog } = parts(page);
  // three ways to leave it as it is
  for (const leave of ["Escape", "Keep it", "Close"]) {
    await end.press("Enter");
    await expect(dialog).toBeVisible();
    if (leave === "Escape") await page.keyboard.press(leave);
    else await dialog.getByRole("button", { name: leave }).press("Enter");
    await expect(dialog).toBeHidden();
    await expect(end).toBeFocused();
  }

  await end.press("Enter");
  await dialog.getByRole("button", { name: "End the session" }).press("Enter");
  await expect(end).toBeHidden();
  await expect(page.getByRole("list", { name: "People who are signed in" })).toBeFocused();
});

test("a question that was left and asked for again at once is there again, however busy the page is", async ({ page, actor }) => {
  const { end, dialog } = parts(page);
  const commands = page.getByRole("dialog", { name: "Commands" });
  /** Keys that come while the page is at something else, and are taken one right after the other. */
  const pressTogether = (...keys: string[]) => {
    const busy = page.evaluate(() => {
      const until = performance.now() + 300;
      while (performance.now() < until);
    });
    return Promise.all([busy, ...keys.map((key) => actor.press(key))]);
  };
  await end.press("Enter");
  await expect(dialog).toBeVisible();
  await pressTogether("Escape", "Enter");
  await expect(dialog).toBeVisible();
  await pressTogether("Escape", "ControlOrMeta+k");
  await expect(commands).toBeVisible();
  await pressTogether("Escape", "ControlOrMeta+k");
  await expect(commands).toBeVisible();
});
