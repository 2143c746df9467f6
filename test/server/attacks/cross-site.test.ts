import { expect, it } from "vitest";
import { ownPage, publicOrigin } from "@test/server/support/full-desk";
import { describeAttacks, type Target, told } from "./attack";

/** Writes at Persona that somebody would like another person's browser to send. */
const writes = ({ accountId, inquiryIn }: Target): readonly (readonly [string, object])[] => [
  [
    "/desk/v1/decisions",
    { ...inquiryIn("needs_review"), action: "approve", reasonIds: ["evidence-consistent"], comment: "Fine", holdSeconds: 0 },
  ],
  ["/desk/v1/restorations", { ...restorable(inquiryIn("expired")), kind: "link" }],
  [`/api/v1/accounts/${accountId}/add-tag`, { meta: { tagName: "forged" } }],
];
const restorable = ({ inquiryId, seen: { status, redactedAt } }: ReturnType<Target["inquiryIn"]>) => ({
  inquiryId,
  seen: { status, redactedAt },
});
const deskWrites = [
  ["POST", "/desk/v1/session/end", { everywhere: true }],
  ["POST", "/desk/v1/partner-tokens", { name: "theirs", scopes: ["inquiry.resume"], expiresInDays: null }],
  ["PUT", "/desk/v1/settings/sla", { value: { reviewHours: 1, warnHours: 0 }, version: 0 }],
  ["POST", "/desk/v1/audit-entries/export", {}],
] as const;

const { origin: _origin, "sec-fetch-site": _site, "desk-client": _client, ...rest } = ownPage;
const forgeries: readonly (readonly [string, Record<string, string>])[] = [
  ["another site", { ...ownPage, origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site that lies about being the same", { ...ownPage, origin: "https://evil.example" }],
  ["a sister of the same site", { ...ownPage, origin: "https://other.desk.example", "sec-fetch-site": "same-site" }],
  ["the same name over http", { ...ownPage, origin: "http://desk.example" }],
  ["the same name on another port", { ...ownPage, origin: `${publicOrigin}:8443` }],
  ["a name that only begins alike", { ...ownPage, origin: `${publicOrigin}.evil.example` }],
  ["a sandboxed frame", { ...ownPage, origin: "null" }],
  ["two origins", { ...ownPage, origin: `${publicOrigin} https://evil.example` }],
  ["no origin and no word of where from", { ...rest, "desk-client": "web" }],
  ["an address typed by a person", { ...rest, "desk-client": "web", "sec-fetch-site": "none" }],
  ["a form, which can't send the header", { ...rest, origin: publicOrigin, "sec-fetch-site": "same-origin" }],
  ["a form of another site", { origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded" }],
  ["a form that posts JSON as text", { origin: "https://evil.example", "content-type": "text/plain" }],
  ["the header with another word", { ...ownPage, "desk-client": "true" }],
];

describeAttacks("a write that did not come from a page of the desk", (target) => {
  it.each(forgeries)("from %s decides nothing", async (_from, headers) => {
    const { desk, refused } = target();
    const { cookie, "desk-person": person, "idempotency-key": key } = await desk.ownCommand("admin");
    for (const [path, body] of writes(target())) {
      const sent = { ...headers, cookie, "desk-person": person, "idempotency-key": key };
      const forged = () => told(fetch(desk.url + path, { method: "POST", headers: sent, body: JSON.stringify(body) }));
      expect([path, (await refused(forged)).status]).toEqual([path, 403]);
    }
  });

  it("from a page of the desk's own does all of it", async () => {
    const { desk, writes: written } = target();
    for (const [path, body] of writes(target())) {
      const before = written();
      const headers = await desk.ownCommand("admin");
      const { status } = await told(fetch(desk.url + path, { method: "POST", headers, body: JSON.stringify(body) }));
      expect([path, status, written() > before]).toEqual([path, path.startsWith("/desk/") ? 201 : 200, true]);
    }
  });

  it.each(forgeries)("from %s changes nothing of the desk's", async (_from, headers) => {
    const { desk, refused } = target();
    const cookie = await desk.cookieOf("admin");
    for (const [method, path, body] of deskWrites) {
      const sent = fetch(desk.url + path, { method, headers: { ...headers, cookie }, body: JSON.stringify(body) });
      expect((await refused(() => told(sent))).status).toBe(403);
    }
    expect((await desk.call("admin", "GET", "/desk/v1/session")).status).toBe(200);
  });

  it.each([
    ["cross-site", "https://evil.example"],
    ["same-site", "https://other.desk.example"],
    ["cross-site", undefined],
  ])("nor may a %s page read (%s)", async (site, origin) => {
    const { desk, refused } = target();
    const headers = { cookie: await desk.cookieOf("admin"), "sec-fetch-site": site, ...(origin === undefined ? {} : { origin }) };
    for (const path of ["/api/v1/inquiries", "/desk/v1/session", "/desk/v1/events", "/desk/v1/audit-entries"]) {
      expect((await refused(() => told(fetch(desk.url + path, { headers })))).status).toBe(403);
    }
  });

  it.each(["https://evil.example", "null"])("and no answer invites %s by CORS", async (origin) => {
    const { desk } = target();
    const asked = await fetch(`${desk.url}/api/v1/inquiries`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "desk-client" },
    });
    expect(asked.ok).toBe(false);
    for (const path of ["/api/v1/inquiries", "/partner/v1/standing/usr_1", "/auth/signed-out", "/healthz"]) {
      const answer = await fetch(desk.url + path, { headers: { origin } });
      expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
    }
  });
});
