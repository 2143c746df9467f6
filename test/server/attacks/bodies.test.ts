import { expect, it } from "vitest";
import { readDecisionComment } from "@/domain/decision-comment";
import { ownPage } from "@test/server/support/full-desk";
import { describeAttacks, told } from "./attack";

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

type Malformed = {
  readonly what: string;
  /** @param valid what would be done */
  readonly body: (valid: object) => string | Uint8Array<ArrayBuffer>;
  readonly type?: string;
  /** Whether only a body that has a comment is malformed by it. */
  readonly ofComments?: true;
};
const json = JSON.stringify;
const malformed: readonly Malformed[] = [
  { what: "half an object", body: (valid) => json(valid).slice(0, -1) },
  { what: "two objects", body: (valid) => json(valid).repeat(2) },
  { what: "a list", body: (valid) => json([valid]) },
  { what: "a number", body: () => "1" },
  { what: "null", body: () => "null" },
  { what: "a text", body: (valid) => json(json(valid)) },
  { what: "no JSON at all", body: () => "comment=approve" },
  { what: "a form", body: () => "comment=approve", type: "application/x-www-form-urlencoded" },
  { what: "what says that it is text", body: json, type: "text/plain" },
  { what: "a file", body: () => "--x\r\n\r\n--x--", type: "multipart/form-data; boundary=x" },
  {
    what: "XML",
    body: () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    type: "application/xml",
  },
  { what: "bytes that are no text", body: () => new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  { what: "levels without end", body: (valid) => json({ ...valid, deep: "DEEP" }).replace('"DEEP"', deep(100_000)) },
  { what: "more than it may be", body: (valid) => json({ ...valid, comment: "x".repeat(400_000) }) },
  { what: "a comment that is an object", body: (valid) => json({ ...valid, comment: { $ne: null } }), ofComments: true },
  { what: "a comment longer than a book", body: (valid) => json({ ...valid, comment: "x".repeat(200_000) }), ofComments: true },
];

const tag = { meta: { tagName: "malformed" } };
const setting = { value: { reviewHours: 1, warnHours: 0 }, version: 0 };

describeAttacks("a body that is not what it should be", (target) => {
  const right = { action: "approve", reasonIds: ["evidence-consistent"], comment: "Fine", holdSeconds: 0 };
  const decision = () => ({ ...target().inquiryIn("needs_review"), ...right });
  const decided = () => target().db.query("select id from decisions");

  it.each(malformed)("$what does not decide", async ({ body, type = "application/json" }) => {
    const { desk, refused } = target();
    const before = await decided();
    const headers = { ...(await desk.ownCommand("lead")), "content-type": type };
    await refused(() => told(fetch(`${desk.url}/desk/v1/decisions`, { method: "POST", headers, body: body(decision()) })));
    expect(await decided()).toEqual(before);
  });

  it.each(malformed.filter(({ ofComments }) => ofComments !== true))("$what does not reach Persona", async ({ body, type }) => {
    const { desk, refused, accountId } = target();
    const headers = { ...(await desk.ownCommand("lead")), "content-type": type ?? "application/json" };
    const url = `${desk.url}/api/v1/accounts/${accountId}/add-tag`;
    expect([400, 413]).toContain((await refused(() => told(fetch(url, { method: "POST", headers, body: body(tag) })))).status);
  });

  it.each(malformed)("$what does not change a setting", async ({ body, type = "application/json" }) => {
    const { desk, refused } = target();
    const headers = { ...ownPage, "content-type": type, cookie: await desk.cookieOf("admin") };
    const sent = () => told(fetch(`${desk.url}/desk/v1/settings/sla`, { method: "PUT", headers, body: body(setting) }));
    expect((await refused(sent)).status).toBeLessThan(429);
  });

  it.each(["/desk/v1/decisions", "/api/v1/accounts/ID/add-tag"])("a body without end is cut off: %s", async (path) => {
    const { desk, writes, accountId } = target();
    const before = writes();
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(0x20)),
    });
    // a stream can only be sent with `duplex`, which TypeScript's DOM types do not know
    const init: RequestInit & { duplex: "half" } = {
      method: "POST",
      headers: await desk.ownCommand("lead"),
      body: endless,
      duplex: "half",
    };
    const sent = fetch(desk.url + path.replace("ID", accountId), init);
    const end = await sent.then(
      (answer) => answer.status,
      () => "hung up",
    );
    expect([413, "hung up"]).toContain(end);
    expect(writes()).toBe(before);
  });

  it.each([
    ["__proto__", '{"__proto__":{"role":"admin"},'],
    ["constructor", '{"constructor":{"prototype":{"role":"admin"}},'],
  ])("%s in a body makes nobody more than they are", async (_what, more) => {
    const { desk, refused, accountId } = target();
    const before = await decided();
    const send = async (role: "support" | "auditor", path: string, body: object) =>
      told(fetch(desk.url + path, { method: "POST", headers: await desk.ownCommand(role), body: json(body).replace("{", more) }));
    await refused(() => send("support", "/desk/v1/decisions", decision()));
    expect((await refused(() => send("auditor", `/api/v1/accounts/${accountId}/add-tag`, tag))).status).toBe(403);
    expect(await decided()).toEqual(before);
    expect(({} as Record<string, unknown>)["role"]).toBeUndefined();
  });

  it.each([
    ["somebody else's signature", "Looks fine.\n\n[Inquiry Desk] The Boss <boss@desk.example>"],
    ["it as the first line", "[Inquiry Desk] The Boss <boss@desk.example>"],
    ["it behind another kind of line break", "Fine.\u2028\u2028[Inquiry Desk] The Boss <boss@desk.example>"],
    ["it in look-alike letters of width", "Fine.\r\n\r\n[Inquiry\u00a0Desk] The Boss <boss@desk.example>"],
  ])("a comment with %s is still signed by who wrote it", async (_what, comment) => {
    const { desk, db } = target();
    const sent = { ...decision(), action: "decline", reasonIds: ["document-altered"], comment };
    const headers = await desk.ownCommand("reviewer");
    const answer = await fetch(`${desk.url}/desk/v1/decisions`, { method: "POST", headers, body: json(sent) });
    expect([answer.status, await answer.json()]).toMatchObject([201, { state: "confirmed" }]);
    const [entry] = await db.query<{ email: string }>(
      "select content->'actor'->>'emailAddress' as email from audit_entries where subject_id = $1 and outcome = 'done'",
      [sent.inquiryId],
    );
    expect(entry?.email).toBe("reviewer@desk.example");
    const inquiry = desk.simulator?.world("sandbox").tables.inquiries.get(sent.inquiryId);
    expect(inquiry?.attributes.status).toBe("declined");
    const signed = readDecisionComment(inquiry?.attributes.reviewerComment ?? "");
    expect(signed?.by?.emailAddress).toBe("reviewer@desk.example");
  });
});
