import * as oidc from "openid-client";
import { z } from "zod";
import type { SignInConfig } from "../config/config";

export type OidcConfig = Extract<SignInConfig, { kind: "oidc" }>;
const timeoutSeconds = 10;

/** The identity provider cannot be reached, or answers nonsense: worth another try later. */
export class IdentityProviderUnavailable extends Error {}

/** The provider calls itself otherwise than OIDC_ISSUER does, if only by a last slash: somebody has to change the configuration. */
export class IssuerMismatch extends IdentityProviderUnavailable {
  readonly configured: string;
  readonly told: string;

  constructor(configured: string, told: string) {
    super("The identity provider calls itself otherwise than OIDC_ISSUER says");
    this.configured = configured;
    this.told = told;
  }
}

/** Something answers at OIDC_ISSUER, and it is no identity provider: somebody has to change the configuration. */
export class NoProviderThere extends IdentityProviderUnavailable {
  readonly configured: string;
  /** Of HTTP. */
  readonly status: number;

  constructor(configured: string, status: number) {
    super("No identity provider answers at OIDC_ISSUER");
    this.configured = configured;
    this.status = status;
  }
}

/**
 * Reads what the provider says of itself. Signatures of ID tokens and of signed UserInfo answers are checked from then on, with keys the
 * provider publishes: the library takes asymmetric algorithms alone, whatever the provider lists, reads the keys again after five minutes
 * and, for a key it does not know, after one.
 * @throws IssuerMismatch, NoProviderThere, IdentityProviderUnavailable
 */
export async function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<oidc.Configuration> {
  try {
    return await oidc.discovery(issuer, clientId, undefined, clientAuthentication(clientSecret), {
      timeout: timeoutSeconds,
      // the configuration lets http pass for a loopback host alone
      // oxlint-disable-next-line typescript/no-deprecated -- marked so to stand out, not to go: the library has no other way
      execute: [oidc.enableNonRepudiationChecks, ...(issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [])],
    });
  } catch (error) {
    const told = issuerToldBy(error);
    if (told !== undefined) throw new IssuerMismatch(issuer.href, told);
    const status = error instanceof oidc.ClientError && error.cause instanceof Response ? error.cause.status : 500;
    // a server that is busy or broken says so by these, whatever stands behind it
    if (status < 500 && status !== 429) throw new NoProviderThere(issuer.href, status);
    throw new IdentityProviderUnavailable("The identity provider could not be looked up", { cause: error });
  }
}

/** What the library tells of a document whose issuer is another than the one it was asked for. */
const wrongIssuer = z.looseObject({ attribute: z.literal("issuer"), body: z.looseObject({ issuer: z.string().min(1) }) });

function issuerToldBy(error: unknown): string | undefined {
  const cause = error instanceof oidc.ClientError ? error.cause : undefined;
  return wrongIssuer.safeParse(cause).data?.body.issuer.slice(0, 300);
}

/** Whether a call came to nothing because the provider, or the way to it, is down; anything else is an answer not to be believed. */
export function isOutage(error: unknown): boolean {
  if (error instanceof IdentityProviderUnavailable) return true;
  // what `fetch` throws; the library's own TypeErrors carry a code
  if (error instanceof TypeError) return !("code" in error);
  return error instanceof oidc.ClientError && outages.has(error.code ?? "");
}

const outages = new Set(["OAUTH_TIMEOUT", "OAUTH_ABORT", "OAUTH_RESPONSE_IS_NOT_CONFORM"]);

/** Whether an endpoint answered that it does not let the desk in. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof oidc.WWWAuthenticateChallengeError || error instanceof oidc.ResponseBodyError;

/** HTTP Basic, the method OpenID Connect presumes, unless the provider says that it takes the form only. None for a public client. */
function clientAuthentication(secret: string | undefined): oidc.ClientAuth {
  if (secret === undefined) return oidc.None();
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported;
    return (methods === undefined || methods.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
}
