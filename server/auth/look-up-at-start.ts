import type { Logger } from "pino";
import { IssuerMismatch } from "./discovery";
import type { IdentityProvider } from "./identity-provider";

/** Looks the identity provider up and logs what comes of it, so that a wrong issuer is known before somebody wants to sign in. Never throws. */
export async function lookUpAtStart(identityProvider: IdentityProvider | undefined, log: Logger): Promise<void> {
  if (!identityProvider) return;
  try {
    log.info({ issuer: await identityProvider.lookUp() }, "identity provider found");
  } catch (error) {
    if (error instanceof IssuerMismatch) {
      const { configured, told } = error;
      log.error({ configured, told }, "OIDC_ISSUER is not what the identity provider calls itself: nobody can sign in");
    } else {
      log.warn("the identity provider does not answer; sign-in will try again");
    }
  }
}
