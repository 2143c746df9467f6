import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { restHands } from "@test/support/hands";
import { inquiryIn, simulate } from "@test/support/inquiry-states";
import { renderApp } from "@test/render-app";
import { afterTheHold, decisionWrites, inWorld, openWorkbench, writes } from "@test/support/workbench";

/** The lines in the frame, once there are any. */
const strip = async () => within(await screen.findByRole("region", { name: "Decisions on their way" }, { timeout: 4_000 }));
const lines = () => within(screen.getByRole("region", { name: "Decisions on their way" })).getAllByRole("listitem");

async function held() {
  const page = await openWorkbench({ status: "completed" });
  await page.user.keyboard("ac");
  await page.user.keyboard("All fits.{Control>}{Enter}{/Control}");
  await page.decision.findByText("Your approval is held.");
  await strip();
  restHands();
  return page;
}

describe("a decision that is held", () => {
  it("stands in the frame: what, whom, how long, and what can be done; and is said once", async () => {
    const { inquiryId } = await held();
    const [line] = lines();
    expect(line).toHaveTextContent(/^Approve.*\d s.*Take back.*Pause$/);
    expect(within(line!).getByRole("link")).toHaveAttribute("href", expect.stringContaining(inquiryId));
    expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContainEqual(
      expect.stringMatching(/^Approval of .+\. Held for 5 seconds: Z takes it back\.$/),
    );
  });

  it("is taken back with Z: nothing was sent, and what was said is there for another try", async () => {
    const page = await held();
    const { user, simulator, inquiryId, decision } = page;
    await user.keyboard("z");
    expect(await (await strip()).findByText("Taken back. Nothing was sent.", {}, { timeout: 4_000 })).toBeVisible();
    await afterTheHold(page, 60);
    expect(inWorld(simulator, inquiryId).status).toBe("completed");
    expect(writes(simulator)).toEqual([]);
    restHands();
    await user.keyboard("a");
    expect(decision.getByRole("textbox", { name: "Comment for the audit trail" })).toHaveValue("All fits.");
  });

  it("is taken back by Z pressed twice in a hurry", async () => {
    const page = await held();
    await page.user.keyboard("zz");
    expect(await (await strip()).findByText("Taken back. Nothing was sent.", {}, { timeout: 4_000 })).toBeVisible();
    await afterTheHold(page, 60);
    expect(writes(page.simulator)).toEqual([]);
  });

  it("is there after a reload, and is taken back with its button", async () => {
    const { simulator, inquiryId, unmount } = await held();
    unmount();
    // a page whose code has been loaded: nothing of it suspends while the strip comes
    const { user } = await renderApp(`/inquiries/${inquiryId}`);
    const line = (await strip()).getByRole("listitem");
    expect(line).toHaveTextContent(/^Approve/);
    await user.click(within(line).getByRole("button", { name: "Take back" }));
    expect(await (await strip()).findByText("Taken back. Nothing was sent.")).toBeVisible();
    await simulator.control("clock/advance", { seconds: 60 });
    await simulator.tick();
    expect(inWorld(simulator, inquiryId).status).toBe("completed");
  });

  it("is there beside an answer that does not come", async () => {
    const { simulator, inquiryId, unmount } = await held();
    unmount();
    simulator.fault({ operation: "listAllEvents", delayMs: 60_000, times: 10 });
    await renderApp(`/inquiries/${inquiryId}`);
    expect((await strip()).getByRole("button", { name: /^Take back/ })).toBeVisible();
  });

  it("is paused, and goes on from the beginning", async () => {
    const page = await held();
    const { user, simulator, inquiryId } = page;
    await user.click(within(lines()[0]!).getByRole("button", { name: "Pause" }));
    expect(await within(lines()[0]!).findByText("Paused")).toBeVisible();
    expect(page.decision.getByText("Your approval is paused.")).toBeVisible();
    await afterTheHold(page, 60);
    expect(inWorld(simulator, inquiryId).status).toBe("completed");
    await user.click(within(lines()[0]!).getByRole("button", { name: "Go on" }));
    await waitFor(() => expect(lines()[0]).toHaveTextContent(/\d s/));
    await afterTheHold(page, 5);
    expect(inWorld(simulator, inquiryId).status).toBe("approved");
  });

  it("is told as confirmed for a moment, and then goes", async () => {
    const page = await held();
    await afterTheHold(page);
    expect(await (await strip()).findByText(/Persona confirmed\.$/)).toBeVisible();
    await waitFor(() => expect(screen.queryByRole("region", { name: "Decisions on their way" })).not.toBeInTheDocument(), {
      timeout: 6_000,
    });
  });

  it("that was stopped stays until it is put away, and does not come back", async () => {
    const page = await held();
    const { user, simulator, inquiryId, unmount } = page;
    simulate(simulator, inquiryId, "decline_inquiry");
    await afterTheHold(page);
    const shown = await strip();
    expect(await shown.findByText(/Stopped\. The inquiry changed\. Nothing was sent\./)).toBeVisible();
    expect(shown.getByRole("link", { name: "Look at it" })).toBeVisible();
    await user.click(shown.getByRole("button", { name: "Dismiss" }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "Decisions on their way" })).not.toBeInTheDocument());
    expect(screen.queryByRole("region", { name: "Decisions on their way" })).not.toBeInTheDocument();
    unmount();
    const looks = () => simulator.requests().filter(({ operation }) => operation === "listDecisions").length;
    const before = looks();
    await renderApp(`/inquiries/${inquiryId}`);
    await waitFor(() => expect(looks()).toBeGreaterThan(before), { timeout: 4_000 });
    expect(screen.queryByRole("region", { name: "Decisions on their way" })).not.toBeInTheDocument();
  });
});

