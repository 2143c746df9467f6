import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Configuration, type KoaContextWithOIDC, Provider } from "oidc-provider";
import { identityProviderStore } from "./identity-provider-store";

/** Somebody with an account at the identity provider. */
export type Account = {
  readonly subject: string;
  readonly name: string;
  readonly emailAddress: string;
  readonly groups: readonly string[];
};

export type IdentityProviderOptions = {
  /** Of the desk: `http://127.0.0.1:8080`. */
  readonly deskUrl: string;
  readonly accounts: readonly Account[];
  readonly clientId?: string;
  /** A public client where absent. */
  readonly clientSecret?: string;
  /** Any free one when absent. */
  readonly port?: number;
  /** Claims in the ID token, as most companies' providers do, or at the UserInfo endpoint alone. */
  readonly claimsIn?: "idToken" | "userInfo";
};

/** Starts an OpenID provider on loopback. Its sign-in page has a button for each account, and one that refuses. */
export async function startIdentityProvider(options: IdentityProviderOptions) {
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  // listening on TCP, so it is no pipe's name
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationOf(options));
  const callback = provider.callback();
  handle = (request, response) =>
    request.url?.startsWith("/interaction/")
      ? interact(provider, options.accounts, request, response).catch(() => response.writeHead(400).end("Nobody is signing in here"))
      : callback(request, response);
  return {
    issuer: new URL(issuer),
    clientId: options.clientId ?? "inquiry-desk",
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function interact(provider: Provider, accounts: readonly Account[], request: IncomingMessage, response: ServerResponse) {
  if (request.method === "POST") {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const accountId = new URLSearchParams(body).get("account") ?? "";
    const result =
      accountId === "" ? { error: "access_denied", error_description: "The person did not sign in" } : { login: { accountId } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    return;
  }
  const buttons = accounts.map(({ subject, name }) => `<button name="account" value="${subject}">${name}</button>`).join("");
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(`<title>Identity provider</title><form method="post">${buttons}<button name="account" value="">Cancel</button></form>`);
}

function configurationOf({ accounts, clientId, clientSecret, claimsIn, deskUrl }: IdentityProviderOptions): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const account = (subject: string) => accounts.find((one) => one.subject === subject);
  const minutes = 60;
  return {
    adapter: identityProviderStore(),
    ttl: { AccessToken: 5 * minutes, IdToken: 5 * minutes, Interaction: 30 * minutes, Session: 60 * minutes, Grant: 60 * minutes },
    clients: [
      {
        client_id: clientId ?? "inquiry-desk",
        ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
        token_endpoint_auth_method: clientSecret === undefined ? "none" : "client_secret_basic",
        redirect_uris: [`${deskUrl}/auth/callback`],
        post_logout_redirect_uris: [`${deskUrl}/auth/signed-out`],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    cookies: { keys: ["loopback"] },
    claims: { openid: ["sub"], profile: ["name", "groups"], email: ["email"] },
    conformIdTokenClaims: claimsIn === "userInfo",
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { logoutSource } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, subject) => {
      const found = account(subject);
      if (!found) return undefined;
      const { name, emailAddress: email, groups } = found;
      return { accountId: subject, claims: () => ({ sub: subject, name, email, groups: [...groups] }) };
    },
    loadExistingGrant: grantEverything,
  };
}

/** @param form of the library, which ends the session when it is sent with `logout` */
function logoutSource(context: KoaContextWithOIDC, form: string) {
  context.body = `<title>Sign out</title>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
}

/** Nobody is asked whether the company's own tool may know who they are. */
async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
  grant.addOIDCScope("openid profile email");
  await grant.save();
  return grant;
}
