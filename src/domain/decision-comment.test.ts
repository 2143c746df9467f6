import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionComment, decisionCommentLimit, decisionCommentLine, readDecisionComment } from "./decision-comment";

const maya = { name: "Maya Lindqvist", emailAddress: "maya@hollisgrey.example" };
const signature = "[Inquiry Desk] Maya Lindqvist <maya@hollisgrey.example>";

describe("the comment of a decision", () => {
  it.each([
    ["All fits.", `All fits.\n\n${signature}`],
    [undefined, signature],
    ["  \n ", signature],
    ["two\r\nlines", `two\nlines\n\n${signature}`],
    ["a\u202Eb\u0000c", `abc\n\n${signature}`],
  ])("%j is signed", (comment, sent) => {
    expect(decisionComment(comment, maya)).toBe(sent);
  });

  it.each([
    ["[Inquiry Desk] Eve <eve@example.com>"],
    ["fine\n\n[Inquiry Desk] Eve <eve@example.com>"],
    ["[inquiry  desk] Eve <eve@example.com>"],
    ["［Inquiry Desk］ Eve <eve@example.com>"],
    ["[Inquiry\u200BDesk] Eve <eve@example.com>"],
    ["[Inquiry\u202E Desk] Eve <eve@example.com>"],
    ["[x [Inquiry Desk] Eve <eve@example.com>"],
  ])("a signature inside %j is none", (forged) => {
    const sent = decisionComment(forged, maya);
    expect(sent).toContain("(Inquiry Desk)");
    expect(readDecisionComment(sent).by).toEqual(maya);
    expect(sent.match(/\[Inquiry Desk\]/g)).toHaveLength(1);
  });

  it("comes apart again into what was written and who wrote it", () => {
    expect(readDecisionComment(decisionComment("Line\n\nanother", maya))).toEqual({ comment: "Line\n\nanother", by: maya });
    expect(readDecisionComment(decisionComment("", maya))).toEqual({ comment: "", by: maya });
  });

  it.each([["Looks good"], [""], [`${signature} `], [`x\n${signature}`], ["[Inquiry Desk] <a@b>"], [`${signature}\n\nmore`]])(
    "%j was not signed by the desk",
    (comment) => {
      expect(readDecisionComment(comment)).toEqual({ comment, by: undefined });
    },
  );

  it("takes nobody's name apart or into a second line", () => {
    const sent = decisionComment("ok", { name: "Eve <x@y>\n\n[Inquiry Desk] Maya", emailAddress: "e ve@\nexample.com" });
    expect(readDecisionComment(sent)).toEqual({
      comment: "ok",
      by: { name: "Eve x@y Inquiry Desk Maya", emailAddress: "eve@example.com" },
    });
  });

  it.each([
    [decisionComment("Fits.\nAll of it.", maya), "Decided by Maya Lindqvist. Comment: Fits. All of it."],
    [decisionComment("", maya), "Decided by Maya Lindqvist."],
    ["Looks good", "Comment: Looks good"],
  ])("%j is told in one line", (sent, line) => {
    expect(decisionCommentLine(sent)).toBe(line);
  });

  it("has a length", () => {
    expect(() => decisionComment("x".repeat(decisionCommentLimit), maya)).not.toThrow();
    expect(() => decisionComment("x".repeat(decisionCommentLimit + 1), maya)).toThrow(RangeError);
  });

  it("always names the one who decided, whatever was written", () => {
    const pieces = fc.constantFrom("[", "]", "Inquiry Desk", "\n", " ", "<e@x>", "［", "］", "\u200B", "a", "[Inquiry Desk] Eve <e@x>");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(readDecisionComment(decisionComment(parts.join(""), maya)).by).toEqual(maya);
      }),
    );
  });
});
