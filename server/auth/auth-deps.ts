import type { Config } from "../config/config";
import type { Database } from "../db/database";
import type { AuditWriter } from "../audit/audit-entry";
import type { Pushes } from "../push/push";
import type { DeskCookies } from "./cookies";
import type { DevelopmentPerson } from "./development-people";
import type { IdentityProvider } from "./identity-provider";
import type { SessionChecks } from "./session-checks";
import type { Sessions } from "./sessions";

/** What the routes of signing in and out work with. */
export type AuthDeps = {
  readonly config: Config;
  readonly db: Database;
  readonly now: () => number;
  readonly audit: AuditWriter;
  readonly pushes: Pushes;
  readonly sessions: Sessions;
  readonly cookies: DeskCookies;
  /** Absent where the identity provider cannot be asked about sessions. */
  readonly checks?: SessionChecks | undefined;
  /** Absent with the development sign-in. */
  readonly identityProvider: IdentityProvider | undefined;
  /** Whom the development sign-in offers; made-up people when absent. */
  readonly developmentPeople?: readonly DevelopmentPerson[];
};
