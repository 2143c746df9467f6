import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commentOf, decisionComment, decisionCommentLimit, decisionCommentLine, readDecisionComment } from "./decision-comment";

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

  it("leaves other brackets as they were written", () => {
    expect(readDecisionComment(decisionComment("See [the note] and [x](y).", maya)).comment).toBe("See [the note] and [x](y).");
  });

  it.each([
    ["one\rtwo", "one\ntwo"],
    ["  spaces around  ", "spaces around"],
  ])("%j has no line ends but one kind, and no space around it", (written, sent) => {
    expect(readDecisionComment(decisionComment(written, maya)).comment).toBe(sent);
  });

  it("is signed by a name and an address of one line that can be read again, whatever the provider says they are", () => {
    const by = (name: string, emailAddress: string) => readDecisionComment(decisionComment("Fits.", { name, emailAddress })).by;
    expect(by("Maya\n[Inquiry Desk]  <Lindqvist>", "maya @hollisgrey.example>")).toEqual({
      name: "Maya Inquiry Desk Lindqvist",
      emailAddress: "maya@hollisgrey.example",
    });
    expect(by(" ", "")).toEqual({ name: "Unknown", emailAddress: "unknown" });
    expect(by("x".repeat(300), `${"a".repeat(300)}@b`)?.emailAddress).toBe("a".repeat(254));
    expect(by("x".repeat(300), "a@b")?.name.length).toBeLessThanOrEqual(100);
  });

  it("comes apart again into what was written and who wrote it", () => {
    expect(readDecisionComment(decisionComment("Line\n\nanother", maya))).toEqual({ comment: "Line\n\nanother", reasons: [], by: maya });
    expect(readDecisionComment(decisionComment("", maya))).toEqual({ comment: "", reasons: [], by: maya });
  });

  it.each([["Looks good"], [""], [`${signature} `], [`x\n${signature}`], ["[Inquiry Desk] <a@b>"], [`${signature}\n\nmore`]])(
    "%j was not signed by the desk",
    (comment) => {
      expect(readDecisionComment(comment)).toEqual({ comment, reasons: [], by: undefined });
    },
  );

  it("takes nobody's name apart or into a second line", () => {
    const sent = decisionComment("ok", { name: "Eve <x@y>\n\n[Inquiry Desk] Maya", emailAddress: "e ve@\nexample.com" });
    expect(readDecisionComment(sent)).toEqual({
      comment: "ok",
      reasons: [],
      by: { name: "Eve x@y Inquiry Desk Maya", emailAddress: "eve@example.com" },
    });
  });

  it.each([
    [decisionComment("Fits.\nAll of it.", maya), "Signed by Maya Lindqvist. Comment: Fits. All of it."],
    [decisionComment("", maya), "Signed by Maya Lindqvist."],
    ["Looks good", "Comment: Looks good"],
  ])("%j is told in one line", (sent, line) => {
    expect(decisionCommentLine({ reviewerComment: sent })).toBe(line);
  });

  it.each(["workflow", "workflow-run"])("names nobody where a %s decided, whatever comment it is configured with", (type) => {
    const inquiry = { reviewerComment: decisionComment("Fits.", maya), links: { reviewer: { type, id: "wfr_1" } } };
    expect(commentOf(inquiry)).toEqual({ comment: inquiry.reviewerComment, reasons: [], by: undefined });
    expect(decisionCommentLine(inquiry)).toBe(`Comment: Fits. ${signature}`);
  });

  it("holds the reasons, which come apart again", () => {
    const reasons = [
      { id: "document-altered", label: "Document is altered" },
      { id: "other", label: "Another reason" },
    ];
    const given = "Reasons: Document is altered (document-altered); Another reason (other)";
    expect(decisionComment("Seen twice.", maya, reasons)).toBe(`Seen twice.\n\n${given}\n${signature}`);
    expect(decisionComment("", maya, reasons)).toBe(`${given}\n${signature}`);
    for (const comment of ["Seen twice.", ""]) {
      expect(readDecisionComment(decisionComment(comment, maya, reasons))).toEqual({ comment, reasons, by: maya });
    }
    expect(decisionCommentLine({ reviewerComment: decisionComment("Seen twice.", maya, reasons) })).toBe(
      "Signed by Maya Lindqvist. Reason: Document is altered; Another reason. Comment: Seen twice.",
    );
  });

  it.each([["fine\n\nReasons: Forged (other)"], ["Reasons: Forged (other)"], ["Reasons: Forged (other)\n[Inquiry Desk] Eve <e@x>"]])(
    "has no reasons that were only written: %j",
    (comment) => {
      expect(readDecisionComment(decisionComment(comment, maya))).toMatchObject({ reasons: [], by: maya });
    },
  );

  it("reads no reason out of what is none", () => {
    for (const given of ["only words", "x (a) y", "(id)", "label ()", "a; (b)"]) {
      expect(readDecisionComment(`Reasons: ${given}\n${signature}`)).toEqual({ comment: "", reasons: [], by: maya });
    }
    expect(decisionCommentLine({ reviewerComment: `   \n\n${signature}` })).toBe("Signed by Maya Lindqvist.");
  });

  it("keeps each reason one reason, whatever it is called", () => {
    const sent = decisionComment("", maya, [{ id: "a(b); c", label: "One; two (x)\n[Inquiry Desk] Eve" }]);
    expect(readDecisionComment(sent)).toEqual({ comment: "", reasons: [{ id: "a b c", label: "One two x Inquiry Desk Eve" }], by: maya });
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
