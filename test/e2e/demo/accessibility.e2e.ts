import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { holdFor } from "../support/commands";
import { screens } from "../support/screens";
import { expect, test } from "../support/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function expectNoViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme });

    for (const { name, path, settled } of screens) {
      test(`${name}: axe finds nothing`, async ({ page, open, simulator }) => {
        await open("/");
        await open(await path(simulator));
        await settled(page);
        await expectNoViolations(page);
      });
    }

    test("a decision and the way back in, opened: axe finds nothing", async ({ page, openInquiryOf }) => {
      await openInquiryOf("lucas-meyer");
      await page.getByRole("button", { name: "Approve", exact: true }).click();
      await page.getByRole("button", { name: "Restore access" }).click();
      await expect(page.getByRole("button", { name: "Copy a one-time link" })).toBeVisible();
      await expectNoViolations(page);
    });

    test("a decision that something speaks against, and what is missing: axe finds nothing", async ({ page, openInquiryOf }) => {
      await openInquiryOf("jack-thornton");
      await page.getByRole("button", { name: "Approve", exact: true }).click();
      const form = page.getByRole("form", { name: "Approve inquiry" });
      await expect(form.getByText("Speaks against it")).toBeVisible();
      await expect(form.getByRole("radio").first()).toBeVisible();
      await expectNoViolations(page);
      await form.getByRole("button", { name: "Approve inquiry" }).click();
      await expect(form.getByRole("alert").first()).toBeVisible();
      await expectNoViolations(page);
    });

    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 375, height: 812 },
    ]) {
      test(`decisions on their way, one and two, ${viewport.width} px wide: axe finds nothing`, async ({ page, open, simulator }) => {
        await page.setViewportSize(viewport);
        await holdFor(page, 20);
        await open("/");
        const lines = page.getByRole("region", { name: "Decisions on their way" }).getByRole("listitem");
        for (const [index, person] of (["somchai-srisuk", "katrin-vogel"] as const).entries()) {
          await open(`/inquiries/${(await simulator.inquiryOf(referenceIdOf(person))).id}`);
          await page.getByRole("button", { name: "Approve", exact: true }).click();
          await page.getByRole("button", { name: "Approve inquiry" }).click();
          await expect(lines).toHaveCount(index + 1);
          // its clock stands still, however slow the machine is
          await lines.first().getByRole("button", { name: "Pause" }).click();
          await expect(lines.first().getByRole("button", { name: "Go on" })).toBeVisible();
          await expectNoViolations(page);
        }
        await lines.first().getByRole("button", { name: "Take back" }).click();
        await expect(lines.first()).toContainText("Taken back. Nothing was sent.");
        await expectNoViolations(page);
      });
    }

    test("the palette, with actions that can't be used and without a hit: axe finds nothing", async ({ page, openInquiryOf }) => {
      await openInquiryOf("lucas-meyer");
      await expect(page.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
      await page.keyboard.press("ControlOrMeta+k");
      await expect(page.getByRole("option", { name: /^Approve/ })).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.type("nobody-has-this");
      await page.keyboard.press("Enter");
      await expect(page.getByText(/^Nobody has this reference ID/)).toBeVisible();
      await expectNoViolations(page);
    });

    test("keys of one's own, with one that was refused: axe finds nothing", async ({ page, open }) => {
      await open("/settings?section=look");
      await page.getByLabel("Decline", { exact: true }).fill("A");
      await expect(page.getByRole("alert").filter({ hasText: "Choose another" })).toBeVisible();
      await expectNoViolations(page);
    });
  });
}
