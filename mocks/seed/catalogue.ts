import { people, type PersonKey } from "./people/all";

/** A hand-written person as tests and the README look them up. */
export type CatalogueEntry = {
  key: PersonKey;
  /** Null for somebody who came without one. */
  referenceId: string | null;
  /** One line: what there is to see. */
  shows: string;
  /** The way of losing access this person shows, when it is one. */
  lostAccess?: LostAccess;
};

/** Ways of losing access that evidence of the API can tell apart (Persona docs: Inquiry expiration, Inquiry sessions, Inquiry links). */
export const lostAccess = [
  "window elapsed before starting",
  "window elapsed midway",
  "expired by staff",
  "token lost, session alive",
  "session expired, inquiry alive",
  "dedicated link reopened without a token",
  "one-time link used or too old",
  "session limit reached",
  "already finished",
  "redacted",
  "another inquiry through a static link",
  "template inactive",
  "wrong environment",
  "account archived by consolidation",
  "camera, browser or network",
] as const;
export type LostAccess = (typeof lostAccess)[number];

const lostBy: Partial<Record<PersonKey, LostAccess>> = {
  "emma-fischer": "window elapsed before starting",
  "benedikt-huber": "window elapsed before starting",
  "oscar-lund": "window elapsed midway",
  "ines-caldeira": "window elapsed midway",
  "old-version": "window elapsed midway",
  "fatima-haddad": "expired by staff",
  "lucas-meyer": "token lost, session alive",
  "aaron-feld": "token lost, session alive",
  "giulia-rossi": "session expired, inquiry alive",
  "paul-dubois": "dedicated link reopened without a token",
  "anna-kowalska": "one-time link used or too old",
  "peter-ashworth": "one-time link used or too old",
  "ben-carter": "session limit reached",
  "lea-moreau": "already finished",
  "jack-thornton": "already finished",
  "nadia-rahman": "already finished",
  "redacted-inquiry": "redacted",
  "redacted-account": "redacted",
  "dimitra-papadaki": "another inquiry through a static link",
  "static-link-walkin": "another inquiry through a static link",
  "ibrahim-sesay": "template inactive",
  "retired-template": "template inactive",
  "wrong-environment": "wrong environment",
  "kwame-mensah": "account archived by consolidation",
  "sinead-walsh": "camera, browser or network",
};

/** Everybody written by hand. */
export const catalogue: readonly CatalogueEntry[] = people.map(({ key, referenceId, shows }) => {
  const cause = lostBy[key];
  return { key, referenceId, shows, ...(cause !== undefined && { lostAccess: cause }) };
});

/** The reference ID of somebody who has one. @throws Error for somebody who has none */
export function referenceIdOf(key: PersonKey): string {
  const referenceId = catalogue.find((entry) => entry.key === key)?.referenceId;
  if (referenceId == null) throw new Error(`${key} has no reference ID`);
  return referenceId;
}
