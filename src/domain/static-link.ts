/**
 * Links that begin a new inquiry from a template each time they are opened. Sources: Persona docs, "Hosted flow: Parameters",
 * "Ensuring user access to inquiries".
 */

export type StaticLink = {
  readonly templateId: string;
  /** One version for good; without it the version that is live when the link is opened. */
  readonly versionId?: string | undefined;
  /** `hollisgrey` of `hollisgrey.withpersona.com`. */
  readonly subdomain: string;
  /** Persona refuses a reference ID together with an account ID. */
  readonly referenceId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly environmentId?: string | undefined;
  readonly language?: string | undefined;
  readonly redirectUri?: string | undefined;
  /** Values by the keys of the template's fields. */
  readonly fields?: readonly { readonly key: string; readonly value: string }[] | undefined;
};

/** The subdomain of companies that have none of their own (Persona docs, "Hosted flow"). */
export const defaultSubdomain = "inquiry";

/** The link. Parts that are empty are left out. It never carries a session token. */
export function staticLinkAddress(link: StaticLink): string {
  const parts: [name: string, value: string | undefined][] = [
    link.versionId ? ["inquiry-template-version-id", link.versionId] : ["inquiry-template-id", link.templateId],
    ["environment-id", link.environmentId],
    ["reference-id", link.referenceId],
    ["account-id", link.accountId],
    ["language", link.language],
    ["redirect-uri", link.redirectUri],
    ...(link.fields ?? []).map(({ key, value }): [string, string] => [`fields[${key}]`, value]),
  ];
  // a blank as %20: Persona asks for what encodeURIComponent makes
  const query = parts.flatMap(([name, value]) => (value ? [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`] : []));
  return `https://${link.subdomain}.withpersona.com/verify?${query.join("&")}`;
}

/** What whoever sends the link has to know of it, the weightiest first. */
export function staticLinkWarnings({ versionId, referenceId, accountId, fields = [] }: StaticLink): string[] {
  const isOfPerson = Boolean(referenceId ?? accountId);
  return [
    fields.some(({ value }) => value !== "")
      ? "What is filled in stands in the link for everybody to read: it stays in browser histories, mail gateways and logs. To fill in personal data, create the inquiry here and send its one-time link instead."
      : "",
    "Every opening begins a new inquiry, also where the last one was finished or declined. To let somebody back into theirs, restore their access instead.",
    isOfPerson
      ? "Whoever holds the link can change whom it is for and what is filled in: take neither as proof of who went through it."
      : "Without a reference ID every opening also makes a new account, and nothing says whose it is.",
    versionId ? "It stays on this version: what is published later does not reach it." : "",
    "Never add a session token to a link that is mailed: it lets in whoever reads it, as often as they like.",
  ].filter((warning) => warning !== "");
}

const runsCode: ReadonlySet<string> = new Set(["javascript", "data", "vbscript", "file", "blob"]);

/** Why an address can't be where people are sent afterwards; undefined when it can. @param schemes of the template; none are known where it is empty */
export function redirectRefusal(address: string, schemes: readonly string[]): string | undefined {
  if (!URL.canParse(address)) return "Write a whole address, as in https://app.example.com/done.";
  const { protocol, username, password } = new URL(address);
  const scheme = protocol.slice(0, -1);
  if (runsCode.has(scheme)) return "An address like this runs code: it can't be sent to people.";
  if (username !== "" || password !== "") return "Leave the user name and the password out of the address.";
  const allowed = schemes.map((one) => one.toLowerCase().replace(/:.*$/, ""));
  if (allowed.length > 0 && !allowed.includes(scheme)) return `The template redirects to ${allowed.join(", ")} only.`;
  return undefined;
}
