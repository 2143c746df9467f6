/** Tokens of the company's own systems: what they may do and whether they still work. */
import type { PartnerToken } from "@/api/generated/desk/types.gen";
import { readTime } from "@/lib/read";

const scopes = {
  "standing.read": ["Read standings", "Where a person stands, by reference ID: status and times, nothing personal."],
  "inquiry.resume": [
    "Resume inquiries",
    "Resume an inquiry and get a session token or a one-time link for it: whoever holds those gets in.",
  ],
} as const;

export const partnerScopes = ["standing.read", "inquiry.resume"] as const satisfies readonly (keyof typeof scopes)[];

/** The label and what it allows; an unknown scope renders as itself. */
export function describeScope(scope: string): { readonly label: string; readonly sentence: string } {
  const known = partnerScopes.find((one) => one === scope);
  if (known === undefined) return { label: scope, sentence: "Inquiry Desk does not know this scope." };
  const [label, sentence] = scopes[known];
  return { label, sentence };
}

type TokenFacts = Readonly<Pick<PartnerToken, "revokedAt" | "expiresAt">>;

/** Whether a token works now. A revoked one stays revoked, whenever it would have expired. */
export function partnerTokenState({ revokedAt, expiresAt }: TokenFacts, now: number): "works" | "revoked" | "expired" {
  if (revokedAt !== null) return "revoked";
  const expires = readTime(expiresAt);
  return expires !== undefined && expires <= now ? "expired" : "works";
}
