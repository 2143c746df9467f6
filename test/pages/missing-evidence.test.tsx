import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { isRecord } from "@/lib/read";
import { changeAnswers, failAnswers, type FailureKind, failureKinds } from "@test/support/failing-answers";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";

const inquiryOf = (simulator: Simulator, referenceId: string) => {
  for (const inquiry of simulator.world().tables.inquiries.newestFirst()) {
    if (inquiry.attributes.referenceId === referenceId) return inquiry;
  }
  throw new Error(`${referenceId} has no inquiry`);
};

/** Opens the way back in of somebody whose inquiry expired midway, which is certain where every answer comes. */
async function openExpired(path: string, kind: FailureKind) {
  const simulator = resetSimulator();
  const { asked } = failAnswers(path, kind);
  const { user, queryClient } = await renderApp(`/inquiries/${inquiryOf(simulator, "usr_2c5e88").id}`);
  await screen.findByRole("button", { name: "Restore access" });
  await user.keyboard("l");
  const access = within(await screen.findByRole("group", { name: "Way back in" }));
  await access.findByText(/^It expired .*, before the user finished/);
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  return { user, access, asked };
}

/** Every part of the workbench is there, and none of them fell. */
async function expectWholePage() {
  for (const name of ["Verdict", "Documents and selfies", "Verifications", "Story", "Decision", "Access"]) {
    await waitFor(() => expect(screen.getByRole("region", { name })).toBeVisible());
  }
  expect(screen.queryByText(/This part of the page could not be shown/)).toBeNull();
}

