import { type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deskUrl } from "@test/server/support/auth-desk";
import { describeOnSharedDatabase } from "@test/server/support/databases";
import { clientId, clientSecret, createForgedDesk, forgingProviders, signed } from "@test/server/support/forged-sign-in";
import { type ForgingProvider, newSigningKey, publicJwk, type SigningKey } from "@test/server/support/forging-provider";

const stranger = newSigningKey("first");
const event = { "http://schemas.openid.net/event/backchannel-logout": {} };
const seconds = () => Math.floor(Date.now() / 1000);
let number = 0;

describeOnSharedDatabase("back-channel logout", (db) => {
  const providers = forgingProviders();
  let provider: ForgingProvider;
  let key: SigningKey = stranger;
  beforeAll(async () => {
    provider = await providers.start();
    key = provider.keys[0] ?? stranger;
  });
  afterAll(() => providers.closeAll());

  /** A desk with two sessions of somebody nobody else in these tests is, known to the provider as `s1` and `s2` of theirs. */
  async function signedIn() {
    const sub = `maya-${(number += 1)}`;
    const desk = createForgedDesk(db(), provider);
    const signIn = (sid?: string) => desk.signIn((claims) => signed(claims, key), { sub, ...(sid === undefined ? {} : { sid }) });
    const [first, second] = [await signIn(`s1-${sub}`), await signIn(`s2-${sub}`)];
    const claims = (more: JWTPayload = {}): JWTPayload => ({
      iss: provider.issuer,
      aud: clientId,
      iat: seconds(),
      exp: seconds() + 120,
      jti: `token-${(number += 1)}`,
      events: event,
      sub,
      ...more,
    });
    const post = (body: Record<string, string>) =>
      desk.app.request(`${deskUrl}/auth/back-channel-logout`, { method: "POST", body: new URLSearchParams(body) });
    const status = async ({ browser }: typeof first) => (await browser.call(`${deskUrl}/desk/v1/session`)).status;
    const statuses = async () => [await status(first), await status(second)];
    return { ...desk, sub, signIn, claims, post, status, statuses, send: (token: string) => post({ logout_token: token }) };
  }

  it("ends all sessions of somebody by sub, at once, with a record", async () => {
    const { claims, send, statuses, audited, logged, sub } = await signedIn();
    const answer = await send(await signed(claims(), key, { typ: "logout+jwt" }));
    expect([answer.status, answer.headers.get("cache-control"), await answer.text()]).toEqual([200, "no-store", ""]);
    expect(await statuses()).toEqual([401, 401]);
    expect(audited.at(-1)).toMatchObject({
      action: "end-session",
      outcome: "done",
      actor: { type: "system", name: "Identity provider" },
      subject: { type: "person" },
      details: { sessions: 2 },
    });
    expect(JSON.stringify(logged)).not.toContain(sub);
  });

  it("ends one session by sid, with or without sub", async () => {
    const { claims, send, statuses, sub } = await signedIn();
    expect((await send(await signed(claims({ sub: undefined, sid: `s1-${sub}` }), key))).status).toBe(200);
    expect(await statuses()).toEqual([401, 200]);
    expect((await send(await signed(claims({ sid: `s2-${sub}` }), key))).status).toBe(200);
    expect(await statuses()).toEqual([401, 401]);
  });

  it("ends a session whose sid was never told with the person's, when both are told", async () => {
    const { claims, send, statuses, signIn, status, sub } = await signedIn();
    const untold = await signIn();
    await send(await signed(claims({ sid: `s1-${sub}` }), key));
    expect([...(await statuses()), await status(untold)]).toEqual([401, 200, 401]);
  });

  it("of somebody or of a session that is not here is fine, and ends nothing", async () => {
    const { claims, send, statuses, audited } = await signedIn();
    const before = audited.length;
    expect((await send(await signed(claims({ sub: "nobody" }), key))).status).toBe(200);
    expect((await send(await signed(claims({ sub: undefined, sid: "s9" }), key))).status).toBe(200);
    expect((await send(await signed(claims({ sub: "nobody", sid: "s1" }), key))).status).toBe(200);
    expect(await statuses()).toEqual([200, 200]);
    expect(audited).toHaveLength(before);
  });

  it("counts once", async () => {
    const { claims, send, signIn, status } = await signedIn();
    const token = await signed(claims(), key);
    expect((await send(token)).status).toBe(200);
    const again = await signIn();
    const both = await Promise.all([send(token), send(token)]);
    expect(both.map((answer) => answer.status)).toEqual([400, 400]);
    expect(await status(again)).toBe(200);
  });

  const forgeries: readonly (readonly [string, (claims: JWTPayload) => string | Promise<string>])[] = [
    ["unsigned", (claims) => new UnsecuredJWT(claims).encode()],
    ["signed by a stranger under the provider's kid", (claims) => signed(claims, stranger)],
    ["signed by a stranger under an unknown kid", (claims) => signed(claims, stranger, { kid: "other" })],
    ["signed by a stranger who brings the key along", async (claims) => signed(claims, stranger, { jwk: await publicJwk(stranger) })],
    [
      "signed by HS256 with the client's secret",
      (claims) => new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "first" }).sign(new TextEncoder().encode(clientSecret)),
    ],
    [
      "signed by HS256 with the public key",
      async (claims) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: "HS256", kid: "first" })
          .sign(new TextEncoder().encode(JSON.stringify(await publicJwk(key)))),
    ],
    ["of another type", (claims) => signed(claims, key, { typ: "at+jwt" })],
    ["for another client", (claims) => signed({ ...claims, aud: "another" }, key)],
    ["of another issuer", (claims) => signed({ ...claims, iss: "https://evil.example" }, key)],
    ["with a nonce, such as an ID token has", (claims) => signed({ ...claims, nonce: "n" }, key)],
    ["with an empty nonce", (claims) => signed({ ...claims, nonce: "" }, key)],
    ["without events", (claims) => signed({ ...claims, events: undefined }, key)],
    ["with another event", (claims) => signed({ ...claims, events: { "http://schemas.openid.net/event/other": {} } }, key)],
    ["with events as a list", (claims) => signed({ ...claims, events: Object.keys(event) }, key)],
    ["with an event that is no object", (claims) => signed({ ...claims, events: { [Object.keys(event)[0] ?? ""]: true } }, key)],
    ["without sub and sid", (claims) => signed({ ...claims, sub: undefined }, key)],
    ["with a sub of NUL", (claims) => signed({ ...claims, sub: "maya\0" }, key)],
    ["with a sid that is no text", (claims) => signed({ ...claims, sid: 7 }, key)],
    ["without jti", (claims) => signed({ ...claims, jti: undefined }, key)],
    ["without iat", (claims) => signed({ ...claims, iat: undefined }, key)],
    ["expired", (claims) => signed({ ...claims, exp: seconds() - 60 }, key)],
    ["an hour old", (claims) => signed({ ...claims, iat: seconds() - 3600, exp: seconds() + 3600 }, key)],
    ["no token", () => "not.a.token"],
    ["nothing", () => ""],
  ];

  it.each(forgeries)("that is %s ends nothing", async (_what, forge) => {
    const { claims, send, statuses, audited } = await signedIn();
    const before = audited.length;
    const answer = await send(await forge(claims()));
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([400, "no-store"]);
    expect(await statuses()).toEqual([200, 200]);
    expect(audited).toHaveLength(before);
  });

  it("without a token, or with two, is malformed", async () => {
    const { post, app } = await signedIn();
    expect((await post({})).status).toBe(400);
    expect((await app.request(`${deskUrl}/auth/back-channel-logout`, { method: "POST", body: "{}" })).status).toBe(400);
    expect((await app.request(`${deskUrl}/auth/back-channel-logout`)).status).toBe(404);
  });

  it("is not taken on trust while the keys cannot be read", async () => {
    const own = await providers.start();
    const desk = createForgedDesk(db(), own);
    own.answers.jwks = async () => 503;
    const [ownKey] = own.keys;
    const claims = { iss: own.issuer, aud: clientId, iat: seconds(), exp: seconds() + 60, jti: "j", events: event, sub: "maya" };
    const body = new URLSearchParams({ logout_token: await signed(claims, ownKey ?? stranger) });
    expect((await desk.app.request(`${deskUrl}/auth/back-channel-logout`, { method: "POST", body })).status).toBe(503);
  });

  it("takes at most 600 a minute from one address", async () => {
    const { post } = await signedIn();
    expect((await post({})).status).toBe(400);
    await db().query("update call_counts set calls = 600 where caller like 'back-channel %'");
    expect((await post({})).status).toBe(429);
  });
});
