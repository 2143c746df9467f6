import { expect, it } from "vitest";
import { ownPage } from "@test/server/support/full-desk";
import { describeAttacks, told } from "./attack";

/** Something of every kind that only signed-in people may reach. */
const endpoints = [
  ["GET", "/desk/v1/session"],
  ["POST", "/desk/v1/session/extend"],
  ["GET", "/desk/v1/events"],
  ["GET", "/desk/v1/audit-entries"],
  ["POST", "/desk/v1/audit-entries/export"],
  ["GET", "/desk/v1/settings"],
  ["GET", "/desk/v1/partner-tokens"],
  ["GET", "/desk/v1/sessions"],
  ["DELETE", "/desk/v1/sessions/session_1"],
  ["DELETE", "/desk/v1/people/user_1/sessions"],
  ["GET", "/api/v1/inquiries"],
  ["GET", "/api/v1/accounts"],
  ["POST", "/api/v1/inquiries/search"],
] as const;

describeAttacks("without a session that holds", (target) => {
  const attempt = (method: string, path: string, cookie: string | undefined) => {
    const headers = { ...(method === "GET" ? { "sec-fetch-site": "same-origin" } : ownPage), ...(cookie === undefined ? {} : { cookie }) };
    return told(fetch(target().desk.url + path, { method, headers, ...(method === "POST" ? { body: "{}" } : {}) }));
  };

  it.each(endpoints)("nobody: %s %s", async (method, path) => {
    expect((await target().refused(() => attempt(method, path, undefined))).status).toBe(401);
  });

  it.each([
    ["none", "__Host-desk="],
    ["a guess", `__Host-desk=${"A".repeat(43)}`],
    ["what the database holds", "hash"],
    ["SQL", "__Host-desk=' or 1=1 --"],
    ["a wildcard", `__Host-desk=${"%".repeat(43)}`],
    ["too much of it", `__Host-desk=${"A".repeat(4_000)}`],
    ["the name without its prefix", "unprefixed"],
    ["a second one behind a wrong one", "second"],
    ["line breaks", "__Host-desk=a%0d%0aSet-Cookie:b"],
  ])("a cookie that is %s", async (_what, given) => {
    const { desk, db, refused } = target();
    const good = (await desk.cookieOf("admin")).replace("__Host-desk=", "");
    const [row] = await db.query<{ secret_hash: string }>("select secret_hash from sessions limit 1");
    const cookies: Record<string, string> = {
      hash: `__Host-desk=${row?.secret_hash}`,
      unprefixed: `desk=${good}`,
      second: `__Host-desk=${"A".repeat(43)}; __Host-desk=${good}`,
    };
    expect((await refused(() => attempt("GET", "/api/v1/inquiries", cookies[given] ?? given))).status).toBe(401);
  });

  it.each([
    ["signed out", "ended_at = now()"],
    ["idle for too long", "idle_expires_at = now() - interval '1 second'"],
    ["too old", "absolute_expires_at = now() - interval '1 second'"],
  ])("a stolen cookie of somebody who is %s", async (_what, change) => {
    const { desk, db, refused } = target();
    const identity = {
      issuer: "https://identity.example",
      subject: change,
      name: "Gone",
      emailAddress: "gone@desk.example",
      role: "admin" as const,
    };
    const { cookieValue, person } = await db.transaction((transaction) => desk.sessions.start(identity, undefined, transaction));
    const cookie = `__Host-desk=${cookieValue}`;
    expect((await attempt("GET", "/desk/v1/session", cookie)).status).toBe(200);
    await db.query(`update sessions set ${change} where id = $1`, [person.sessionId]);
    for (const [method, path] of endpoints) expect((await refused(() => attempt(method, path, cookie))).status).toBe(401);
  });

  it("signing out everywhere ends what was copied from another browser", async () => {
    const { desk, db, refused } = target();
    const identity = {
      issuer: "https://identity.example",
      subject: "copied",
      name: "Copied",
      emailAddress: "c@desk.example",
      role: "lead" as const,
    };
    const start = () => db.transaction((transaction) => desk.sessions.start(identity, undefined, transaction));
    const [here, copied] = [await start(), await start()];
    const ended = await fetch(`${desk.url}/desk/v1/session/end`, {
      method: "POST",
      headers: { ...ownPage, cookie: `__Host-desk=${here.cookieValue}` },
      body: JSON.stringify({ everywhere: true }),
    });
    expect(ended.status).toBe(200);
    await refused(() => attempt("GET", "/api/v1/inquiries", `__Host-desk=${copied.cookieValue}`));
  });
});
