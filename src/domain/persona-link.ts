/**
 * Reading a pasted link without keeping what must not be kept: the result never holds a session token, a one-time code or prefilled
 * values, only that they were there. Sources: Persona docs, "Hosted flow", "Inquiry links", "One-time links".
 */
import { findObjectIds, parseObjectId, type ObjectId } from "@/domain/object-id";
import { readText } from "@/lib/read";

/**
 * - `dedicated`: names one inquiry; opens it while it is created, and when pending only with a token;
 * - `static`: names a template; every load begins a new inquiry;
 * - `one-time`: an opaque code, single use, says nothing about the inquiry it opens;
 * - `page`: a page of a dashboard or of this desk, or an API address, that names objects;
 * - `unknown`: a link that names nothing we know.
 */
type PersonaLinkKind = "dedicated" | "static" | "one-time" | "page" | "unknown";

export type PersonaLink = {
  readonly kind: PersonaLinkKind;
  readonly host: string;
  readonly inquiryId?: string;
  readonly templateId?: string;
  readonly accountId?: string;
  readonly referenceId?: string;
  readonly environmentId?: string;
  /** The objects named in the path, outermost first. */
  readonly objects: readonly ObjectId[];
  /** The link carried a session token: whoever holds it can see what the user entered. */
  readonly hasSessionToken: boolean;
  /** The link carried `fields[…]`: values about the person, readable by anybody who sees the link. */
  readonly hasPrefilledFields: boolean;
  /** A short form of a one-time link. */
  readonly isShort: boolean;
};

const bareLink = /^(?:[a-z0-9-]+\.)*(?:withpersona\.com|perso\.na)\//i;

/** The link in a text, or `undefined` when the text is no link. Links to Persona's hosts are also read without `https://`. */
export function parsePersonaLink(text: string): PersonaLink | undefined {
  const trimmed = text.trim();
  const address = bareLink.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (!/^https?:\/\//i.test(address) || /\s/.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const parameters = readParameters(url);
  const inquiryId = idOf(parameters, "inquiry-id", "inq");
  const templateId = idOf(parameters, "inquiry-template-id", "itmpl") ?? idOf(parameters, "template-id", "itmpl", "tmpl");
  const objects = findObjectIds(`${url.pathname} ${url.hash.split("?")[0] ?? ""}`.replaceAll("/", " "));
  const short = isHost(url, "perso.na") && !url.pathname.startsWith("/verify");
  const referenceId = readText(parameters.get("reference-id"));
  const oneTime = short || (parameters.has("code") && (isHost(url, "withpersona.com") || isHost(url, "perso.na")));
  return {
    kind: linkKind({ oneTime, inquiryId, beginsNew: templateId !== undefined || (referenceId !== undefined && isVerify(url)), objects }),
    host: url.host,
    inquiryId,
    templateId,
    accountId: idOf(parameters, "account-id", "act"),
    referenceId,
    environmentId: readText(parameters.get("environment-id")),
    objects,
    hasSessionToken: parameters.has("session-token"),
    hasPrefilledFields: [...parameters.keys()].some((name) => name.startsWith("fields[") || name.startsWith("fields.")),
    isShort: short || (oneTime && isHost(url, "perso.na")),
  };
}

/** Where users are sent: what names nobody's inquiry there begins one, by a template that the desk may not know (`blueprint-id`). */
const isVerify = (url: URL) =>
  (isHost(url, "withpersona.com") || isHost(url, "perso.na")) && /^\/(?:verify|inquiry)\/?$/.test(url.pathname);

function linkKind(read: { oneTime: boolean; inquiryId?: string; beginsNew: boolean; objects: readonly ObjectId[] }): PersonaLinkKind {
  if (read.inquiryId !== undefined) return "dedicated";
  if (read.oneTime) return "one-time";
  if (read.beginsNew) return "static";
  return read.objects.length > 0 ? "page" : "unknown";
}

/** Parameters of the query and of a query inside the fragment, names as kebab case: SDKs and hand-made links write camel and snake. */
function readParameters(url: URL): Map<string, string> {
  const parameters = new Map<string, string>();
  const inFragment = url.hash.includes("?") ? url.hash.slice(url.hash.indexOf("?")) : "";
  for (const search of [url.search, inFragment]) {
    for (const [name, value] of new URLSearchParams(search)) {
      const key = name
        .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
        .replaceAll("_", "-")
        .toLowerCase();
      if (!parameters.has(key)) parameters.set(key, value);
    }
  }
  return parameters;
}

function idOf(parameters: Map<string, string>, name: string, ...prefixes: string[]): string | undefined {
  const objectId = parseObjectId(parameters.get(name) ?? "");
  return objectId && prefixes.includes(objectId.prefix) ? objectId.id : undefined;
}

function isHost(url: URL, domain: string): boolean {
  return url.hostname === domain || url.hostname.endsWith(`.${domain}`);
}
