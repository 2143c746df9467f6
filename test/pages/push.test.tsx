import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DecisionList } from "@/api/generated/desk/types.gen";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { type FakeEventSource, fakeEventSources, showTab } from "@test/support/fake-event-source";
import { openPopover } from "@test/support/open-popover";
import { renderApp } from "@test/render-app";
import { inquiryIn, sandbox, simulate } from "@test/support/inquiry-states";
import { openWorkbench } from "@test/support/workbench";

/** The stream the page listens to, once it does. */
async function opened(streams: FakeEventSource[]): Promise<FakeEventSource> {
  return waitFor(() => {
    const stream = streams.at(-1);
    if (!stream) throw new Error("Nobody listens");
    act(() => stream.open());
    return stream;
  });
}

const operations = (simulator: Simulator, since: number) =>
  simulator
    .requests()
    .slice(since)
    .map(({ operation }) => operation);

/** The ID of the decision that was taken last. */
async function latestDecision(simulator: Simulator): Promise<string> {
  const answer = await simulator.handle(new Request("http://localhost/desk/v1/decisions", { headers: { "Desk-Client": "web" } }));
  const { data } = ((await answer?.json()) as DecisionList | undefined) ?? { data: [] };
  return data[0]?.id ?? "";
}

const verdict = () => screen.getByRole("region", { name: "Verdict" });

async function listeningWorkbench() {
  const streams = fakeEventSources();
  const page = await openWorkbench({ status: "completed" }, { role: "reviewer" });
  const stream = await opened(streams);
  await waitFor(() => expect(operations(page.simulator, 0)).toContain("listClaims"));
  const changed = () => act(() => stream.say("change", { type: "inquiry", id: page.inquiryId, name: "inquiry.approved" }));
  return { ...page, streams, stream, changed, asked: page.simulator.requests().length };
}

describe("one's own decision", () => {
  it("is followed by pushes from being held to being confirmed, and the inquiry is read once", async () => {
    const { user, simulator, inquiryId, decision, stream } = await listeningWorkbench();
    await user.keyboard("a{Enter}");
    await decision.findByText("Your approval is held.");
    const id = await latestDecision(simulator);
    const asked = simulator.requests().length;
    await simulator.control("clock/advance", { seconds: 5 });
    await simulator.tick();
    const reads = () => operations(simulator, asked).filter((operation) => operation === "retrieveAnInquiry").length;
    const sessionReads = () => operations(simulator, asked).filter((operation) => operation === "retrieveDeskSession").length;
    const related = [{ type: "inquiry", id: inquiryId }];
    const move = (name: string) => stream.say("change", { type: "decision", id, name, related });
    /** What Persona's webhook says of the inquiry; what comes along with it is read as soon as the page reads anything. */
    const told = (name: string) => {
      stream.say("change", { type: "inquiry", id: inquiryId, name });
      stream.say("change", { type: "desk-session", id: "mine" });
    };
    // the desk's own strong read
    expect(reads()).toBe(1);
    act(() => {
      move("checking");
      move("sending");
      told("inquiry.approved");
    });
    await waitFor(() => expect(sessionReads()).toBe(1));
    expect(reads()).toBe(1);
    act(() => {
      move("confirmed");
      told("inquiry.transitioned");
    });
    expect(await decision.findByText(/The inquiry is now/)).toHaveTextContent("Approved");
    expect(verdict()).toHaveTextContent("Approved");
    await waitFor(() => expect(sessionReads()).toBe(2));
    expect(reads()).toBe(1);
    await waitFor(() => expect(reads()).toBe(2), { timeout: 4_000 });
    act(() => stream.say("change", { type: "desk-session", id: "mine" }));
    await waitFor(() => expect(sessionReads()).toBe(3));
    expect(reads()).toBe(2);
  });
});

