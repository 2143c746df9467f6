import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import { IssuerMismatch, NoProviderThere } from "./discovery";
import type { IdentityProvider } from "./identity-provider";

/** What lies at the bottom of it: a refused connection, a name that is not known, a certificate that is not trusted. */
function rootKind(error: unknown) {
  let root = error;
  while (root instanceof Error && root.cause !== undefined) root = root.cause;
  return errorKind(root);
}

/** Looks the identity provider up and logs what comes of it, so that a wrong issuer is known before somebody wants to sign in. Never throws. */
export async function lookUpAtStart(identityProvider: IdentityProvider | undefined, log: Logger): Promise<void> {
  if (!identityProvider) return;
  try {
    log.info({ issuer: await identityProvider.lookUp() }, "identity provider found");
  } catch (error) {
    if (error instanceof IssuerMismatch) {
      const { configured, told } = error;
      log.error({ configured, told }, "OIDC_ISSUER is not what the identity provider calls itself: nobody can sign in");
    } else if (error instanceof NoProviderThere) {
      const { configured, status } = error;
      log.error({ configured, status }, "what answers at OIDC_ISSUER is no identity provider: nobody can sign in");
    } else {
      log.warn({ error: rootKind(error) }, "the identity provider can't be reached; sign-in will try again");
    }
  }
}
