import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, type JWK } from "jose";

export type SigningKey = {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
};

export function newSigningKey(kid: string): SigningKey {
  return { kid, ...generateKeyPairSync("rsa", { modulusLength: 2048 }) };
}

/** First keys of providers that are closed: making one takes longer than most tests. Those that run at the same time never share one. */
const spareKeys: SigningKey[] = [];

/** An answer of an endpoint: JSON, or a status alone. */
export type Told = Readonly<Record<string, unknown>> | number;

/**
 * An identity provider that says what a test tells it to, right or forged. Nobody signs in at it: a test takes the address the browser
 * was sent to and goes on to the callback.
 */
export async function startForgingProvider() {
  const lent = [spareKeys.pop() ?? newSigningKey("first")];
  const keys = [...lent];
  const counts = new Map<string, number>();
  const answers = {
    metadata: (issuer: string): Told => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      userinfo_endpoint: `${issuer}/userinfo`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256", "ES256", "HS256", "none"],
    }),
    jwks: async (): Promise<Told> => ({ keys: await Promise.all(keys.map(publicJwk)) }),
    token: (_form: URLSearchParams): Told | Promise<Told> => 400,
    userinfo: (_accessToken: string): Told => 503,
  };

  const server = createServer((request, response) => {
    const answer = async (): Promise<Told> => {
      const path = request.url ?? "";
      counts.set(path, (counts.get(path) ?? 0) + 1);
      if (path.endsWith("/.well-known/openid-configuration")) return answers.metadata(issuer);
      if (path === "/jwks") return answers.jwks();
      if (path === "/userinfo") return answers.userinfo((request.headers.authorization ?? "").replace("Bearer ", ""));
      let body = "";
      for await (const chunk of request) body += String(chunk);
      return path === "/token" ? answers.token(new URLSearchParams(body)) : 404;
    };
    answer().then(
      (told) => {
        const [status, body] = typeof told === "number" ? [told, {}] : ["error" in told ? 400 : 200, told];
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      },
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // listening on TCP, so it is no pipe's name
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    /** The keys it publishes; a test may add and take away. */
    keys,
    answers,
    /** How often a path was asked for. */
    asked: (path: string) => counts.get(path) ?? 0,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        // once, however often it is closed
        spareKeys.push(...lent.splice(0));
      }),
  };
}

export type ForgingProvider = Awaited<ReturnType<typeof startForgingProvider>>;

export async function publicJwk({ kid, publicKey }: SigningKey): Promise<JWK> {
  return { ...(await exportJWK(publicKey)), kid, use: "sig", alg: "RS256" };
}
