/** Persona's object ids: a prefix that tells the kind, an underscore, then letters and digits of no promised length. */

const kinds = {
  inq: ["inquiry", "inquiry"],
  iqse: ["inquiry-session", "session"],
  itmpl: ["inquiry-template", "inquiry template"],
  itmplv: ["inquiry-template-version", "template version"],
  tmpl: ["template", "legacy template"],
  ver: ["verification", "verification"],
  vtmpl: ["verification-template", "verification template"],
  vtmplv: ["verification-template-version", "verification template version"],
  doc: ["document", "document"],
  docf: ["document-file", "document file"],
  self: ["selfie", "selfie"],
  dev: ["device", "device"],
  net: ["network", "network"],
  act: ["account", "account"],
  acttp: ["account-type", "account type"],
  actst: ["account-status", "account status"],
  accac: ["account-action", "account action"],
  rep: ["report", "report"],
  rptp: ["report-template", "report template"],
  rpr: ["report-run", "report run"],
  case: ["case", "case"],
  ctmpl: ["case-template", "case template"],
  cqueue: ["case-queue", "case queue"],
  cscm: ["case-comment", "case comment"],
  evt: ["event", "event"],
  wbh: ["webhook", "webhook"],
  wbhsec: ["webhook-secret", "webhook secret"],
  req: ["api-log", "request"],
  ual: ["user-audit-log", "user audit log"],
  uses: ["user-session", "user session"],
  user: ["user", "user"],
  wfl: ["workflow", "workflow"],
  wfv: ["workflow-version", "workflow version"],
  wfr: ["workflow-run", "workflow run"],
  env: ["environment", "environment"],
  org: ["organization", "organization"],
  txn: ["transaction", "transaction"],
  theset: ["theme-set", "theme set"],
} as const satisfies Record<string, readonly [kind: string, label: string]>;

type ObjectPrefix = keyof typeof kinds;
/** Persona's name for the kind, as in `type` where the API has one. */
type ObjectKind = (typeof kinds)[ObjectPrefix][0];
export type ObjectId = {
  readonly id: string;
  readonly prefix: ObjectPrefix;
  readonly kind: ObjectKind;
  /** "session": for sentences, lower case, without article. */
  readonly label: string;
};

/**
 * Published ids end in 24 to 28 characters, and Persona may lengthen them. Twenty is short enough for all of them and long enough
 * that a company's own `user_1042` is not taken for one.
 */
const shortestSuffix = 20;
const shape = /^([a-z]+)_([A-Za-z0-9]+)$/;
const inText = new RegExp(`(?<![A-Za-z0-9_])([a-z]{3,6}_[A-Za-z0-9]{${shortestSuffix},})(?![A-Za-z0-9_])`, "g");

function isPrefix(text: string): text is ObjectPrefix {
  return Object.hasOwn(kinds, text);
}

/** The object id a text is, white space around it ignored; `undefined` when it is not one. Source: ids in the spec's examples. */
export function parseObjectId(text: string): ObjectId | undefined {
  if (text.length > 200) return undefined;
  const [, prefix = "", suffix = ""] = shape.exec(text.trim()) ?? [];
  if (!isPrefix(prefix) || suffix.length < shortestSuffix) return undefined;
  const [kind, label] = kinds[prefix];
  return { id: `${prefix}_${suffix}`, prefix, kind, label };
}

/** The label of the kind an id cut short seems to belong to (`inq_4Kx` → "inquiry"), else `undefined`. Only for Persona's own prefixes. */
export function truncatedObjectLabel(text: string): string | undefined {
  const [, prefix = "", suffix = ""] = shape.exec(text.trim()) ?? [];
  // These four are words a company may well use for ids of its own, so a short one is not a cut one.
  const ambiguous = ["user", "case", "doc", "org"];
  if (!isPrefix(prefix) || ambiguous.includes(prefix) || suffix.length >= shortestSuffix) return undefined;
  return kinds[prefix][1];
}

/** Every object id that stands in a text, in order, each once. */
export function findObjectIds(text: string): ObjectId[] {
  const found = new Map<string, ObjectId>();
  for (const [, candidate = ""] of text.matchAll(inText)) {
    const objectId = parseObjectId(candidate);
    if (objectId) found.set(objectId.id, objectId);
  }
  return [...found.values()];
}
