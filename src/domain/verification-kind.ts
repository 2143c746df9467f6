import { displayLine } from "@/lib/display-text";
import { readText } from "@/lib/read";
import { humanize } from "@/lib/humanize";

/** Kinds with a name of their own; the rest are named from the type. Source: the verification types of the spec. */
const labels = new Map([
  ["government-id", "Government ID"],
  ["government-id-nfc", "Government ID (chip)"],
  ["selfie", "Selfie"],
  ["document", "Document"],
  ["database", "Database"],
  ["database-standard", "Database (standard)"],
  ["database-phone-carrier", "Phone carrier database"],
  ["database-aadhaar", "Aadhaar database"],
  ["database-business", "Business database"],
  ["database-business-footprint", "Business footprint"],
  ["database-ecbsv", "eCBSV database"],
  ["database-serpro", "Serpro database"],
  ["database-tin", "TIN database"],
  ["database-vat-number", "VAT number database"],
  ["aamva", "AAMVA"],
  ["phone-number", "Phone number"],
  ["phone-number-silent-network-authentication", "Phone number (silent network authentication)"],
  ["email-address", "E-mail address"],
  ["bank-pennydrop", "Bank account (penny drop)"],
  ["brand-asset", "Brand asset"],
  ["business-website", "Business website"],
  ["certificate-korea", "Certificate (Korea)"],
  ["credit-card", "Credit card"],
  ["jp-my-number-nfc-scan", "My Number card (chip)"],
  ["mdoc", "Mobile document"],
  ["persona-fff-inquiry", "Persona inquiry"],
  ["qes-infocert", "Qualified electronic signature"],
  ["verifiable-credential", "Verifiable credential"],
]);

const order = [...labels.keys()];

/** The part of a polymorphic type after the slash: `verification/government-id` → `government-id`; the whole when there is none. */
export function kindOf(type: unknown): string {
  const text = readText(type) ?? "";
  return text.slice(0, 100).split("/").slice(1).join("/") || text.slice(0, 100);
}

/** "Government ID" for `verification/government-id`; kinds nobody has documented are put into words. */
export function verificationKindLabel(type: unknown): string {
  const kind = kindOf(type);
  const digital = /^digital-id-(.+)$/.exec(kind)?.[1];
  if (digital !== undefined) return `Digital ID (${displayLine(digital, 40)})`;
  return labels.get(kind) ?? (kind === "" ? "Verification" : humanize(kind));
}

/** Government ID first, then selfie, documents, databases, contacts, the rest by name. */
export function compareKinds(one: string, other: string): number {
  const place = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return place(one) - place(other) || one.localeCompare(other);
}
