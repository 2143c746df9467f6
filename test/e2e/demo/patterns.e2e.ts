import type { Page } from "@playwright/test";
import { holdFor } from "../support/commands";
import { expect, test } from "../support/test";

/*
 * What stands over the page, held against the patterns of the ARIA Authoring Practices Guide by roles, names, states and keys, in a real
 * browser. docs/decisions/004-native-before-library.md says what follows them and what does not.
 */

const rowsAreThere = (page: Page) => expect(page.locator("table[aria-busy=false]").first()).toBeVisible();

/** Tooltips come once the page is at rest. */
const tipsAreThere = (page: Page) => expect(page.locator("#tooltip")).toBeAttached();

/** Whether the browser tells assistive technology that what a button opens is open: of popovers it knows by itself, no attribute says it. */
async function isExpanded(page: Page, name: RegExp): Promise<unknown> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  await devtools.detach();
  const button = nodes.find((node) => node.role?.value === "button" && name.test(String(node.name?.value)));
  return button?.properties?.find((property) => property.name === "expanded")?.value.value;
}

test("a popover is a dialog that blocks nothing: its opener tells its state, it takes the focus and gives it back", async ({
  page,
  open,
}) => {
  await open("/inquiries");
  await rowsAreThere(page);
  const opener = page.getByRole("button", { name: /^Status/ });
  await expect(opener).toBeVisible();
  expect(await isExpanded(page, /^Status/)).toBe(false);
  await opener.press("Enter");
  const panel = page.getByRole("dialog", { name: "Filter by status" });
  await expect(panel).toBeVisible();
  expect(await isExpanded(page, /^Status/)).toBe(true);
  await expect(panel).toHaveAttribute("aria-modal", "false");
  await expect(panel).toMatchAriaSnapshot(`
    - dialog "Filter by status":
      - group "Status":
        - checkbox "Created"
  `);
  await expect(panel.getByRole("checkbox", { name: "Created" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();
  expect(await isExpanded(page, /^Status/)).toBe(false);
});

test("a popover whose end Tab goes past closes, and what follows its opener has the focus", async ({ page, open }) => {
  await open("/inquiries");
  await rowsAreThere(page);
  await page.getByRole("button", { name: /^Status/ }).press("Enter");
  const panel = page.getByRole("dialog", { name: "Filter by status" });
  await panel.getByRole("checkbox").last().focus();
  await expect(panel).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: /^Template/ })).toBeFocused();
  await expect(panel).toBeHidden();
});

