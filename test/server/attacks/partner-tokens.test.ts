import { expect, it } from "vitest";
import { describeAttacks, told } from "./attack";

describeAttacks("a call of a system that may not", (target) => {
  const create = async (scopes: readonly string[]) => {
    const answer = await target().desk.call("admin", "POST", "/desk/v1/partner-tokens", { name: "CRM", scopes, expiresInDays: 1 });
    return (await answer.json()) as { token: string; partnerToken: { id: string } };
  };
  const standing = (authorization: string | undefined, more: Record<string, string> = {}) =>
    told(
      fetch(`${target().desk.url}/partner/v1/standing/usr_1`, {
        headers: { ...(authorization === undefined ? {} : { authorization }), ...more },
      }),
    );
  const resume = (token: string, id: string, body: unknown = { as: "oneTimeLink" }) =>
    told(
      fetch(`${target().desk.url}/partner/v1/inquiries/${id}/resume`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );

  it.each([
    ["no token", undefined],
    ["an empty one", "Bearer "],
    ["a guess", `Bearer iqd_${"A".repeat(43)}`],
    ["another scheme", "Basic aXFkOnRva2Vu"],
    ["the key for Persona", "Bearer persona_sandbox_0f7c1e9b-known-to-the-server-alone"],
    ["SQL", "Bearer ' or 1=1 --"],
    ["a wildcard", "Bearer %"],
  ])("%s", async (_what, authorization) => {
    expect((await target().refused(() => standing(authorization))).status).toBe(401);
  });

  it("what the database holds of a token", async () => {
    const { db, refused } = target();
    await create(["standing.read"]);
    const [row] = await db.query<{ token_hash: string }>("select token_hash from partner_tokens limit 1");
    expect((await refused(() => standing(`Bearer ${row?.token_hash}`))).status).toBe(401);
    expect((await refused(() => standing(`Bearer iqd_${row?.token_hash.slice(0, 43)}`))).status).toBe(401);
  });

  it("a person's cookie", async () => {
    const { desk, refused } = target();
    expect((await refused(() => told(desk.call("admin", "GET", "/partner/v1/standing/usr_1")))).status).toBe(401);
  });

  it("a token in the address", async () => {
    const { desk, refused } = target();
    const { token } = await create(["standing.read"]);
    expect((await refused(() => told(fetch(`${desk.url}/partner/v1/standing/usr_1?access_token=${token}`)))).status).toBe(401);
  });

  it("a token for the desk's own API, or for Persona's", async () => {
    const { desk, refused } = target();
    const { token } = await create(["standing.read", "inquiry.resume"]);
    for (const path of ["/desk/v1/session", "/desk/v1/audit-entries", "/api/v1/inquiries", "/desk/v1/partner-tokens"]) {
      expect((await refused(() => told(fetch(desk.url + path, { headers: { authorization: `Bearer ${token}` } })))).status).toBe(401);
    }
  });

  it("a token without the scope", async () => {
    const { refused, inquiryId } = target();
    const reader = await create(["standing.read"]);
    expect((await refused(() => resume(reader.token, inquiryId))).status).toBe(403);
    const resumer = await create(["inquiry.resume"]);
    expect((await refused(() => standing(`Bearer ${resumer.token}`))).status).toBe(403);
  });

  it("a token that was revoked, at once", async () => {
    const { desk, refused } = target();
    const { token, partnerToken } = await create(["standing.read"]);
    expect((await standing(`Bearer ${token}`)).status).toBe(200);
    expect((await desk.call("admin", "DELETE", `/desk/v1/partner-tokens/${partnerToken.id}`)).status).toBe(204);
    expect((await refused(() => standing(`Bearer ${token}`))).status).toBe(401);
  });

  it("a token that has expired", async () => {
    const { db, refused } = target();
    const { token, partnerToken } = await create(["standing.read"]);
    await db.query("update partner_tokens set expires_at = now() - interval '1 second' where id = $1", [partnerToken.id]);
    expect((await refused(() => standing(`Bearer ${token}`))).status).toBe(401);
  });

  it.each(["inq_1/../../accounts", "inq_%2e%2e", "act_1", "inq_", "inq_1%2fapprove", "inq_1?include=account", "inq_1'--", "x".repeat(300)])(
    "a way into %s",
    async (id) => {
      const { token } = await create(["inquiry.resume"]);
      expect((await target().refused(() => resume(token, id))).text).not.toContain('oneTimeLink":');
    },
  );

  it.each([{}, { as: "approve" }, { as: ["oneTimeLink"] }, { as: "oneTimeLink", role: "admin" }, [], "oneTimeLink", null])(
    "asking for %j",
    async (body) => {
      const { inquiryId, refused } = target();
      const { token } = await create(["inquiry.resume"]);
      expect((await refused(() => resume(token, inquiryId, body))).status).toBe(400);
    },
  );

  it("a way back into what is decided or under review", async () => {
    const { inquiryId } = target();
    const { token } = await create(["inquiry.resume"]);
    const { status, text } = await resume(token, inquiryId);
    expect(status).toBe(409);
    expect(text).not.toMatch(/oneTimeLink|sessionToken/);
  });
});

describeAttacks("a system that tries one token after the other", (target) => {
  const standing = (token: string) =>
    told(fetch(`${target().desk.url}/partner/v1/standing/usr_1`, { headers: { authorization: `Bearer ${token}` } }));

  it("is held back after thirty, and systems that work from behind the same address go on", async () => {
    const { desk, db, refused } = target();
    const created = await desk.call("admin", "POST", "/desk/v1/partner-tokens", {
      name: "CRM",
      scopes: ["standing.read"],
      expiresInDays: 1,
    });
    const { token } = (await created.json()) as { token: string };
    expect((await standing(token)).status).toBe(200);
    const statuses: number[] = [];
    for (let index = 0; index < 1_000; index += 1) {
      statuses.push((await refused(() => standing(`iqd_${String(index).padStart(43, "x")}`))).status);
    }
    // a minute of the clock may end in between, seldom two
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(90);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(910);
    expect((await standing(token)).status).toBe(200);
    expect(await db.query("select caller from call_counts where caller like '%iqd_%'")).toEqual([]);
  });
});
