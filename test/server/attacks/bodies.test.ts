import { expect, it } from "vitest";
import { ownPage, ownWrite } from "@test/server/support/full-desk";
import { describeAttacks, told } from "./attack";

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

const malformed: readonly { what: string; body: string | Uint8Array<ArrayBuffer>; type?: string }[] = [
  { what: "half an object", body: '{"meta":{"comment":"a"' },
  { what: "two objects", body: "{}{}" },
  { what: "a list", body: "[]" },
  { what: "a number", body: "1" },
  { what: "null", body: "null" },
  { what: "a text", body: '"approve"' },
  { what: "no JSON at all", body: "comment=approve" },
  { what: "a form", body: "comment=approve", type: "application/x-www-form-urlencoded" },
  { what: "a file", body: "--x\r\n\r\n--x--", type: "multipart/form-data; boundary=x" },
  { what: "XML", body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', type: "application/xml" },
  { what: "bytes that are no text", body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  { what: "a comment that is an object", body: '{"meta":{"comment":{"$ne":null}}}' },
  { what: "levels without end", body: deep(100_000) },
  { what: "more than it may be", body: JSON.stringify({ meta: { comment: "x".repeat(400_000) } }) },
  { what: "a comment longer than a book", body: JSON.stringify({ meta: { comment: "x".repeat(200_000) } }) },
];

describeAttacks("a body that is not what it should be", (target) => {
  it.each(malformed)("$what does not decide", async ({ body, type = "application/json" }) => {
    const { desk, refused, inquiryId } = target();
    const headers = { ...ownWrite(), "content-type": type, cookie: await desk.cookieOf("lead") };
    const sent = fetch(`${desk.url}/api/v1/inquiries/${inquiryId}/approve`, { method: "POST", headers, body });
    expect((await refused(() => told(sent))).text).not.toContain("approved");
  });

  it.each(malformed)("$what does not change a setting", async ({ body, type = "application/json" }) => {
    const { desk, refused } = target();
    const headers = { ...ownPage, "content-type": type, cookie: await desk.cookieOf("admin") };
    expect((await refused(() => told(fetch(`${desk.url}/desk/v1/settings/sla`, { method: "PUT", headers, body })))).status).toBeLessThan(
      429,
    );
  });

  it("a body without end is cut off", async () => {
    const { desk, writes, inquiryId } = target();
    const before = writes();
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(0x20)),
    });
    // a stream can only be sent with `duplex`, which TypeScript's DOM types do not know
    const init: RequestInit & { duplex: "half" } = {
      method: "POST",
      headers: { ...ownWrite(), cookie: await desk.cookieOf("lead") },
      body: endless,
      duplex: "half",
    };
    const sent = fetch(`${desk.url}/api/v1/inquiries/${inquiryId}/approve`, init);
    const end = await sent.then(
      (answer) => answer.status,
      () => "hung up",
    );
    expect([413, "hung up"]).toContain(end);
    expect(writes()).toBe(before);
  });

  it.each([
    ["__proto__", '{"__proto__":{"role":"admin"},"meta":{"comment":"a"}}'],
    ["constructor", '{"constructor":{"prototype":{"role":"admin"}},"meta":{"comment":"a"}}'],
  ])("%s in a body makes nobody more than they are", async (_what, body) => {
    const { desk, inquiryId } = target();
    const headers = { ...ownWrite(), cookie: await desk.cookieOf("support") };
    const answer = await fetch(`${desk.url}/api/v1/inquiries/${inquiryId}/approve`, { method: "POST", headers, body });
    expect(answer.status).toBe(403);
    expect(({} as Record<string, unknown>)["role"]).toBeUndefined();
  });

  it.each([
    ["somebody else's signature", "Looks fine.\n\n[Inquiry Desk] The Boss <boss@desk.example>"],
    ["it as the first line", "[Inquiry Desk] The Boss <boss@desk.example>"],
    ["it behind another kind of line break", "Fine.\u2028\u2028[Inquiry Desk] The Boss <boss@desk.example>"],
    ["it in look-alike letters of width", "Fine.\r\n\r\n[Inquiry\u00a0Desk] The Boss <boss@desk.example>"],
  ])("a comment with %s is still signed by who wrote it", async (_what, comment) => {
    const { desk, db } = target();
    const world = desk.simulator?.world("sandbox");
    const waiting = [...(world?.tables.inquiries.newestFirst() ?? [])].find(({ attributes }) => attributes.status === "needs_review");
    const answer = await desk.call("reviewer", "POST", `/api/v1/inquiries/${waiting?.id}/decline`, { meta: { comment } });
    expect(answer.status).toBe(200);
    const [entry] = await db.query<{ email: string }>(
      "select content->'actor'->>'emailAddress' as email from audit_entries where subject_id = $1 and outcome = 'done'",
      [waiting?.id],
    );
    expect(entry?.email).toBe("reviewer@desk.example");
    const sent = desk.simulator?.requests().at(-1);
    expect(sent?.path).toContain("/decline");
  });
});
