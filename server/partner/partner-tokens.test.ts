import { expect, it } from "vitest";
import type { PartnerTokenList } from "@/api/generated/desk/types.gen";
import type { Role } from "@/domain/viewer";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { everything, persona, startPartnerDesk } from "@test/server/support/partner-desk";

describeOnEachDatabase("partner tokens", (fresh) => {
  it("are shown once, and stored as what nobody can call with", async () => {
    const db = await fresh();
    const { create, desk } = await startPartnerDesk(db);
    const { token, partnerToken } = await create();
    expect(token).toMatch(/^iqd_[\w-]{43}$/);
    expect(partnerToken).toMatchObject({
      name: "Core banking",
      scopes: everything,
      ending: token.slice(-4),
      revokedAt: null,
      lastUsedAt: null,
    });
    const stored = JSON.stringify([await db.query("select * from partner_tokens"), await db.query("select * from audit_entries")]);
    expect(stored).toContain(partnerToken.id);
    expect(stored).not.toContain(token.slice(4, 40));
    const listed = await desk("GET", "/desk/v1/partner-tokens");
    expect(listed.problems).toEqual([]);
    expect(JSON.stringify(listed.body)).not.toContain(token);
  });

  it("are let in with their scopes, until they are revoked, at once and for good", async () => {
    const { create, desk, standing } = await startPartnerDesk(await fresh());
    const { token, partnerToken } = await create();
    expect((await standing(token, "nobody")).status).toBe(200);
    const path = `/desk/v1/partner-tokens/${partnerToken.id}`;
    expect((await desk("DELETE", path)).status).toBe(204);
    expect((await standing(token, "nobody")).status).toBe(401);
    expect((await desk("DELETE", path)).status).toBe(204);
    expect((await desk("DELETE", "/desk/v1/partner-tokens/ptok_none")).status).toBe(404);
    // the contract was checked
    const { data } = (await desk("GET", "/desk/v1/partner-tokens")).body as PartnerTokenList;
    expect(data).toMatchObject([{ id: partnerToken.id, revokedAt: expect.any(String), lastUsedAt: expect.any(String) }]);
  });

  it("end when they expire", async () => {
    const { create, standing, clock } = await startPartnerDesk(await fresh());
    const { token } = await create(everything, 1);
    clock.advance(24 * 60 * 60_000 - 1);
    expect((await standing(token, "nobody")).status).toBe(200);
    clock.advance(1);
    expect((await standing(token, "nobody")).status).toBe(401);
  });

  it.each<[string, Record<string, string>]>([
    ["none", {}],
    ["a made-up one", { authorization: `Bearer iqd_${"A".repeat(43)}` }],
    ["a part of one", { authorization: "Bearer iqd_" }],
    ["Persona's key", { authorization: `Bearer ${persona.apiKey}` }],
    ["another scheme", { authorization: "Basic aXFkOg==" }],
    ["a cookie", { cookie: "__Host-desk=abc" }],
    ["a header that is two", { authorization: "Bearer a, Bearer b" }],
    ["an injection", { authorization: "Bearer ' or '1'='1" }],
  ])("that are none let nobody in: %s", async (_what, headers) => {
    const { call } = await startPartnerDesk(await fresh());
    const answer = await call("GET", "/partner/v1/standing/usr_1", headers);
    expect(answer).toMatchObject({ status: 401, problems: [] });
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer realm="partner"/);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("without the scope are refused, which is written down", async () => {
    const { create, standing, resume, entries } = await startPartnerDesk(await fresh());
    const [reader, resumer] = [await create(["standing.read"]), await create(["inquiry.resume"])];
    const answers = [await resume(reader.token, "inq_1", "oneTimeLink"), await standing(resumer.token, "usr_1")];
    expect(answers.map(({ status, problems }) => [status, problems])).toEqual([
      [403, []],
      [403, []],
    ]);
    expect((await entries()).filter(({ action }) => action === "call")).toMatchObject([
      { outcome: "refused", actor: { type: "partner", id: reader.partnerToken.id }, details: { operation: "resume-for-partner" } },
      { outcome: "refused", actor: { type: "partner", id: resumer.partnerToken.id }, details: { operation: "retrieve-standing" } },
    ]);
  });

  it("have so many calls a minute each, whatever instance they reach", async () => {
    const db = await fresh();
    const { create, resume, standing, clock } = await startPartnerDesk(db);
    const [{ token }, other] = [await create(), await create()];
    await db.query("update call_counts set calls = 0");
    await standing(token, "nobody");
    await db.query("update call_counts set calls = 119 where caller like '%standing.read'");
    expect((await standing(token, "nobody")).status).toBe(200);
    const refused = await standing(token, "nobody");
    expect(refused).toMatchObject({ status: 429, problems: [] });
    expect(refused.headers.get("retry-after")).toBe("60");
    expect((await standing(other.token, "nobody")).status).toBe(200);
    expect((await resume(token, "inq_none", "oneTimeLink")).status).toBe(404);
    clock.advance(60_000);
    expect((await standing(token, "nobody")).status).toBe(200);
  });

  it.each<Role>(["reviewer", "support", "lead", "auditor"])("are none of a %s's business, and who tries is written down", async (role) => {
    const { desk, entries } = await startPartnerDesk(await fresh());
    const answers = [
      await desk("GET", "/desk/v1/partner-tokens", undefined, role),
      await desk("POST", "/desk/v1/partner-tokens", { name: "x", scopes: ["standing.read"], expiresInDays: null }, role),
      await desk("DELETE", "/desk/v1/partner-tokens/ptok_1", undefined, role),
    ];
    expect(answers.map(({ status, problems }) => [status, problems])).toEqual(Array.from({ length: 3 }, () => [403, []]));
    expect((await entries()).map(({ action, outcome }) => [action, outcome])).toEqual([
      ["call", "refused"],
      ["create-partner-token", "refused"],
      ["revoke-partner-token", "refused"],
    ]);
  });

  it.each([
    ["no scope", { name: "x", scopes: [], expiresInDays: null }],
    ["an unknown scope", { name: "x", scopes: ["inquiry.approve"], expiresInDays: null }],
    ["a scope twice", { name: "x", scopes: ["standing.read", "standing.read"], expiresInDays: null }],
    ["no name", { name: " ", scopes: ["standing.read"], expiresInDays: null }],
    ["a life of three years", { name: "x", scopes: ["standing.read"], expiresInDays: 1_095 }],
    ["something more", { name: "x", scopes: ["standing.read"], expiresInDays: 1, token: "iqd_mine" }],
  ])("are not made with %s", async (_what, body) => {
    const db = await fresh();
    const { desk } = await startPartnerDesk(db);
    expect(await desk("POST", "/desk/v1/partner-tokens", body)).toMatchObject({ status: 400, problems: [] });
    expect(await db.query("select id from partner_tokens")).toEqual([]);
  });
});
