import { exportSPKI, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterEach, expect, it, vi } from "vitest";
import { describeOnSharedDatabase } from "@test/server/support/databases";
import { clientSecret, createForgedDesk, forgingProviders, signed } from "@test/server/support/forged-sign-in";
import { type ForgingProvider, newSigningKey, publicJwk } from "@test/server/support/forging-provider";

const secret = (text: string) => new TextEncoder().encode(text);
const hs256 = (claims: JWTPayload, key: string, kid = "first") =>
  new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid }).sign(secret(key));
const stranger = newSigningKey("first");
const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

type Forge = (claims: JWTPayload, provider: ForgingProvider) => string | Promise<string>;
const firstKey = ({ keys }: ForgingProvider) => keys[0] ?? stranger;
const withClaims =
  (more: JWTPayload): Forge =>
  (claims, provider) =>
    signed({ ...claims, ...more }, firstKey(provider));

const forgeries: readonly (readonly [string, Forge])[] = [
  ["unsigned", (claims) => new UnsecuredJWT(claims).encode()],
  [
    "unsigned, with the signature of another",
    async (claims, provider) => {
      const [, , signature] = (await signed(claims, firstKey(provider))).split(".");
      return `${new UnsecuredJWT(claims).encode()}${signature}`;
    },
  ],
  ["signed by HS256 with the public key", async (claims, provider) => hs256(claims, await exportSPKI(firstKey(provider).publicKey))],
  [
    "signed by HS256 with the public key as JWK",
    async (claims, provider) => hs256(claims, JSON.stringify(await publicJwk(firstKey(provider)))),
  ],
  ["signed by HS256 with the client's secret", (claims) => hs256(claims, clientSecret)],
  ["signed by a stranger under the provider's kid", (claims) => signed(claims, stranger)],
  ["signed by a stranger under no kid", (claims) => signed(claims, stranger, { kid: undefined })],
  ["signed by a stranger under an unknown kid", (claims) => signed(claims, stranger, { kid: "other" })],
  ["signed by a stranger who brings the key along", async (claims) => signed(claims, stranger, { jwk: await publicJwk(stranger) })],
  [
    "signed by a stranger who tells where the key is",
    (claims) => signed(claims, stranger, { kid: "other", jku: "http://127.0.0.1:9/jwks", x5u: "http://127.0.0.1:9/x5u" }),
  ],
  [
    "changed after it was signed",
    async (claims, provider) => {
      const [header, , signature] = (await signed(claims, firstKey(provider))).split(".");
      const changed = Buffer.from(JSON.stringify({ ...claims, sub: "ruth" })).toString("base64url");
      return `${header}.${changed}.${signature}`;
    },
  ],
  ["cut off before its signature", async (claims, provider) => (await signed(claims, firstKey(provider))).replace(/\.[^.]*$/, ".")],
  ["for another client", withClaims({ aud: "another-client" })],
  ["for two clients, without saying which", withClaims({ aud: ["inquiry-desk", "another-client"] })],
  ["of another issuer", withClaims({ iss: "https://evil.example" })],
  ["of another sign-in", withClaims({ nonce: "another-nonce" })],
  ["of no sign-in", withClaims({ nonce: undefined })],
  ["expired", withClaims({ iat: ago(900), exp: ago(600) })],
  ["without an end", withClaims({ exp: undefined })],
  ["of nobody", withClaims({ sub: undefined })],
  ["of somebody with an empty name", withClaims({ sub: "" })],
  ["of somebody called a blank", withClaims({ sub: " " })],
  ["of somebody with a name of 256 characters", withClaims({ sub: "m".repeat(256) })],
  ["of somebody with NUL in the subject", withClaims({ sub: "maya\0" })],
  ["of somebody with half a surrogate pair in the subject", withClaims({ sub: "maya\ud800" })],
];

describeOnSharedDatabase("an ID token", (db) => {
  const providers = forgingProviders();
  afterEach(async () => {
    vi.useRealTimers();
    await providers.closeAll();
  });

  it("lets its bearer in when it is right", async () => {
    const provider = await providers.start();
    const { signIn } = createForgedDesk(db(), provider);
    expect(await signIn((claims) => signed(claims, firstKey(provider)))).toMatchObject({ status: 303, cookie: expect.any(String) });
  });

  it.each(forgeries)("that is %s lets nobody in", async (_what, forge) => {
    const provider = await providers.start();
    const { signIn, audited } = createForgedDesk(db(), provider);
    expect(await signIn((claims) => forge(claims, provider))).toMatchObject({ status: 502, cookie: undefined });
    expect(audited).toEqual([]);
  });

  it("is not taken on trust while the keys cannot be read", async () => {
    const provider = await providers.start();
    provider.answers.jwks = async () => 503;
    const { signIn, audited } = createForgedDesk(db(), provider);
    const answer = await signIn((claims) => signed(claims, firstKey(provider)));
    expect(answer).toMatchObject({ status: 503, cookie: undefined });
    expect(answer.text).toContain("Sign-in is not available");
    expect(audited).toEqual([]);
  });

  it("is checked with a new key once there is one, and unknown keys are looked up once a minute at most", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const provider = await providers.start();
    const { signIn } = createForgedDesk(db(), provider);
    const statusWith = async (key = firstKey(provider)) => (await signIn((claims) => signed(claims, key))).status;
    expect(await statusWith()).toBe(303);
    const next = newSigningKey("second");
    for (let times = 0; times < 5; times += 1) expect(await statusWith(next)).toBe(502);
    expect(provider.asked("/jwks")).toBe(1);
    provider.keys.splice(0, 1, next);
    vi.setSystemTime(Date.now() + 61_000);
    expect(await statusWith(next)).toBe(303);
    expect(provider.asked("/jwks")).toBe(2);
    expect(await statusWith(stranger)).toBe(502);
  });
});
