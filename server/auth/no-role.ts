import { joinWords } from "@/lib/words";
import type { Difference, NearMiss } from "./near-misses";
import type { NoRole } from "./role-of-claims";

const words: Readonly<Record<Difference, string>> = {
  case: "capital letters",
  blanks: "spaces around it",
  slash: "a leading slash",
};

/** What is wrong, for the person to tell an administrator, and for the audit log. @param claim OIDC_ROLE_CLAIM */
export function whyNoRole(noRole: NoRole, claim: string): string {
  switch (noRole.cause) {
    case "left-out":
      return `The identity provider left ${claim} out because there are too many groups.`;
    case "absent":
      return `The identity provider sent no claim ${claim}.`;
    case "empty":
      return `The claim ${claim} is empty.`;
    case "wrong-type":
      return `The claim ${claim} is neither a text nor a list of texts.`;
    case "unknown":
      return `The claim ${claim} holds ${noRole.values === 1 ? "one value, which OIDC_ROLES does not name" : `${noRole.values} values, none of which OIDC_ROLES names`}.`;
  }
}

/** What an administrator can do about it. */
export function wayOutOf(noRole: NoRole, claim: string): string {
  switch (noRole.cause) {
    case "left-out":
      return "Have the provider send only the groups assigned to this application, or app roles instead of groups.";
    case "absent":
      return `Have the provider put ${claim} into the ID token or the UserInfo answer, add the scope for it to OIDC_SCOPES, or correct OIDC_ROLE_CLAIM.`;
    case "empty":
      return "Add the account to one of the groups that OIDC_ROLES names.";
    case "wrong-type":
      return "Correct OIDC_ROLE_CLAIM, or what the provider puts into that claim.";
    case "unknown":
      return "Add the account to one of the groups that OIDC_ROLES names, or name one of its groups there.";
  }
}

/** One sentence for each configured value that was nearly met. */
export const nearMissLines = (noRole: NoRole): readonly string[] => (noRole.cause === "unknown" ? noRole.nearMisses.map(nearMissLine) : []);

const nearMissLine = ({ configured, differences }: NearMiss) =>
  `One value differs from “${configured}” only by ${joinWords(differences.map((one) => words[one]))}.`;

/** For the log: counts and kinds, no value of anybody's. */
export function noRoleFacts(noRole: NoRole) {
  if (noRole.cause !== "unknown") return { cause: noRole.cause };
  const { cause, values, nearMisses } = noRole;
  return { cause, values, nearMisses: nearMisses.length, differences: [...new Set(nearMisses.flatMap((miss) => miss.differences))] };
}