describe("two that are held", () => {
  async function heldTwice() {
    const first = await held();
    first.unmount();
    const other = inquiryIn(first.simulator, { status: "needs_review", nth: 2 });
    const page = await renderApp(`/inquiries/${other}`);
    const decision = within(await screen.findByRole("region", { name: "Decision" }));
    await waitFor(() => expect(decision.queryAllByText(/Finding out what you may do/)).toEqual([]));
    restHands();
    await page.user.keyboard("d2{Enter}");
    await decision.findByText("Your decline is held.");
    await waitFor(() => expect(lines()).toHaveLength(2), { timeout: 4_000 });
    restHands();
    return { ...page, simulator: first.simulator, firstId: first.inquiryId, secondId: other };
  }

  it("are two lines, the latest first, and each says which key or button takes it back", async () => {
    const { firstId, secondId } = await heldTwice();
    expect(lines().map((line) => within(line).getByRole("link").getAttribute("href"))).toEqual([
      expect.stringContaining(secondId),
      expect.stringContaining(firstId),
    ]);
    expect(lines()[0]).toHaveTextContent(/^Decline.*Take backZPause$/);
    expect(lines()[1]).toHaveTextContent(/^Approve.*Take backPause$/);
  });

  it("are taken back by Z one after the other, the latest first", async () => {
    const page = await heldTwice();
    const { user, simulator, firstId, secondId } = page;
    await user.keyboard("z");
    await waitFor(() => expect(lines()[0]).toHaveTextContent(/^Decline.*Taken back\. Nothing was sent\.$/));
    expect(lines()[1]).toHaveTextContent(/^Approve.*Take backZPause$/);
    restHands();
    await user.keyboard("z");
    await waitFor(() => expect(lines()[1]).toHaveTextContent(/^Approve.*Taken back\. Nothing was sent\.$/));
    await afterTheHold(page, 60);
    expect(writes(simulator)).toEqual([]);
    expect([firstId, secondId].map((id) => inWorld(simulator, id).status)).toEqual(["completed", "needs_review"]);
  });
});

it("people may hold their own for longer", async () => {
  localStorage.setItem("desk.hold", "30");
  const { user, simulator, decision } = await openWorkbench({ status: "completed" });
  await user.keyboard("a{Enter}");
  await decision.findByText("Your approval is held.");
  expect(decisionWrites(simulator)).toHaveLength(1);
  await simulator.control("clock/advance", { seconds: 29 });
  await simulator.tick();
  expect(writes(simulator)).toEqual([]);
  await simulator.control("clock/advance", { seconds: 1 });
  await simulator.tick();
  expect(writes(simulator)).toHaveLength(1);
});
