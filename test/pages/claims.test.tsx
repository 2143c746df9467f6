import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DeskRole } from "@/api/generated/desk/types.gen";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { claimAsColleague, claimsOf } from "@test/support/colleague-work";
import { renderApp } from "@test/render-app";
import { restHands } from "@test/support/hands";
import { inquiryIn, sandbox, type Status } from "@test/support/inquiry-states";
import { afterTheHold, inWorld } from "@test/support/workbench";

const bar = () => within(screen.getByRole("region", { name: "Who is working on this" }));
const operations = (simulator: Simulator) => simulator.requests().map(({ operation }) => operation);
const colleague = "Ruth Castellan";

/** The workbench of an inquiry, on which a colleague may be working already. */
async function open(status: Status, { role = "reviewer", isTaken = false }: { role?: DeskRole; isTaken?: boolean } = {}) {
  const simulator = resetSimulator({ ...sandbox, role });
  const inquiryId = inquiryIn(simulator, { status });
  if (isTaken) await claimAsColleague(simulator, role, inquiryId);
  const page = await renderApp(`/inquiries/${inquiryId}`);
  const decision = within(await screen.findByRole("region", { name: "Decision" }));
  const holder = async () => (await claimsOf(simulator, role, inquiryId)).map(({ user }) => user.name);
  return { ...page, simulator, inquiryId, decision, holder };
}

describe("an inquiry in review", () => {
  it("becomes the reviewer's who looks at it for some seconds, and colleagues know", async () => {
    const { holder } = await open("needs_review");
    expect(await bar().findByText("Nobody is working on this.")).toBeVisible();
    expect(await bar().findByText("You are working on this.")).toBeVisible();
    expect(await holder()).toEqual(["Maya Lindqvist"]);
  });

  it("is given back by who leaves it", async () => {
    const { user, simulator, holder } = await open("needs_review");
    await bar().findByText("You are working on this.");
    await user.click(screen.getByRole("link", { name: "Inquiries" }));
    await screen.findByRole("table", { name: "Inquiries" });
    await waitFor(() => expect(operations(simulator)).toContain("releaseAnInquiry"));
    expect(await holder()).toEqual([]);
  });

  it("is given back by a key, and not taken again by itself", async () => {
    const { user, holder } = await open("needs_review");
    await bar().findByText("You are working on this.");
    await user.keyboard("t");
    expect(await bar().findByText("Nobody is working on this.")).toBeVisible();
    expect(await holder()).toEqual([]);
    restHands();
    await user.keyboard("t");
    expect(await bar().findByText("You are working on this.")).toBeVisible();
  });

  it("is given back once it is decided", async () => {
    const { user, decision, holder, simulator, queryClient } = await open("needs_review");
    await bar().findByText("You are working on this.");
    await user.keyboard("a{Enter}");
    await decision.findByText(/is held\.$/);
    await afterTheHold({ simulator, queryClient });
    await decision.findByText(/The inquiry is now/);
    await waitFor(() => expect(screen.queryByRole("region", { name: "Who is working on this" })).not.toBeInTheDocument());
    expect(await holder()).toEqual([]);
  });

  it.each(["support", "auditor"] as const)("is nobody's because a %s looks at it", async (role) => {
    const { simulator } = await open("needs_review", { role });
    expect(await bar().findByText("Nobody is working on this.")).toBeVisible();
    expect(operations(simulator)).not.toContain("claimAnInquiry");
    expect(bar().queryAllByRole("button")).toHaveLength(role === "support" ? 1 : 0);
  });
});

describe("any other inquiry", () => {
  it("is claimed by who begins to decide it", async () => {
    const { user, simulator, holder } = await open("completed");
    await waitFor(() => expect(operations(simulator)).toContain("listClaims"));
    expect(screen.queryByRole("region", { name: "Who is working on this" })).not.toBeInTheDocument();
    await user.keyboard("a");
    expect(await screen.findByText("You are working on this.")).toBeVisible();
    expect(await holder()).toEqual(["Maya Lindqvist"]);
  });
});

describe("an inquiry that is slow to come", () => {
  /** Opened from the list, by which it is known that it waits for a review. */
  async function openSlowly({ isTaken = false }: { isTaken?: boolean } = {}) {
    const simulator = resetSimulator({ ...sandbox, role: "reviewer" });
    const inquiryId = inquiryIn(simulator, { status: "needs_review" });
    const page = await renderApp("/inquiries");
    await screen.findByRole("table", { name: "Inquiries" });
    if (isTaken) await claimAsColleague(simulator, "reviewer", inquiryId);
    simulator.fault({ operation: "retrieveAnInquiry", delayMs: 1_200 });
    await page.router.navigate({ to: "/inquiries/$inquiryId", params: { inquiryId } });
    await waitFor(() => expect(operations(simulator)).toContain("claimAnInquiry"));
    expect(screen.getByRole("region", { name: "Decision" })).toHaveAttribute("aria-busy", "true");
    return { ...page, holder: async () => (await claimsOf(simulator, "reviewer", inquiryId)).map(({ user }) => user.name) };
  }

  it("is the reviewer's who waits for it", async () => {
    const { holder } = await openSlowly();
    expect(await holder()).toEqual(["Maya Lindqvist"]);
    await waitFor(() => expect(screen.getByRole("region", { name: "Decision" })).not.toHaveAttribute("aria-busy"));
    expect(bar().getByText("You are working on this.")).toBeVisible();
  });

  it("is given back by who doesn't wait for it to the end", async () => {
    const { holder, user } = await openSlowly();
    await waitFor(async () => expect(await holder()).toEqual(["Maya Lindqvist"]));
    await user.click(screen.getByRole("link", { name: "Inquiries" }));
    await waitFor(async () => expect(await holder()).toEqual([]));
  });

  it("stays a colleague's", async () => {
    const { holder } = await openSlowly({ isTaken: true });
    await waitFor(() => expect(screen.getByRole("region", { name: "Decision" })).not.toHaveAttribute("aria-busy"));
    expect(await bar().findByText(new RegExp(`^${colleague} has been working on this`))).toBeVisible();
    expect(await holder()).toEqual([colleague]);
  });
});

