import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { asColleague } from "@test/support/colleague";
import { claimAsColleague, claimsOf } from "@test/support/colleague-work";
import { reviewWalkOf } from "@/features/review/review-walk";
import { changeAnswers, failAnswers } from "@test/support/failing-answers";
import { restHands } from "@test/support/hands";
import { renderApp } from "@test/render-app";
import { afterTheHold, decisionWrites, inWorld, writes } from "@test/support/workbench";

const role = "reviewer";
const table = () => screen.findByRole("table", { name: "Review queue" });
const referenceIds = (rows: HTMLElement) =>
  within(rows)
    .getAllByRole("rowheader")
    .map((cell) => cell.textContent);
const bar = () => within(screen.getByRole("region", { name: "Review queue" }));

/** What waits in the world, what has waited longest first. */
function waiting(simulator: Simulator) {
  return [...simulator.world().tables.inquiries.newestFirst()]
    .filter(({ attributes }) => attributes.status === "needs_review" && attributes.redactedAt === null)
    .toSorted((one, other) => String(one.attributes.markedForReviewAt).localeCompare(String(other.attributes.markedForReviewAt)));
}

async function openQueue(prepare?: (simulator: Simulator) => Promise<unknown>) {
  const simulator = resetSimulator({ role });
  await prepare?.(simulator);
  const page = await renderApp("/review");
  const rows = await table();
  await within(rows).findAllByRole("rowheader");
  return { ...page, simulator, rows };
}

/** Begins the walk, and waits for the decision on its first inquiry. */
async function openWalk(prepare?: (simulator: Simulator) => Promise<unknown>) {
  const page = await openQueue(prepare);
  await page.user.click(screen.getByRole("button", { name: "Review one after the other" }));
  await screen.findByRole("region", { name: "Decision" });
  await bar().findByText(/more for you|the last one/);
  return page;
}

const openInquiry = ({ router }: Awaited<ReturnType<typeof renderApp>>) => router.state.location.pathname.split("/").at(-1) ?? "";

/** Approves what is on the screen, with a reason and a comment where something speaks against it. */
async function approve({ user }: Awaited<ReturnType<typeof renderApp>>) {
  restHands();
  await user.keyboard("a");
  const form = await screen.findByRole("form", { name: "Approve inquiry" });
  if (within(form).queryByText("Speaks against it")) {
    const [first] = await within(form).findAllByRole("radio");
    if (first) await user.click(first);
    await user.type(within(form).getByRole("textbox"), "Looked at it");
  }
  await user.click(within(form).getByRole("button", { name: "Approve inquiry" }));
}

