import type { JWTPayload } from "jose";
import { afterEach, expect, it } from "vitest";
import type { Role } from "@/domain/viewer";
import { createPresentRoles } from "@server/auth/present-roles";
import { deskUrl } from "@test/server/support/auth-desk";
import { describeOnEachDatabase, type TestDatabase } from "@test/server/support/databases";
import { createForgedDesk, forgingProviders, signed } from "@test/server/support/forged-sign-in";
import type { Told } from "@test/server/support/forging-provider";

const minutes = (count: number) => count * 60_000;

describeOnEachDatabase("somebody who is signed in", (fresh) => {
  const providers = forgingProviders();
  afterEach(() => providers.closeAll());

  /** Signed in as a lead. @param given members of the token endpoint's answer, besides the tokens that every sign-in has */
  async function signedIn(given: Record<string, unknown> = { refresh_token: "refresh-1", expires_in: 300 }, claims: JWTPayload = {}) {
    const [db, provider] = [await fresh(), await providers.start()];
    const desk = createForgedDesk(db, provider);
    const [key] = provider.keys;
    if (!key || !desk.checks) throw new Error("Nothing can be checked");
    const { sweep } = desk.checks;
    const { browser } = await desk.signIn((right) => signed(right, key), claims, given);
    /** What the token endpoint was asked with, and answers from now on. */
    const used: (string | null)[] = [];
    const refreshTells = (more: JWTPayload | Told, answer: Record<string, unknown> = {}) => {
      provider.answers.token = async (form) => {
        used.push(form.get("refresh_token"));
        if (typeof more === "number" || "error" in more) return more as Told;
        const id_token = await signed({ ...desk.claimsOf(""), nonce: undefined, ...more }, key);
        return { access_token: "another", token_type: "Bearer", expires_in: 300, id_token, ...answer };
      };
    };
    return {
      ...desk,
      db,
      provider,
      used,
      refreshTells,
      status: async () => (await browser.call(`${deskUrl}/desk/v1/session`)).status,
      extend: async () => (await browser.call(`${deskUrl}/desk/v1/session/extend`, "POST")).status,
      life: async () => (await (await browser.call(`${deskUrl}/desk/v1/session/extend`, "POST")).json()) as { absoluteExpiresAt: string },
      signInAgain: (more: JWTPayload, tokens: Record<string, unknown> = {}) => desk.signIn((right) => signed(right, key), more, tokens),
      signOut: () => browser.call(`${deskUrl}/desk/v1/session/end`, "POST", { everywhere: false }),
      /** Some time goes by, and an instance looks at what is due. */
      later: async (ms: number) => {
        desk.clock.ms += ms;
        await sweep();
      },
      sweep,
    };
  }
  const stored = async (db: TestDatabase) => db.query<{ tokens: string }>("select tokens from session_checks");

  const present = async (db: TestDatabase) => {
    const [person] = await db.query<{ id: string }>("select id from people");
    return createPresentRoles({ db }).of(person?.id ?? "");
  };

  it("is asked about every ten minutes, with the newest refresh token, which is stored sealed", async () => {
    const { later, status, used, refreshTells, db } = await signedIn();
    refreshTells({}, { refresh_token: "refresh-2" });
    await later(minutes(10) - 1);
    expect(used).toEqual([]);
    await later(1);
    expect(used).toEqual(["refresh-1"]);
    refreshTells({});
    await later(minutes(10) - 1);
    await later(1);
    await later(minutes(9));
    expect([used, await status()]).toEqual([["refresh-1", "refresh-2"], 200]);
    const [row] = await stored(db);
    expect(Buffer.from(row?.tokens ?? "", "base64url").toString("latin1")).not.toContain("refresh");
    expect(row?.tokens).not.toContain("refresh");
  });

  it.each<[string, JWTPayload | Told, string, Role | null]>([
    ["without a role", { groups: [] }, "The identity provider gives no role any more", null],
    ["without the claim", { groups: undefined }, "The identity provider gives no role any more", null],
    ["with another role", { groups: ["desk-reviewers"] }, "The identity provider gives another role", "reviewer"],
    ["refused", { error: "invalid_grant" }, "The identity provider no longer vouches for the session", null],
    ["somebody else", { sub: "ruth" }, "The identity provider no longer vouches for the session", null],
  ])("is signed out when they are %s there, and is that from now on", async (_what, told, reason, role) => {
    const { later, status, refreshTells, audited, pushes, db, provider } = await signedIn();
    provider.answers.userinfo = () => ({ sub: "maya" });
    refreshTells(told);
    const before = pushes.all.length;
    expect(await present(db)).toBe("lead");
    await later(minutes(10));
    expect(await status()).toBe(401);
    expect(await present(db)).toBe(role);
    expect(audited.at(-1)).toMatchObject({
      action: "end-session",
      outcome: "done",
      reason,
      actor: { type: "system" },
      details: { sessions: 1 },
    });
    expect(pushes.all.slice(before).map(({ change }) => change.type)).toEqual(["session"]);
    expect(await stored(db)).toEqual([]);
  });

  it("keeps their role while the provider vouches for another session of theirs", async () => {
    const { later, signInAgain, refreshTells, db } = await signedIn();
    await later(minutes(5));
    await signInAgain({}, { refresh_token: "refresh-2", expires_in: 300 });
    refreshTells({ error: "invalid_grant" });
    await later(minutes(5));
    expect(await present(db)).toBe("lead");
    await later(minutes(5));
    expect(await present(db)).toBeNull();
  });

  it("has no role any more once a sign-in gives them none", async () => {
    const { signInAgain, db } = await signedIn();
    expect(await signInAgain({ groups: [] })).toMatchObject({ status: 403 });
    expect(await present(db)).toBeNull();
    await signInAgain({});
    expect(await present(db)).toBe("lead");
  });

  it.each<[string, Told]>([
    ["down", 503],
    ["not accepting the desk itself", { error: "invalid_client" }],
  ])("stays so while the provider is %s, which is logged once, and is asked about again", async (_what, told) => {
    const { later, status, extend, refreshTells, used, logged, audited } = await signedIn();
    const before = audited.length;
    refreshTells(told);
    for (let times = 0; times < 4; times += 1) {
      await later(minutes(10));
      await extend();
    }
    expect([await status(), used.length, audited.length - before]).toEqual([200, 4, 0]);
    expect(logged.filter(({ msg }) => msg === "a session could not be checked with the identity provider")).toHaveLength(1);
    refreshTells({ groups: [] });
    await later(minutes(10));
    expect(await status()).toBe(401);
  });

  it("is not signed out because an answer tells nothing of the role", async () => {
    const { later, status, provider, used } = await signedIn();
    provider.answers.token = (form) => {
      used.push(form.get("refresh_token"));
      return { access_token: "another", token_type: "Bearer" };
    };
    provider.answers.userinfo = () => ({ sub: "maya" });
    await later(minutes(10));
    expect([await status(), used]).toEqual([200, ["refresh-1"]]);
  });

  it("keeps the new refresh token when UserInfo fails after it was given", async () => {
    const { later, status, used, refreshTells } = await signedIn();
    refreshTells({ groups: undefined }, { refresh_token: "refresh-2", id_token: undefined });
    await later(minutes(10));
    await later(minutes(10));
    expect([await status(), used]).toEqual([200, ["refresh-1", "refresh-2"]]);
  });

  it("is asked about once, however many instances look", async () => {
    const { clock, sweep, used, refreshTells } = await signedIn();
    refreshTells({});
    clock.ms += minutes(10);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(used).toEqual(["refresh-1"]);
  });

  it("lives as long as configured where there is a refresh token", async () => {
    const checked = await signedIn();
    expect(Date.parse((await checked.life()).absoluteExpiresAt) - checked.clock.ms).toBe(minutes(12 * 60));
  });

  it("without a refresh token lives for four hours, and is asked about while the access token lives", async () => {
    const { later, status, life, clock, provider, db } = await signedIn({ expires_in: 1500 }, { groups: ["desk-leads"] });
    provider.answers.userinfo = () => ({ sub: "maya", groups: ["desk-leads"] });
    expect(Date.parse((await life()).absoluteExpiresAt) - clock.ms).toBe(minutes(4 * 60));
    await later(minutes(10));
    await later(minutes(10));
    expect([provider.asked("/userinfo"), await status(), (await stored(db)).length]).toEqual([2, 200, 1]);
    await later(minutes(9));
    await later(minutes(9));
    expect([provider.asked("/userinfo"), (await stored(db)).length]).toEqual([2, 0]);
  });

  it.each<[string, Told]>([
    ["no role", { sub: "maya", groups: [] }],
    ["another role", { sub: "maya", groups: ["desk-reviewers"] }],
  ])("without a refresh token is signed out when UserInfo tells %s", async (_what, told) => {
    const { later, status, provider } = await signedIn({ expires_in: 1500 });
    provider.answers.userinfo = () => told;
    await later(minutes(10));
    expect(await status()).toBe(401);
  });

  it("lives for four hours from the sign-in once the client's secret was replaced", async () => {
    const { db, provider, clock, life, status } = await signedIn();
    const began = clock.ms;
    clock.ms += minutes(10);
    const after = createForgedDesk(db, provider, { OIDC_CLIENT_SECRET: "a new secret" });
    after.clock.ms = clock.ms;
    await after.checks?.sweep();
    expect([await status(), await stored(db)]).toEqual([200, []]);
    expect(Date.parse((await life()).absoluteExpiresAt) - began).toBe(minutes(4 * 60));
  });

  it("leaves nothing to ask with when they sign out", async () => {
    const left = await signedIn();
    expect(await stored(left.db)).toHaveLength(1);
    await left.signOut();
    expect(await stored(left.db)).toEqual([]);
  });

  it("leaves nothing to ask with when they were away too long", async () => {
    const { db, clock, sweep, provider } = await signedIn();
    clock.ms += minutes(30);
    const before = provider.asked("/token");
    await sweep();
    expect([await stored(db), provider.asked("/token") - before]).toEqual([[], 0]);
  });
});
