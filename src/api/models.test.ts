import { describe, expect, it } from "vitest";
import { inquiryModel, reportModel, verificationModel } from "./models";

// what an answer holds, whatever the contract says of it
const answer = (type: string, attributes: object) => ({ type, id: "a_1", attributes, relationships: {} }) as never;

describe("a status in other letters than the contract's is read as the one it is", () => {
  it.each([
    ["needs_review", "needs_review"],
    ["Needs Review", "needs_review"],
    ["NEEDS_REVIEW", "needs_review"],
    ["needs-review", "needs_review"],
    ["needsReview", "needs_review"],
    ["marked-for-review", "needs_review"],
    ["Approved", "approved"],
    ["pending\u202E", "pending\u202E"],
    ["<b>Pending</b>", "<b>Pending</b>"],
    ["", ""],
  ])("of an inquiry: %j", (status, read) => {
    expect(inquiryModel(answer("inquiry", { status })).status).toBe(read);
  });

  it("of what belongs to an inquiry", () => {
    expect(reportModel(answer("report/watchlist", { status: "Ready" })).status).toBe("ready");
    const verification = verificationModel(
      answer("verification/selfie", { status: "Requires Retry", checks: [{ name: "a", status: "Not Applicable" }] }),
    );
    expect(verification).toMatchObject({ status: "requires_retry", checks: [{ status: "not_applicable" }] });
  });
});
