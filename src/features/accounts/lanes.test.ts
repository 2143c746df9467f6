import { describe, expect, it } from "vitest";
import { inquiryModel } from "@/api/models";
import { day } from "@/lib/time";
import { inquiryToRestore } from "./inquiry-to-restore";
import { laneChart } from "./lanes";

const now = Date.parse("2026-03-02T09:00:00.000Z");
const ago = (days: number) => new Date(now - days * day).toISOString();

type Attributes = Partial<Parameters<typeof inquiryModel>[0]["attributes"]>;

// A test names only what it is about; the model fills the rest as it does for a sparse answer.
const inquiry = (id: string, attributes: Attributes) =>
  inquiryModel({ type: "inquiry", id, attributes, relationships: {} } as Parameters<typeof inquiryModel>[0]);

describe("the lanes of a person's inquiries", () => {
  const decided = inquiry("inq_decided", { status: "approved", createdAt: ago(10), completedAt: ago(9), decisionedAt: ago(5) });
  const open = inquiry("inq_open", { status: "pending", createdAt: ago(2) });

  it("begin where they were created and end where they were over", () => {
    const { lanes, from } = laneChart([open, decided], now);
    const at = (days: number) => ((now - days * day - from) / (now - from)) * 100;
    const lane = lanes.get("inq_decided");
    expect(lane?.start).toBeCloseTo(at(10));
    expect((lane?.start ?? 0) + (lane?.width ?? 0)).toBeCloseTo(at(5));
    expect(lane?.runsOn).toBe(false);
  });

  it("run on to now while they are open or wait for review", () => {
    const waiting = inquiry("inq_waiting", { status: "needs_review", createdAt: ago(3), completedAt: ago(3), markedForReviewAt: ago(3) });
    for (const lane of laneChart([open, waiting], now).lanes.values()) {
      expect(lane.start + lane.width).toBeCloseTo(100);
      expect(lane.runsOn).toBe(true);
    }
  });

  it("end with the redaction of an open inquiry", () => {
    const redacted = inquiry("inq_redacted", { status: "pending", createdAt: ago(4), redactedAt: ago(2) });
    const { lanes, from } = laneChart([redacted], now);
    const lane = lanes.get("inq_redacted");
    expect((lane?.start ?? 0) + (lane?.width ?? 0)).toBeCloseTo(((now - 2 * day - from) / (now - from)) * 100);
    expect(lane?.runsOn).toBe(false);
  });

  it("leave out what has no time, and keep what lies in the future inside the chart", () => {
    const { lanes } = laneChart([inquiry("inq_timeless", { createdAt: "yesterday" }), inquiry("inq_future", { createdAt: ago(-3) })], now);
    expect([...lanes.keys()]).toEqual(["inq_future"]);
    expect(lanes.get("inq_future")?.start).toBeCloseTo(100);
  });
});

describe("the inquiry to restore access to", () => {
  const approved = inquiry("inq_approved", { status: "approved", createdAt: ago(5) });
  const pending = inquiry("inq_pending", { status: "pending", createdAt: ago(3) });
  const lapsed = inquiry("inq_lapsed", { status: "expired", createdAt: ago(2) });
  const lapsedBefore = inquiry("inq_lapsed_before", { status: "expired", createdAt: ago(9) });
  const redacted = inquiry("inq_redacted", { status: "pending", createdAt: ago(1), redactedAt: ago(1) });

  it.each([
    ["is none where there is none", null, [], null],
    ["is the one that counts, when the user can go on in it", lapsed, [approved, pending, lapsed], "inq_lapsed"],
    ["is the open one, when another counts", approved, [approved, lapsed, pending], "inq_pending"],
    ["is one that lapsed after the decision, when none is open", approved, [approved, lapsed], "inq_lapsed"],
    ["is never one that lapsed before the decision", approved, [approved, lapsedBefore], "inq_approved"],
    ["is never a redacted one", approved, [approved, redacted], "inq_approved"],
  ])("%s", (_, counting, inquiries, id) => {
    expect(inquiryToRestore(counting, inquiries)?.id ?? null).toBe(id);
  });
});
