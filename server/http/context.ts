import type { Logger } from "pino";
import type { Role } from "@/domain/viewer";

/** Who makes a request, as the session says. */
export type SignedIn = {
  /** What the database calls the session; not the secret in the cookie. */
  readonly sessionId: string;
  readonly user: { readonly id: string; readonly name: string; readonly emailAddress: string };
  readonly role: Role;
};

/** What middleware leaves for the routes behind it. `person` is set behind `requireSession` only. */
export type DeskVariables = {
  requestId: string;
  log: Logger;
  /** The caller's address, told by a trusted proxy where there is one. */
  remoteAddress: string;
  person: SignedIn;
  /** True while the request has not come to what it asks for, so that a failure means that nothing was done. */
  nothingDone?: boolean;
  /** Whatever the request changes is in one transaction of the desk's own: where the database gave that up, nothing was done either. */
  inOneTransaction?: true;
  /** The answer is a file of the build, the same for everybody. */
  isFile?: true;
};

export type DeskEnv = {
  Variables: DeskVariables;
};
