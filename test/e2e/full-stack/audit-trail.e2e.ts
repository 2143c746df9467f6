import { referenceIdOf } from "@mocks/seed/catalogue";
import type { Page } from "@playwright/test";
import { afterTheHold, sentToPersona } from "../support/commands";
import { expect, test } from "../support/test";

const confirmed = (page: Page) =>
  expect(page.getByRole("region", { name: "Decision", exact: true }).getByText(/Persona confirmed\.$/)).toBeVisible(afterTheHold);

test("a decision, a resume and a link stand in the audit log, with who, before and after", async ({ page, open, actor, simulator }) => {
  const { id: decided } = await simulator.inquiryOf(referenceIdOf("emily-clarke"));
  const { id: restored } = await simulator.inquiryOf(referenceIdOf("oscar-lund"));
  await open(`/inquiries/${decided}`);
  await expect(page.getByRole("button", { name: "Decline", exact: true })).toBeVisible();
  await actor.press("D");
  await actor.press("2");
  await actor.press("C");
  await actor.type("The documents are of two people.");
  await actor.press("ControlOrMeta+Enter");
  await confirmed(page);
  await open(`/inquiries/${restored}`);
  await expect(page.getByRole("region", { name: "Access" })).toBeVisible();
  await actor.press("L");
  await actor.press("Enter");
  await expect(page.getByText("The link is in your clipboard.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await open(`/audit?subject=${decided}`);
  const decision = page.getByRole("row").filter({ hasText: "Inés Valverde" }).first();
  await expect(decision).toContainText("Needs review");
  await expect(decision).toContainText("Declined");
  await open(`/audit?subject=${restored}`);
  await expect(
    page
      .getByRole("row")
      .filter({ hasText: /resumed/i })
      .first(),
  ).toContainText("Pending");
  await expect(page.getByRole("row").filter({ hasText: /link/i }).first()).toBeVisible();

  await open("/links");
  await expect(page.getByRole("row").filter({ hasText: "Inés Valverde" }).first()).toBeVisible();
  expect(link).toMatch(/^https:/);
  expect(await page.content()).not.toContain(link);
});

test("the comment that reaches Persona says who wrote it, and why", async ({ page, open, actor, simulator }) => {
  const { id } = await simulator.inquiryOf(referenceIdOf("somchai-srisuk"));
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/desk/v1/decisions")) sent.push(request.postData() ?? "");
  });
  await open(`/inquiries/${id}`);
  await expect(page.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await actor.press("A");
  await actor.press("1");
  await actor.press("Enter");
  await confirmed(page);
  // the browser does not sign: the server does, for whoever is signed in
  expect(sent).toHaveLength(1);
  expect(sent.join("")).not.toContain("Inquiry Desk");
  expect(await sentToPersona(simulator, id)).toEqual(["approve"]);
  const { data } = await simulator.call<{ data: { attributes: { reviewerComment: string } } }>("GET", `inquiries/${id}`, undefined, "api");
  expect(data.attributes.reviewerComment).toBe(
    [
      "Reasons: Evidence is complete and consistent (evidence-consistent)",
      "[Inquiry Desk] Inés Valverde <ines.valverde@hollisgrey.example>",
    ].join("\n"),
  );
});
