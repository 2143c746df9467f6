import { describe, expect, it } from "vitest";
import { DeskError } from "../http/desk-error";
import { operationOf } from "./match-operation";
import { readOperationBody } from "./write-body";

const addTag = operationOf("accountsAddTag");
const bodiless = operationOf("expireAnInquiry");
const json = { "content-type": "application/json" };
const read = (body: BodyInit | null, headers: Record<string, string> = json, operation: Parameters<typeof readOperationBody>[1] = addTag) =>
  readOperationBody(new Request("http://desk.example/", { method: "POST", body, headers }), operation);

const nested = (depth: number): string => (depth === 0 ? "1" : `{"a":${nested(depth - 1)}}`);

describe("a body", () => {
  it.each([
    ["{}", {}],
    ['{"meta":{"tagName":"é"}}', { meta: { tagName: "é" } }],
    ['{"meta":{"tagName":"a"},"meta":{"tagName":"b"}}', { meta: { tagName: "b" } }],
    [nested(16), JSON.parse(nested(16)) as object],
  ])("%s is read", async (text, body) => {
    expect(await read(text)).toEqual(body);
  });

  it("may be missing", async () => {
    expect(await read(null)).toBeUndefined();
    expect(await read(null, {}, bodiless)).toBeUndefined();
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
    ["an endless one", "application/json", `{"meta":{"tagName":"${"x".repeat(256 * 1024)}"}}`],
  ])("%s is refused", async (_, type, text) => {
    await expect(read(text, { "content-type": type })).rejects.toThrow(DeskError);
  });

  it("of bytes that are no text is refused", async () => {
    await expect(read(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).rejects.toThrow(DeskError);
  });

  it("is refused where the operation takes none", async () => {
    await expect(read("{}", json, bodiless)).rejects.toThrow("Bad Request");
  });
});
