import { afterEach, describe, expect, it } from "vitest";
import { describeOnSharedDatabase } from "@test/server/support/databases";
import { createAuthDesk, deskUrl } from "@test/server/support/auth-desk";
import { createForgedDesk, forgingProviders, oidcSettings, signed } from "@test/server/support/forged-sign-in";
import type { ForgingProvider, Told } from "@test/server/support/forging-provider";

describeOnSharedDatabase("an identity provider in trouble", (db) => {
  const providers = forgingProviders();
  afterEach(() => providers.closeAll());

  async function deskAt(change: (provider: ForgingProvider) => void = () => undefined, settings: Record<string, string> = {}) {
    const provider = await providers.start();
    change(provider);
    const desk = createForgedDesk(db(), provider, settings);
    const [key] = provider.keys;
    if (!key) throw new Error("The provider has no key");
    const signIn = (claims: Record<string, unknown> = {}, more: Record<string, unknown> = {}) =>
      desk.signIn((right) => signed(right, key), claims, more);
    const whoIs = async ({ browser }: Awaited<ReturnType<typeof signIn>>) => (await browser.call(`${deskUrl}/desk/v1/session`)).json();
    return { ...desk, provider, signIn, whoIs };
  }

  it.each<[string, Told]>([
    ["down", 503],
    ["not letting the desk in", { error: "invalid_token" }],
    ["without an answer that can be read", 204],
  ])("whose UserInfo is %s does not matter while the ID token tells the role", async (_what, userinfo) => {
    const { signIn, whoIs, provider, logged } = await deskAt();
    provider.answers.userinfo = () => userinfo;
    const answer = await signIn({ email: undefined });
    expect(answer.status).toBe(303);
    expect(await whoIs(answer)).toMatchObject({ user: { name: "Maya", emailAddress: "" }, role: "lead" });
    expect(logged).toMatchObject([{ level: 40, msg: "UserInfo failed; signed in by the ID token alone" }]);
  });

  it("does not take away the name and address that were known before", async () => {
    const { signIn, whoIs } = await deskAt();
    await signIn({ sub: "known" });
    const { user } = await whoIs(await signIn({ sub: "known", name: undefined, email: undefined }));
    expect(user).toMatchObject({ name: "Maya", emailAddress: "maya@example.com" });
  });

  it("whose UserInfo is down keeps those out whose role is only told there, without calling them somebody without a role", async () => {
    const { signIn, audited } = await deskAt();
    const answer = await signIn({ groups: undefined });
    expect([answer.status, answer.text.includes("Sign-in is not available")]).toEqual([503, true]);
    expect(audited).toEqual([]);
  });

  it("whose UserInfo speaks of somebody else keeps everybody out", async () => {
    const { signIn, audited } = await deskAt(({ answers }) => (answers.userinfo = () => ({ sub: "ruth", email: "ruth@example.com" })));
    expect((await signIn({ email: undefined })).status).toBe(502);
    expect(audited).toEqual([]);
  });

  it("that goes down between sign-in and callback is not available", async () => {
    const { signIn } = await deskAt();
    const { status, text } = await signIn({}, { id_token: 7 });
    expect([status, text.includes("could not be verified")]).toEqual([502, true]);
    const down = await deskAt(({ answers }) => (answers.jwks = async () => 500));
    expect((await down.signIn()).status).toBe(503);
  });

  it("that tells a name with NUL and half a surrogate pair is understood", async () => {
    const { signIn, whoIs } = await deskAt();
    const answer = await signIn({ name: "Ma\0ya \ud800", email: "may\0a@example.com" });
    expect(answer.status).toBe(303);
    expect(await whoIs(answer)).toMatchObject({ user: { name: "Ma ya", emailAddress: "may a@example.com" } });
  });

  it.each<[string, Record<string, unknown>, string, Record<string, unknown>]>([
    [
      "too many groups to name",
      { groups: undefined, _claim_names: { groups: "src1" } },
      "The identity provider left groups out because there are too many groups.",
      { cause: "left-out" },
    ],
    ["no groups", { groups: undefined }, "The identity provider sent no claim groups.", { cause: "absent" }],
    ["an empty list of groups", { groups: [] }, "The claim groups is empty.", { cause: "empty" }],
    ["groups of a wrong type", { groups: { a: 1 } }, "The claim groups is neither a text nor a list of texts.", { cause: "wrong-type" }],
    [
      "unknown groups",
      { groups: ["secret-project", "staff"] },
      "The claim groups holds 2 values, none of which OIDC_ROLES names.",
      { cause: "unknown", values: 2, nearMisses: 0, differences: [] },
    ],
    [
      "groups that are nearly right",
      { groups: ["secret-project", "/Desk-Leads"] },
      "One value differs from “desk-leads” only by a leading slash and capital letters.",
      { cause: "unknown", values: 2, nearMisses: 1, differences: ["slash", "case"] },
    ],
  ])("that tells %s is told apart on the page, in the log and in the audit log", async (_what, claims, line, facts) => {
    const { signIn, logged, audited } = await deskAt(({ answers }) => (answers.userinfo = () => ({ sub: "maya" })));
    const answer = await signIn(claims);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain(line);
    expect(logged).toEqual([{ level: 40, ...facts, msg: "sign-in refused: no role" }]);
    expect(audited).toMatchObject([{ action: "sign-in", outcome: "refused", details: { cause: facts.cause } }]);
    expect(audited[0]?.reason).toMatch(/^No role\. .*groups/);
    // whatever the person's groups are called is nobody's business here
    expect(JSON.stringify([answer.text, logged, audited])).not.toContain("secret-project");
  });

  describe("that calls itself otherwise than OIDC_ISSUER does", () => {
    const misnamed = async () => {
      const { answers, issuer } = await providers.start();
      const { metadata } = answers;
      answers.metadata = () => ({ ...(metadata(issuer) as Record<string, unknown>), issuer: `${issuer}/realms/desk` });
      return { issuer, desk: createAuthDesk(db(), oidcSettings(`${issuer}/realms/desk/`)) };
    };

    it("is told to an administrator, with both spellings", async () => {
      const { issuer, desk } = await misnamed();
      const page = await desk.app.request(`${deskUrl}/auth/sign-in`);
      expect(page.status).toBe(503);
      expect(await page.text()).toContain(
        `OIDC_ISSUER is ${issuer}/realms/desk/, but the identity provider calls itself ${issuer}/realms/desk.`,
      );
      expect(desk.logged).toMatchObject([{ code: "issuer_mismatch" }]);
    });

    it("is logged at start, with both spellings", async () => {
      const { issuer, desk } = await misnamed();
      await desk.lookUpProvider();
      expect(desk.logged).toEqual([
        {
          level: 50,
          configured: `${issuer}/realms/desk/`,
          told: `${issuer}/realms/desk`,
          msg: "OIDC_ISSUER is not what the identity provider calls itself: nobody can sign in",
        },
      ]);
    });
  });

  it.each<[string, number, object]>([
    ["nothing is found there", 404, { code: "no_provider_there" }],
    ["it leads elsewhere", 302, { code: "no_provider_there" }],
    ["somebody has to sign in there", 401, { code: "no_provider_there" }],
    ["it is broken", 500, { code: "provider_unavailable" }],
    ["it is busy", 429, { code: "provider_unavailable" }],
  ])("that is another server's address is not taken for an outage: %s", async (_, status, logged) => {
    const { answers, issuer } = await providers.start();
    answers.metadata = () => status;
    const desk = createAuthDesk(db(), oidcSettings(issuer));
    const page = await (await desk.app.request(`${deskUrl}/auth/sign-in`)).text();
    expect(page.includes(`what answers there is no identity provider (HTTP ${status})`)).toBe(status < 429);
    expect(desk.logged).toMatchObject([logged]);
    await desk.lookUpProvider();
    expect(desk.logged.at(-1)).toMatchObject({ level: status < 429 ? 50 : 40 });
  });

  it("is logged at start when it is down, and when it is there", async () => {
    const provider = await providers.start();
    const desk = createAuthDesk(db(), oidcSettings(provider.issuer));
    await desk.lookUpProvider();
    await provider.close();
    const late = createAuthDesk(db(), oidcSettings(provider.issuer));
    await late.lookUpProvider();
    expect([...desk.logged, ...late.logged]).toEqual([
      { level: 30, issuer: `${provider.issuer}/`, msg: "identity provider found" },
      {
        level: 40,
        error: { name: "Error", code: "ECONNREFUSED" },
        msg: "the identity provider can't be reached; sign-in will try again",
      },
    ]);
  });
});
