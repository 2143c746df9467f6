import { badRequest } from "../world/core/refusal";
import { inflectKey } from "./inflection";

/** The parts of a JSON:API resource that including needs. */
export type Linked = {
  readonly type: string;
  readonly id: string;
  readonly relationships?: object;
};

type Reference = { readonly type: string; readonly id: string };
type Find = (reference: Reference) => Linked | undefined;

/**
 * What each primary resource may include, by the name of the relationship (Persona spec, `included` of each operation).
 * A dotted name goes one level further, which is as far as Persona goes.
 */
const includable: Readonly<Record<string, readonly string[]>> = {
  inquiry: [
    "account",
    "reviewer",
    "template",
    "inquiry-template",
    "inquiry-template-version",
    "inquiry-template.latest-published-version",
    "transaction",
    "reports",
    "verifications",
    "sessions",
    "documents",
    "selfies",
  ],
  "inquiry-session": ["inquiry", "device", "network"],
  "inquiry-template": ["latest-published-version"],
  account: ["account-type"],
  verification: [
    "accounts",
    "document",
    "inquiry",
    "inquiry-template",
    "inquiry-template-version",
    "template",
    "transaction",
    "verification-template",
    "verification-template-version",
  ],
  document: ["inquiry", "inquiry-template", "inquiry-template-version", "template", "transaction", "document-files"],
  report: ["inquiry", "account", "report-template", "transaction"],
  case: ["accounts", "case-comments", "case-template", "case-queue", "inquiries", "reports", "txns", "verifications"],
  "user-audit-log": ["user", "user-session"],
};

/**
 * The objects asked for by `include`, each once, in the order of the relationships; objects that no longer exist are left out.
 * @throws Refusal 400 on a name the resource cannot include.
 */
export function included(primary: readonly Linked[], names: readonly string[], find: Find): Linked[] {
  const found = new Map<string, Linked>();
  const seen = new Set(primary.map(keyOf));
  const take = (from: readonly Linked[], name: string): Linked[] =>
    from
      .flatMap((resource) => references(resource, name))
      .map(find)
      .filter((resource) => resource !== undefined);
  for (const name of names) {
    for (const resource of primary) assertIncludable(resource, name);
    const [first = name, second] = name.split(".");
    const near = take(primary, first);
    const all = second === undefined ? near : [...near, ...take(near, second)];
    for (const resource of all) if (!seen.has(keyOf(resource))) found.set(keyOf(resource), resource);
  }
  return [...found.values()];
}

function assertIncludable(resource: Linked, name: string): void {
  // `verification/selfie` may include what `verification` may.
  const parent = resource.type.split("/")[0] ?? resource.type;
  const kebab = name
    .split(".")
    .map((part) => inflectKey(part, "kebab"))
    .join(".");
  if (!includable[parent]?.includes(kebab)) throw badRequest(`include: ${name} cannot be included in ${parent}`);
}

function references(resource: Linked, name: string): Reference[] {
  // Relationships are objects of `{ data }` whatever the resource; an absent one reads as undefined.
  const relationships = resource.relationships as Record<string, { data?: Reference | Reference[] | null } | undefined> | undefined;
  return [relationships?.[inflectKey(name, "camel")]?.data ?? []].flat();
}

const keyOf = (reference: Reference) => `${reference.type} ${reference.id}`;