describe("somebody else's claim", () => {
  const theirs = new RegExp(`^${colleague} has been working on this since \\d\\d:\\d\\d\\.$`);

  it("is told, and stays theirs", async () => {
    const { holder } = await open("needs_review", { isTaken: true });
    expect(await bar().findByText(theirs)).toBeVisible();
    expect(await holder()).toEqual([colleague]);
  });

  it("warns before a decision, and stops none", async () => {
    const { user, simulator, queryClient, inquiryId, decision, holder } = await open("needs_review", { isTaken: true });
    await bar().findByText(theirs);
    await user.keyboard("a");
    expect(
      decision.getByText(new RegExp(`${colleague} has been working on this .* Ask before you decide, or take it over\\.`)),
    ).toBeVisible();
    expect(await holder()).toEqual([colleague]);
    await user.keyboard("{Enter}");
    await decision.findByText(/is held\.$/);
    await afterTheHold({ simulator, queryClient });
    await decision.findByText(/The inquiry is now/);
    expect(inWorld(simulator, inquiryId).status).toBe("approved");
  });

  it("that came a moment ago is found out by who begins to decide", async () => {
    const { user, simulator, inquiryId, decision } = await open("completed");
    await waitFor(() => expect(operations(simulator)).toContain("listClaims"));
    await claimAsColleague(simulator, "reviewer", inquiryId);
    await user.keyboard("a");
    expect(await decision.findByText(/Ask before you decide/)).toBeVisible();
  });

  it("is taken over after a second thought, on the page", async () => {
    const { user, holder } = await open("needs_review", { isTaken: true });
    await bar().findByText(theirs);
    await user.keyboard("t");
    expect(bar().getByText(/^Take it over from/)).toHaveTextContent("Take it over from Ruth Castellan?");
    await user.click(bar().getByRole("button", { name: "Leave it to them" }));
    expect(await holder()).toEqual([colleague]);
    restHands();
    await user.keyboard("t{Enter}");
    expect(await bar().findByText("You are working on this.")).toBeVisible();
    expect(await holder()).toEqual(["Maya Lindqvist"]);
  });

  it("is seen by an auditor, who can't take it", async () => {
    await open("needs_review", { role: "auditor", isTaken: true });
    expect(await bar().findByText(theirs)).toBeVisible();
    expect(bar().queryByRole("button")).not.toBeInTheDocument();
  });
});

it("a claim that could not be made says so", async () => {
  const { user, simulator } = await open("needs_review");
  await bar().findByText("Nobody is working on this.");
  simulator.fault({ operation: "claimAnInquiry", status: 500 });
  await user.keyboard("t");
  expect(await bar().findByRole("alert")).toHaveTextContent("It could not be claimed");
});

describe("the list of inquiries", () => {
  it("marks what somebody works on, with one call for all rows, after everything else", async () => {
    const simulator = resetSimulator({ role: "reviewer" });
    const [first] = [...simulator.world().tables.inquiries.newestFirst()];
    if (!first) throw new Error("There are no inquiries");
    await claimAsColleague(simulator, "reviewer", first.id);
    const before = simulator.requests().length;
    await renderApp("/inquiries");
    const row = await waitFor(() => {
      const [, topmost] = screen.getAllByRole("row");
      if (!topmost) throw new Error("The list is empty");
      return topmost;
    });
    expect(await within(row).findByText(new RegExp(`^${colleague} has been working on this`))).toBeInTheDocument();
    expect(screen.getAllByText(/working on this/)).toHaveLength(1);
    const asked = operations(simulator).slice(before);
    expect(asked.filter((operation) => operation === "listClaims")).toHaveLength(1);
    // what else waits until the list stands: the decisions under way, and how many inquiries there are
    const atRest: (string | undefined)[] = ["listDecisions", "countIndexedInquiries"];
    expect(asked.findLast((operation) => !atRest.includes(operation))).toBe("listClaims");
  });

  it("stands without them", async () => {
    const simulator = resetSimulator({ role: "reviewer" });
    simulator.fault({ operation: "listClaims", status: 500, times: 10 });
    await renderApp("/inquiries");
    await waitFor(() => expect(operations(simulator)).toContain("listClaims"));
    expect(screen.getByRole("table", { name: "Inquiries" })).toBeVisible();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });
});