test("a modal dialog is named by its title, keeps Tab off the page, and gives the focus back", async ({ page, open }) => {
  await open("/inquiries");
  await rowsAreThere(page);
  const opener = page.getByRole("button", { name: /^Template/ });
  await opener.focus();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Shortcuts" });
  await expect(dialog.getByRole("heading", { name: "Shortcuts" })).toBeFocused();
  for (const key of ["Shift+Tab", "Shift+Tab", "Tab", "Tab", "Tab", "Tab"]) {
    await page.keyboard.press(key);
    // beyond its ends the browser's own bars come, and then the dialog again
    expect(await dialog.evaluate((node) => document.activeElement === document.body || node.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test("the palette is a combobox with a list: arrows choose, the field keeps the focus, Escape gives it back", async ({ page, open }) => {
  await open("/inquiries");
  await rowsAreThere(page);
  const opener = page.getByRole("button", { name: /^Template/ });
  await opener.focus();
  await page.keyboard.press("ControlOrMeta+k");
  const dialog = page.getByRole("dialog", { name: "Commands" });
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Commands":
      - combobox "Find or do" [expanded]
      - status: /\\d+ entries/
      - listbox "Entries":
        - group:
          - option [selected]
  `);
  const field = dialog.getByRole("combobox");
  const chosen = dialog.getByRole("option", { selected: true });
  await expect(field).toHaveAttribute("aria-controls", (await dialog.getByRole("listbox").getAttribute("id")) ?? "");
  const first = await chosen.getAttribute("id");
  await expect(field).toHaveAttribute("aria-activedescendant", first ?? "");
  await page.keyboard.press("ArrowUp");
  const last = await dialog.getByRole("option").last().getAttribute("id");
  await expect(field).toHaveAttribute("aria-activedescendant", last ?? "");
  await expect(chosen).toHaveAttribute("id", last ?? "");
  await page.keyboard.press("ArrowDown");
  await expect(chosen).toHaveAttribute("id", first ?? "");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test("the field at the top is a search of its own name, and what it answers is its description", async ({ page, open }) => {
  await open("/inquiries");
  await rowsAreThere(page);
  const search = page.getByRole("search", { name: "People and inquiries" });
  const field = search.getByRole("textbox", { name: "Find a person or an inquiry" });
  // there before it says something, so that it is heard
  await expect(search.locator("[aria-live=polite]")).toBeAttached();
  await field.fill("nobody-has-this-1");
  await field.press("Enter");
  await expect(field).toHaveAccessibleDescription(/^Nobody has this reference ID/);
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field).toHaveAccessibleDescription("");
  await expect(field).toBeFocused();
});

test("a tooltip describes what has the focus, where that does not say the same itself", async ({ page, open }) => {
  await open("/inquiries");
  await tipsAreThere(page);
  await page.getByRole("button", { name: /Valverde/ }).press("Enter");
  const out = page.getByRole("button", { name: "Sign out everywhere" });
  await expect(out).toBeVisible();
  await page.getByRole("button", { name: "Sign out", exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(out).toBeFocused();
  await expect(page.getByRole("tooltip")).toHaveText("Ends your sessions in every browser");
  await expect(out).toHaveAccessibleDescription("Ends your sessions in every browser");
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("tooltip")).toBeHidden();
  await expect(out).toHaveAccessibleDescription("");
});

test("a time of which little is said tells its instant in full", async ({ page, open }) => {
  await open("/inquiries");
  await tipsAreThere(page);
  await page.getByRole("row").locator("time").first().hover();
  await expect(page.getByRole("tooltip")).toHaveText(/^\d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d:\d\d \S+$/);
});

test("a tooltip stays while the pointer goes to it, and goes with the pointer or with Escape", async ({ page, open }) => {
  await page.clock.install();
  await open("/inquiries");
  await tipsAreThere(page);
  const owner = page.getByRole("button", { name: /theme/i });
  const tip = page.getByRole("tooltip");
  await owner.hover();
  await expect(tip).toBeVisible();
  const [from, to] = [await owner.boundingBox(), await tip.boundingBox()];
  if (!from || !to) throw new Error("Neither stands on the page");
  const x = from.x + from.width / 2;
  // its time stands still while the pointer is between the two, however slow the machine is
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  await page.mouse.move(x, (from.y + from.height + to.y) / 2);
  await page.mouse.move(x, to.y + to.height / 2);
  await page.clock.runFor(2_000);
  await expect(tip).toBeVisible();
  await page.mouse.move(x, 600);
  await page.clock.runFor(2_000);
  await expect(tip).toBeHidden();
  await owner.hover();
  await page.clock.runFor(2_000);
  await expect(tip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
});

test("a decision on its way is a region to go to, told by a status that was there before", async ({ page, openInquiryOf }) => {
  await holdFor(page, 20);
  await openInquiryOf("somchai-srisuk");
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  const before = await page.getByRole("status").count();
  await page.getByRole("button", { name: "Approve inquiry" }).click();
  await expect(page.getByRole("region", { name: "Decisions on their way" })).toBeVisible();
  await expect(
    page
      .getByRole("status")
      .filter({ hasText: /Approv/ })
      .first(),
  ).toBeAttached();
  expect(before).toBeGreaterThan(0);
});