describe("a colleague's decision", () => {
  it("comes to the workbench by itself: the inquiry and its events, and nothing else", async () => {
    const { simulator, inquiryId, changed, asked } = await listeningWorkbench();
    simulate(simulator, inquiryId, "approve_inquiry");
    changed();
    await waitFor(() => expect(verdict()).toHaveTextContent("Approved"));
    expect(new Set(operations(simulator, asked))).toEqual(new Set(["retrieveAnInquiry", "listAllEvents"]));
    expect(operations(simulator, asked)).toHaveLength(2);
  });

  it("stops one that is being made", async () => {
    const { user, simulator, inquiryId, decision, changed } = await listeningWorkbench();
    await user.keyboard("d");
    simulate(simulator, inquiryId, "approve_inquiry");
    changed();
    expect(await decision.findByRole("alert")).toHaveTextContent("It changed while you were looking. Nothing was sent.");
    // meant for the form, a moment too late
    await user.keyboard("{Enter}");
    expect(decision.getByRole("alert")).toHaveTextContent("Nothing was sent.");
  });

  it("comes to the row of a list", async () => {
    const simulator = resetSimulator(sandbox);
    const inquiryId = inquiryIn(simulator, { status: "completed" });
    const streams = fakeEventSources();
    await renderApp("/inquiries");
    const stream = await opened(streams);
    const table = within(await screen.findByRole("table", { name: "Inquiries" }));
    await table.findByText("Completed");
    simulate(simulator, inquiryId, "decline_inquiry");
    act(() => stream.say("change", { type: "inquiry", id: inquiryId }));
    expect(await table.findByText("Declined")).toBeVisible();
  });

  it("waits for a tab that nobody looks at", async () => {
    const { simulator, inquiryId, changed, asked } = await listeningWorkbench();
    showTab(false);
    simulate(simulator, inquiryId, "approve_inquiry");
    changed();
    expect(operations(simulator, asked)).toEqual([]);
    act(() => showTab(true));
    await waitFor(() => expect(verdict()).toHaveTextContent("Approved"));
  });
});

describe("the connection", () => {
  const sign = () => screen.queryByText("Reconnecting");

  it("is spoken of only when it is lost for some seconds", async () => {
    const { stream } = await listeningWorkbench();
    expect(sign()).not.toBeInTheDocument();
    act(() => stream.lose());
    expect(sign()).not.toBeInTheDocument();
    expect(await screen.findByText("Reconnecting")).toBeVisible();
    act(() => stream.open());
    expect(sign()).not.toBeInTheDocument();
  });

  const well = { database: "ok", audit: "ok", liveUpdates: "ok" } as const;
  it.each([
    [{ ...well, liveUpdates: "off" }, "Live updates are off"],
    [{ ...well, database: "takes-no-changes" }, "The desk's database takes no changes"],
    [{ ...well, database: "unreachable", liveUpdates: "off" }, "The desk's database does not answer"],
    [{ ...well, audit: "cannot-be-written" }, "The audit log can't be written"],
  ] as const)("tells of the desk's database: %o", async (health, words) => {
    const { user, stream } = await listeningWorkbench();
    act(() => stream.say("health", health));
    const sign = screen.getByRole("button", { name: words });
    expect(sign).toBeVisible();
    // a press says the words where there is no room for them, and what they mean
    await openPopover(user, words);
    expect(document.getElementById(sign.getAttribute("popovertarget") ?? "")).toHaveTextContent(`${words}. `);
    act(() => stream.say("health", well));
    expect(screen.queryByText(words)).not.toBeInTheDocument();
  });

  it("that missed something has everything read again", async () => {
    const { simulator, inquiryId, stream, asked } = await listeningWorkbench();
    simulate(simulator, inquiryId, "decline_inquiry");
    act(() => stream.say("resync"));
    await waitFor(() => expect(verdict()).toHaveTextContent("Declined"));
    expect(operations(simulator, asked)).toContain("retrieveDeskSession");
  });

  it("that says one is signed out leads to a sign-in", async () => {
    const { stream } = await listeningWorkbench();
    act(() => stream.say("signed-out"));
    expect(await screen.findByRole("dialog", { name: /^You were signed out/ })).toBeVisible();
  });

  it("is closed when the page goes", async () => {
    const { stream, unmount } = await listeningWorkbench();
    unmount();
    expect(stream.readyState).toBe(EventSource.CLOSED);
  });
});
