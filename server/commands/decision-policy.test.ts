import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/domain/default-settings";
import { considered } from "./decision-policy";

const forged = { id: "forged", decision: "decline", label: "Forged", comment: "required" } as const;
const settings = { ...defaultSettings, decisionReasons: [forged] };
const seen = { status: "completed", updatedAt: null, redactedAt: null, reviewerId: null, verifications: [], reports: [] };
const decline = { action: "decline", seen, reasonIds: ["forged"], comment: "The photo was replaced." } as const;

describe("what the company asks of a decline", () => {
  it.each([null, "", " \n"])("a comment of %j is none where its reason needs one", (comment) => {
    expect(() => considered({ ...decline, comment }, settings)).toThrow(
      expect.objectContaining({ status: 400, details: "“Forged” needs a comment." }) as Error,
    );
  });

  it("the comment is what was written, without the space around it", () => {
    expect(considered({ ...decline, comment: " Replaced. \n" }, settings).comment).toBe("Replaced.");
  });

  it("a reason, where it offers any, and one of its own", () => {
    expect(() => considered({ ...decline, reasonIds: [] }, settings)).toThrow(
      expect.objectContaining({ details: "A decline needs a reason." }) as Error,
    );
    expect(() => considered({ ...decline, reasonIds: ["gone"] }, settings)).toThrow(
      expect.objectContaining({ details: "A reason is not, or not any more, one of the company's for this decision." }) as Error,
    );
    expect(considered({ ...decline, reasonIds: [] }, { ...settings, decisionReasons: [] }).reasons).toEqual([]);
  });
});