describe("a cause is never certain where an answer it rests on failed", () => {
  const sources = [
    ["the events", "*/api/v1/events", /^Its events are not known/],
    ["the person's other inquiries", "*/api/v1/inquiries", /^The person's other inquiries are not known/],
    ["who else used the device", "*/desk/v1/shared-devices/*", /^Who else used the same device could not be read/],
    ["the company's settings", "*/desk/v1/settings", /^The company's settings are not known/],
  ] as const;

  it.each(sources.flatMap(([what, path, doubt]) => failureKinds.map((kind) => [what, kind, path, doubt] as const)))(
    "%s: %s",
    async (_, kind, path, doubt) => {
      const { user, access, asked } = await openExpired(path, kind);
      expect(access.getByText("Likely")).toBeVisible();
      expect(access.queryByText("Certain")).toBeNull();
      await user.click(access.getByText("How we know, and what to say"));
      expect(within(access.getByRole("list", { name: "Why it is not certain" })).getByText(doubt)).toBeVisible();
      await expectWholePage();
      // what failed is not asked for over and over
      expect(asked()).toBeGreaterThan(0);
      expect(asked()).toBeLessThan(5);
    },
  );
});

it.each(failureKinds)("the ledger of links could not be asked about the link they use: %s", async (kind) => {
  const { user, access } = await openExpired("*/desk/v1/links/recognition", kind);
  expect(access.getByText("Certain")).toBeVisible();
  await user.click(access.getByText("The link they used"));
  await user.click(access.getByRole("textbox", { name: "Paste the link the user opens" }));
  await user.paste("https://withpersona.com/verify?code=us1-secret");
  expect(await access.findByText("It is a one-time link.")).toBeVisible();
  expect(access.getByText("Likely")).toBeVisible();
  await user.click(access.getByText("How we know, and what to say"));
  expect(access.getByText(/^The desk's ledger of links could not be asked/)).toBeVisible();
  await expectWholePage();
});

it("the person's inquiries go on on a second page, which is not read: likely at most", async () => {
  const simulator = resetSimulator();
  changeAnswers("*/api/v1/inquiries", (body) => ({ ...body, links: { next: "/api/v1/inquiries?page%5Bafter%5D=inq_1" } }));
  const { user } = await renderApp(`/inquiries/${inquiryOf(simulator, "usr_2c5e88").id}`);
  await screen.findByRole("button", { name: "Restore access" });
  await user.keyboard("l");
  const access = within(await screen.findByRole("group", { name: "Way back in" }));
  expect(await access.findByText("Likely")).toBeVisible();
  await user.click(access.getByText("How we know, and what to say"));
  expect(access.getByText("Only the newest of the person's other inquiries were looked at.")).toBeVisible();
});

describe("what could not be read beside an inquiry in review is said in its place, and nothing else falls", () => {
  it.each([
    ["who works on it", "*/desk/v1/claims", "Who is working on this", /^Who is working on this could not be read$/],
    ["decisions under way", "*/desk/v1/decisions", "Decision", /^Whether a colleague's decision is under way could not be read/],
    ["its events", "*/api/v1/events", "Story", /^Read the events again$/],
    [
      "who else used the device",
      "*/desk/v1/shared-devices/*",
      "Behind the evidence",
      /^Whether others used the same device could not be read/,
    ],
  ] as const)("%s", async (_, path, region, words) => {
    for (const kind of failureKinds) {
      const simulator = resetSimulator({ role: "reviewer" });
      failAnswers(path, kind);
      const { queryClient, unmount } = await renderApp(`/inquiries/${inquiryOf(simulator, "cus-102930").id}`);
      await screen.findByRole("region", { name: "Verdict" });
      // what is looked at second is drawn after the rest
      await waitFor(() => expect(within(screen.getByRole("region", { name: region })).getAllByText(words).length).toBeGreaterThan(0));
      await waitFor(() => expect(queryClient.isFetching()).toBe(0));
      await expectWholePage();
      unmount();
    }
  });

  it.each(failureKinds)("the account's reports: %s", async (kind) => {
    const simulator = resetSimulator({ role: "reviewer" });
    failAnswers("*/api/v1/reports", kind);
    await renderApp(`/inquiries/${inquiryOf(simulator, "cus-102930").id}?panel=reports`);
    await screen.findByRole("region", { name: "Verdict" });
    await waitFor(() => expect(within(screen.getByRole("region", { name: "Behind the evidence" })).getByRole("alert")).toBeVisible());
    await expectWholePage();
  });
});

describe("on a person's page", () => {
  const accountOf = (simulator: Simulator, referenceId: string) => inquiryOf(simulator, referenceId).relationships.account.data?.id ?? "";

  it.each(failureKinds)("reports that could not be read may hold a match: nobody is said to need to act no more: %s", async (kind) => {
    const simulator = resetSimulator();
    failAnswers("*/api/v1/reports", kind);
    await renderApp(`/accounts/${accountOf(simulator, "usr_r3p005")}`);
    const verdict = within(await screen.findByRole("region", { name: "Verdict" }));
    expect(await verdict.findByText("Their reports could not be read: whether any of them matches is not known.")).toBeVisible();
    expect(verdict.getByText("Nobody needs to act, as far as the inquiries tell.")).toBeVisible();
    expect(verdict.queryByText("Nobody needs to act.")).toBeNull();
  });

  it.each(failureKinds)("an inquiry that could not be read again leaves its status and no diagnosis: %s", async (kind) => {
    const simulator = resetSimulator();
    const { id } = inquiryOf(simulator, "usr_9b07d4");
    failAnswers(`*/api/v1/inquiries/${id}`, kind);
    const { queryClient } = await renderApp(`/accounts/${accountOf(simulator, "usr_9b07d4")}`);
    const verdict = await screen.findByRole("region", { name: "Verdict" });
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(verdict).toHaveTextContent("In progress");
    expect(verdict).not.toHaveTextContent(/locked out|Certain/);
    expect(screen.getByRole("table", { name: "Inquiries of this person" })).toBeVisible();
  });
});

/** Leaves out of the one answer about an inquiry what came along of a type. */
const without = (type: string) =>
  changeAnswers("*/api/v1/inquiries/*", (body) => {
    const included = (Array.isArray(body["included"]) ? (body["included"] as unknown[]) : []).filter(
      (resource) => !String(isRecord(resource) && resource["type"]).startsWith(type),
    );
    return { ...body, included };
  });

describe("what an inquiry names and its answer did not bring", () => {
  it.each([
    ["report", /^\d reports? of it did not come with Persona's answer: what is said here is said without/],
    ["verification", /^\d verifications? of it did not come/],
    ["inquiry-session", /^\d sessions? of it did not come/],
    ["document", /^\d documents? of it did not come/],
    ["selfie", /^\d selfies? of it did not come/],
  ])("is said in the verdict, and speaks against an approval: %s", async (type, words) => {
    const simulator = resetSimulator({ role: "reviewer" });
    without(type);
    const { user } = await renderApp(`/inquiries/${inquiryOf(simulator, "usr_58ad90").id}?panel=reports`);
    const verdict = within(await screen.findByRole("region", { name: "Verdict" }));
    expect(verdict.getByText(words)).toBeVisible();
    await expectWholePage();
    expect(screen.queryByText(/No verification (?:yet|was recorded)|^No reports$|^No session yet$/)).toBeNull();
    if (type === "document" || type === "selfie") return;
    await user.click(screen.getByRole("button", { name: /^Approve/ }));
    const form = within(screen.getByRole("form", { name: "Approve inquiry" }));
    expect(form.getByText(new RegExp(`^\\d ${type.replace("inquiry-", "")}s? of it could not be read\\.$`))).toBeVisible();
    await user.click(form.getByRole("button", { name: "Approve inquiry" }));
    expect(form.getByRole("textbox", { name: /^Comment/ })).toBeRequired();
  });

  it("is nothing where all of it came", async () => {
    const simulator = resetSimulator();
    await renderApp(`/inquiries/${inquiryOf(simulator, "usr_58ad90").id}`);
    const verdict = within(await screen.findByRole("region", { name: "Verdict" }));
    expect(verdict.queryByText(/did not come/)).toBeNull();
  });

  it.each([
    ["inquiry-session", "Not all of its sessions can be read, so it can't be told why the user lost access."],
    ["inquiry-template", /^The inquiry is alive, but every session of it has expired/],
  ])("makes no cause certain: %s", async (type, cause) => {
    const simulator = resetSimulator();
    without(type);
    const { user } = await renderApp(`/inquiries/${inquiryOf(simulator, "usr_9b07d4").id}`);
    await screen.findByRole("region", { name: "Verdict" });
    await user.keyboard("l");
    const access = within(await screen.findByRole("group", { name: "Way back in" }));
    expect(await access.findByText(cause)).toBeVisible();
    expect(access.getByText("Likely")).toBeVisible();
    await expectWholePage();
  });
});
