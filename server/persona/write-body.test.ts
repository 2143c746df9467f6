import { describe, expect, it } from "vitest";
import { readDecisionComment } from "@/domain/decision-comment";
import { DeskError } from "../http/desk-error";
import { operationOf } from "./match-operation";
import { outgoingBody, readOperationBody } from "./write-body";

const approve = operationOf("approveAnInquiry");
const resume = operationOf("resumeAnInquiry");
const maya = { name: "Maya Lindqvist", emailAddress: "maya@hollisgrey.example" };
const json = { "content-type": "application/json" };
const read = (
  body: BodyInit | null,
  headers: Record<string, string> = json,
  operation: Parameters<typeof readOperationBody>[1] = approve,
) => readOperationBody(new Request("http://desk.example/", { method: "POST", body, headers }), operation);

const nested = (depth: number): string => (depth === 0 ? "1" : `{"a":${nested(depth - 1)}}`);

describe("a body", () => {
  it.each([
    ["{}", {}],
    ['{"meta":{"comment":"é"}}', { meta: { comment: "é" } }],
    ['{"meta":{"comment":"a"},"meta":{"comment":"b"}}', { meta: { comment: "b" } }],
    [nested(16), JSON.parse(nested(16)) as object],
  ])("%s is read", async (text, body) => {
    expect(await read(text)).toEqual(body);
  });

  it("may be missing", async () => {
    expect(await read(null)).toBeUndefined();
    expect(await read(null, {}, resume)).toBeUndefined();
  });

  it.each([
    ["", "text/plain", "x"],
    ["a form's", "application/x-www-form-urlencoded", "a=1"],
    ["one of another type", "text/plain", "{}"],
    ["one of a type that only looks like JSON", "text/plain; x=application/json", "{}"],
    ["a list", "application/json", "[]"],
    ["a text", "application/json", '"x"'],
    ["null", "application/json", "null"],
    ["half of one", "application/json", '{"meta":'],
    ["two", "application/json", "{}{}"],
    ["one with a prototype", "application/json", '{"__proto__":{"admin":true}}'],
    ["one with a prototype inside", "application/json", '{"meta":[{"__proto__":{}}]}'],
    ["a deep one", "application/json", nested(17)],
    ["an endless one", "application/json", `{"meta":{"comment":"${"x".repeat(256 * 1024)}"}}`],
  ])("%s is refused", async (_, type, text) => {
    await expect(read(text, { "content-type": type })).rejects.toThrow(DeskError);
  });

  it("of bytes that are no text is refused", async () => {
    await expect(read(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).rejects.toThrow(DeskError);
  });

  it("is refused where the operation takes none", async () => {
    await expect(read("{}", json, resume)).rejects.toThrow("Bad Request");
  });
});

describe("what goes to Persona", () => {
  it("is a decision signed by whoever made it", () => {
    const { body, comment } = outgoingBody(approve, { meta: { comment: " All fits. " } }, maya);
    const sent = JSON.parse(body ?? "") as { meta: { comment: string } };
    expect(readDecisionComment(sent.meta.comment)).toMatchObject({ comment: "All fits.", by: maya });
    expect(comment).toBe("All fits.");
  });

  it.each([[undefined], [{}], [{ meta: {} }], [{ meta: { comment: null } }]])("is signed without a comment too: %j", (given) => {
    const { body, comment } = outgoingBody(approve, given, maya);
    expect(body).toBe('{"meta":{"comment":"[Inquiry Desk] Maya Lindqvist <maya@hollisgrey.example>"}}');
    expect(comment).toBeNull();
  });

  it.each([[{ meta: { comment: 7 } }], [{ meta: { comment: ["a"] } }], [{ meta: "x" }], [{ meta: { comment: "x".repeat(4_001) } }]])(
    "is not a comment that is none",
    (given) => {
      expect(() => outgoingBody(approve, given, maya)).toThrow(DeskError);
    },
  );

  it("is otherwise what came", () => {
    expect(outgoingBody(operationOf("inquiriesAddTag"), { meta: { tagName: "a" } }, maya)).toEqual({
      body: '{"meta":{"tagName":"a"}}',
      comment: null,
    });
    expect(outgoingBody(resume, undefined, maya).body).toBeUndefined();
  });
});