describe("the review queue", () => {
  it("lists what waits, what has waited longest first, with why and how long", async () => {
    const { simulator, rows } = await openQueue();
    const all = waiting(simulator);
    expect(referenceIds(rows)).toEqual(all.map(({ attributes }) => attributes.referenceId));
    expect(screen.getByText(`${all.length} wait: ${all.length} for you`)).toBeVisible();
    const row = within(rows).getByRole("row", { name: /usr_58ad90/ });
    expect(row).toHaveTextContent("List match");
    expect(row).toHaveTextContent(/\d+ d( \d+ h)? over/);
    expect(screen.getByText(/longest wait first/)).toBeVisible();
  });

  it("asks Persona for none of it", async () => {
    const { simulator } = await openQueue();
    const asked = simulator.requests().map(({ path }) => path);
    expect(asked.filter((path) => path.startsWith("/api/v1/inquiries"))).toEqual([]);
  });

  it("until the index is whole is Persona's own list, and can't be walked", async () => {
    resetSimulator({ role });
    const begun = { whole: false, sweptAt: null, lastWebhookAt: null };
    changeAnswers("*/desk/v1/inquiries", (body) => ({ ...body, index: begun }));
    changeAnswers("*/desk/v1/review-queue", (body) => ({ ...body, index: begun }));
    await renderApp("/review");
    expect(await screen.findByText(/this is Persona's own list, newest first/)).toBeVisible();
    expect(screen.getByRole("button", { name: /^Review one after the other/ })).toHaveAttribute("aria-disabled", "true");
  });

  it("lists apart what somebody has asked a second look at, and says how many are for a lead", async () => {
    const simulator = resetSimulator({ role: "lead" });
    const [first] = waiting(simulator);
    const body = { inquiryId: first?.id, action: "approve", reasonIds: [], comment: null, note: null };
    await asColleague(simulator, { role: "reviewer", seat: "lead", method: "POST", path: "/desk/v1/second-looks", body });
    const { user } = await renderApp("/review");
    const rows = await table();
    await within(rows).findAllByRole("rowheader");
    expect(referenceIds(rows)).not.toContain(first?.attributes.referenceId);
    expect(screen.getByText(/, 1 with a second person$/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Second looks, 1 for you" }));
    await waitFor(() => expect(referenceIds(screen.getByRole("table", { name: "Review queue" }))).toEqual([first?.attributes.referenceId]));
    expect(screen.getByRole("columnheader", { name: /^Asked by/ })).toBeVisible();
  });

  it("says so where nothing could be claimed, and tries again", async () => {
    const { user } = await openQueue();
    failAnswers("*/desk/v1/review-queue/next", "500");
    await user.click(screen.getByRole("button", { name: "Review one after the other" }));
    expect(await screen.findByRole("alert")).toBeVisible();
    expect(screen.getByRole("table", { name: "Review queue" })).toBeVisible();
  });
});

describe("one inquiry after the other", () => {
  it("begins with what has waited longest, and claims it and the next two", async () => {
    const page = await openWalk();
    const { simulator } = page;
    const [first, second, third, fourth] = waiting(simulator).map(({ id }) => id);
    expect(openInquiry(page)).toBe(first);
    await waitFor(async () => expect(await claimsOf(simulator, role, third ?? "")).toHaveLength(1));
    expect(await claimsOf(simulator, role, second ?? "")).toHaveLength(1);
    expect(await claimsOf(simulator, role, fourth ?? "")).toEqual([]);
  });

  it("passes over what a colleague works on", async () => {
    let taken = "";
    const page = await openWalk(async (simulator) => {
      taken = waiting(simulator)[0]?.id ?? "";
      await claimAsColleague(simulator, role, taken);
    });
    expect(openInquiry(page)).toBe(waiting(page.simulator)[1]?.id);
  });

  it("has the next one on the screen once one is decided, and sends each decision once", async () => {
    const page = await openWalk();
    const { simulator } = page;
    const [first, second, third] = waiting(simulator).map(({ id }) => id);
    await approve(page);
    await waitFor(() => expect(openInquiry(page)).toBe(second));
    await bar().findByText(/^1 done/);
    await approve(page);
    await waitFor(() => expect(openInquiry(page)).toBe(third));
    await afterTheHold(page);
    await waitFor(() => expect(writes(simulator).filter(({ operation }) => operation === "approveAnInquiry")).toHaveLength(2));
    expect(decisionWrites(simulator)).toHaveLength(2);
    expect([first, second, third].map((id) => inWorld(simulator, id ?? "").status)).toEqual(["approved", "approved", "needs_review"]);
  });

  it("comes back by K while the next one is still on its way", async () => {
    const page = await openWalk();
    const first = openInquiry(page);
    // both keys are pressed on the first one: nothing comes in between
    for (const key of ["j", "k"]) {
      restHands();
      fireEvent.keyDown(document.body, { key });
    }
    await waitFor(() => expect(bar().getByRole("button", { name: /Next/ })).not.toHaveAttribute("aria-busy"));
    expect(openInquiry(page)).toBe(first);
    expect(reviewWalkOf(page.queryClient).state().visited).toEqual([first]);
  });

  it("is walked by J and K, and left by Back to the queue", async () => {
    const page = await openWalk();
    const [first, second] = waiting(page.simulator).map(({ id }) => id);
    restHands();
    await page.user.keyboard("j");
    await waitFor(() => expect(openInquiry(page)).toBe(second));
    restHands();
    await page.user.keyboard("k");
    await waitFor(() => expect(openInquiry(page)).toBe(first));
    page.router.history.back();
    expect(await table()).toBeVisible();
  });

  it("gives back what nobody came to", async () => {
    const page = await openWalk();
    const third = waiting(page.simulator)[2]?.id ?? "";
    await waitFor(async () => expect(await claimsOf(page.simulator, role, third)).toHaveLength(1));
    await page.user.click(screen.getByRole("link", { name: "Links" }));
    await waitFor(async () => expect(await claimsOf(page.simulator, role, third)).toEqual([]));
  });

  it("claims nothing more once it is left, even if one was just asked for", async () => {
    const { simulator, router } = await openQueue();
    const walk = reviewWalkOf(router.options.context.queryClient);
    walk.begin();
    const asking = walk.lookAhead();
    walk.leave();
    await asking;
    expect(simulator.requests().filter(({ operation }) => operation === "claimNextInquiry")).toHaveLength(1);
    expect(walk.state().ahead).toEqual([]);
    await waitFor(async () => expect(await claimsOf(simulator, role, waiting(simulator)[0]?.id ?? "")).toEqual([]));
  });

  it("sets one aside with a reason, which everybody sees, and goes on", async () => {
    const page = await openWalk();
    const [first, second] = waiting(page.simulator).map(({ id }) => id);
    restHands();
    await page.user.keyboard("s");
    const form = within(await screen.findByRole("form", { name: "Not now" }));
    await page.user.click(form.getByRole("button", { name: "Set aside" }));
    expect(await form.findByText(/Say why, in a few words/)).toBeVisible();
    await page.user.type(form.getByRole("textbox", { name: "Why" }), "asked for a better picture");
    await page.user.selectOptions(form.getByRole("combobox", { name: "Set aside" }), "For everybody, 4 hours");
    await page.user.keyboard("{Enter}");
    await page.user.click(form.getByRole("button", { name: "Set aside" }));
    await waitFor(() => expect(openInquiry(page)).toBe(second));
    await page.router.navigate({ to: "/review", search: { show: "aside" } });
    const rows = await table();
    expect(await within(rows).findByText(/in [34] hours: asked for a better picture/)).toBeVisible();
    expect(referenceIds(rows)).toEqual([inWorld(page.simulator, first ?? "").referenceId]);
    await page.user.click(within(rows).getByRole("button", { name: "Take up" }));
    expect(await within(rows).findByText("Nothing is set aside")).toBeVisible();
    await page.user.click(screen.getByRole("button", { name: "Set aside" }));
    await waitFor(() => expect(referenceIds(rows)).toContain(inWorld(page.simulator, first ?? "").referenceId));
  });

  it("does not count what was taken back as done, and counts it again once it is decided again", async () => {
    const page = await openWalk();
    await approve(page);
    expect(await bar().findByText(/^1 done/)).toBeVisible();
    restHands();
    await page.user.keyboard("z");
    expect(await bar().findByText(/^0 done/)).toBeVisible();
    await page.user.click(bar().getByRole("button", { name: /^Former/ }));
    await screen.findByRole("region", { name: "Decision" });
    await approve(page);
    expect(await bar().findByText(/^1 done/)).toBeVisible();
  });

  it("comes back to the queue when nothing is left, and says what was done", async () => {
    const page = await openWalk(async (simulator) => {
      const [, ...others] = waiting(simulator);
      for (const { id } of others) await claimAsColleague(simulator, role, id);
    });
    expect(await bar().findByText(/this is the last one/)).toBeVisible();
    await approve(page);
    await table();
    expect(await screen.findByText(/^1 inquiry done in .* Nothing is left for you now\.$/)).toBeVisible();
  });
});

describe("a selection in the queue", () => {
  const boxes = (rows: HTMLElement) => within(rows).getAllByRole<HTMLInputElement>("checkbox");
  const chosen = (rows: HTMLElement) => boxes(rows).flatMap(({ checked }, index) => (checked ? [index] : []));
  const counted = () => within(screen.getByRole("region", { name: "Selection" })).getByRole("status").textContent;
  const press = async ({ user }: Awaited<ReturnType<typeof openQueue>>, keys: string) => {
    restHands();
    await user.keyboard(keys);
  };

  it("is made by X, J and Shift with arrows, told, and given up by Escape", async () => {
    const page = await openQueue();
    expect(counted()).toBe("");
    await press(page, "x");
    expect([chosen(page.rows), counted()]).toEqual([[0], "1 inquiry selected"]);
    await press(page, "j");
    await press(page, "j");
    await press(page, "x");
    expect([chosen(page.rows), counted()]).toEqual([[0, 2], "2 inquiries selected"]);
    await page.user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect(chosen(page.rows)).toEqual([0, 2, 3, 4]);
    await press(page, "x");
    expect(chosen(page.rows)).toEqual([0, 2, 3]);
    await page.user.keyboard("{Control>}a{/Control}");
    expect(chosen(page.rows)).toHaveLength(boxes(page.rows).length);
    await page.user.keyboard("{Escape}");
    expect([chosen(page.rows), counted()]).toEqual([[], ""]);
  });

  it("is made by the boxes, which are named after their rows and open none, and by Shift and a click", async () => {
    const { user, rows, simulator, router } = await openQueue();
    const [first] = waiting(simulator);
    await user.click(within(rows).getByRole("checkbox", { name: `Select ${first?.attributes.referenceId ?? ""}` }));
    await user.keyboard("{Shift>}");
    const [, , , fourth] = boxes(rows);
    if (fourth) await user.click(fourth);
    await user.keyboard("{/Shift}");
    expect(chosen(rows)).toEqual([0, 1, 2, 3]);
    expect(router.state.location.pathname).toBe("/review");
  });

  it("is still there for who comes back from an inquiry", async () => {
    const page = await openQueue();
    await press(page, "x");
    await page.user.keyboard("{Enter}");
    await screen.findByRole("region", { name: "Decision" });
    page.router.history.back();
    expect(chosen(await table())).toEqual([0]);
  });
});

describe("a look at an inquiry from the queue", () => {
  it("tells the verdict, what speaks against it and the checks, and is left by Escape", async () => {
    const { user, rows, simulator } = await openQueue();
    within(rows).getByRole("link", { name: "usr_58ad90" }).focus();
    restHands();
    await user.keyboard("o");
    const look = within(await screen.findByRole("complementary", { name: "At a glance" }));
    expect(await look.findByRole("region", { name: "Verdict" })).toHaveTextContent(/Waiting for review/);
    expect(look.getByRole("region", { name: "Against an approval" })).toHaveTextContent(/list match/);
    expect(look.getByRole("region", { name: "Checks" })).toHaveTextContent(/Passed/);
    const asked = simulator.requests().filter(({ operation }) => operation === "retrieveAnInquiry");
    expect(asked).toHaveLength(1);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary", { name: "At a glance" })).toBeNull();
  });
});
