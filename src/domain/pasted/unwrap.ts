/** What a mail gateway, a chat or a page has put around a link, taken off again. */
import { withoutInvisible } from "@/domain/pasted/characters";
import { parsePersonaLink } from "@/domain/persona-link";
import { withoutEnd } from "@/lib/trim-signs";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  "#x27": "'",
  nbsp: " ",
  "#61": "=",
  "#x3d": "=",
};
const mayHoldLink = /https?(?::|%|-3A)|withpersona\.com|perso\.na/i;
const addresses = /https?:\/\/[^\s<>"'`|]+/gi;
/** Gateways wrap what another has wrapped; more than three have not been seen. */
const mostLayers = 3;
/** Longer than any address that leads to Persona; what is longer is left as it is. */
const longestAddress = 8_000;

/**
 * A text with the links in it as they were before they were wrapped: out of HTML, Markdown, JSON, quoted-printable, angle brackets and mail
 * gateways. A text without a link is returned untouched.
 */
export function unwrapped(given: string): string {
  const text = withoutEscapes(withoutInvisible(given));
  if (!mayHoldLink.test(text)) return given;
  return withoutMarkup(inOneLine(text))
    .replaceAll(/(?<![^\s"'<(])https?(?:%|-)(?:25){0,2}3A\S{1,8000}/gi, (encoded) => decoded(encoded))
    .replaceAll(addresses, (address) => unwrapAddress(withoutTrail(address)) + trailOf(address));
}

/** Addresses as JSON (`\\u0026`, `\\/`) and mail in quoted-printable (`=3D`) write them. */
function withoutEscapes(text: string): string {
  const plain = text.replaceAll(/\\u00([2-7][0-9a-f])/gi, (_, code: string) => signOf(code)).replaceAll("\\/", "/");
  if (!/=3D/i.test(plain)) return plain;
  return plain.replaceAll(/=\r?\n/g, "").replaceAll(/=(2[0-9A-F]|3[ADF]|5F)/gi, (_, code: string) => signOf(code));
}

const signOf = (code: string) => String.fromCharCode(Number.parseInt(code, 16));

/** A link that was broken into lines within its ID: put together where that makes an ID of the usual length. */
const inOneLine = (text: string) =>
  text.replaceAll(
    /(https?:\/\/\S{1,500}(?:inq|act)_)([A-Za-z0-9]{0,19})\r?\n(?:> ?)*([A-Za-z0-9]{1,28})(?=[\s&]|$)/g,
    (whole, link: string, head: string, tail: string) => (/^\w{24,28}$/.test(head + tail) ? link + head + tail : whole),
  );

function withoutMarkup(text: string): string {
  return text
    .replaceAll(/&(amp|lt|gt|quot|nbsp|#39|#x27|#61|#x3d);/gi, (entity, name: string) => entities[name.toLowerCase()] ?? entity)
    .replaceAll(/<a\s[^<>]{0,4000}?href\s*=\s*["']?([^"'\s<>]+)[^<>]{0,4000}>[^<]{0,2000}(?:<\/a>)?/gi, " $1 ")
    .replaceAll(/<(https?:[^\s<>|]+)\|[^<>]{0,2000}>/gi, "$1")
    .replaceAll(/\[[^[\]]{0,2000}\]\(\s*<?(https?:[^\s<>)]+)>?[^)]{0,500}\)/gi, "$1")
    .replaceAll(/<(https?:[^\s<>]+)>/gi, "$1")
    .replaceAll(/<\/?[a-z][^<>]{0,2000}>/gi, " ")
    .replaceAll(/ {2,}/g, " ")
    .trim();
}

/** What ends a sentence is no part of the address in it. */
const withoutTrail = (address: string) => withoutEnd(address, /[)\]}.,;:!?*»”’]/u);
const trailOf = (address: string) => address.slice(withoutTrail(address).length).replaceAll(/[^.,;]/g, "");

function unwrapAddress(address: string): string {
  let inner = address;
  for (let layer = 0; layer < mostLayers && inner.length <= longestAddress; layer += 1) {
    const next = innerOf(inner);
    if (next === undefined) break;
    inner = next;
  }
  return inner;
}

/** The address inside a gateway's; undefined for one that is no gateway's, or hides where it leads. */
function innerOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const outer = parsePersonaLink(address);
  // Persona's own links carry other addresses, to return to
  if (outer === undefined || (outer.kind !== "unknown" && /(?:withpersona\.com|perso\.na)$/i.test(outer.host))) return undefined;
  const url = new URL(address);
  const marked = /\/v3\/__(.+?)__;([^!]*)/.exec(address);
  if (url.hostname.startsWith("urldefense.") && marked) return asAddress(starred(marked[1] ?? "", marked[2] ?? ""));
  const dashed = url.hostname.startsWith("urldefense.") && url.pathname.startsWith("/v2/") ? url.searchParams.get("u") : null;
  if (dashed !== null) return asAddress(fromDashes(dashed));
  const underlined = /\/v2\/___(https?:.+?)___/.exec(address);
  if (underlined) return asAddress(underlined[1] ?? "");
  const candidates = [...url.searchParams.values(), ...url.pathname.split(/\/(?=https?%3A)/i).slice(1)];
  return candidates
    .map((candidate) => asAddress(decoded(candidate)) ?? asAddress(fromBase64(candidate)))
    .find((found) => found !== undefined);
}

/** Proofpoint v2 writes `_` for a slash and `-3F` for a question mark. */
const fromDashes = (text: string) => decoded(text.replaceAll("_", "/").replaceAll(/-([0-9A-F]{2})/gi, "%$1"));

/** Proofpoint v3 puts a star for each sign it keeps, in base64, behind the address. */
function starred(text: string, kept: string): string {
  const signs = fromBase64(kept).split("");
  return text.replaceAll("*", () => signs.shift() ?? "*").replace(/^(https?:\/)(?=[^/])/i, "$1/");
}

function fromBase64(text: string): string {
  if (!/^[\w+/-]{4,8000}={0,2}$/.test(text)) return "";
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}

const asAddress = (text: string): string | undefined =>
  /^https?:\/\/\S+$/i.test(text.trim()) && URL.canParse(text.trim()) ? text.trim() : undefined;

/** Percent signs read up to three times; `-3A%`-like beginnings are Proofpoint's. */
function decoded(text: string): string {
  let plain = /^https?-3A/i.test(text) ? text.replaceAll("_", "/").replaceAll(/-([0-9A-F]{2})/gi, "%$1") : text;
  for (let layer = 0; layer < mostLayers && /%[0-9a-f]{2}/i.test(plain) && !/^https?:\/\//i.test(plain); layer += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}

/** The links in a text, those to Persona's hosts also without `https://`. */
export const linksIn = (text: string): string[] =>
  (text.match(/(?:https?:\/\/|(?<![\w.@-])(?:[a-z0-9-]+\.)*(?:withpersona\.com|perso\.na)\/)[^\s<>"'|]+/gi) ?? []).map((link) =>
    withoutEnd(link, /[)\]>.,;]/),
  );

/** Whether a text holds a one-time link, which anybody who opens it uses up. */
export const holdsOneTimeLink = (text: string): boolean => linksIn(text).some((link) => parsePersonaLink(link)?.kind === "one-time");

/** The mail gateway of a link that hides its target, which only that gateway can resolve; undefined for any other. */
export function opaqueGateway(address: string): string | undefined {
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return /(?:^|\.)mimecast(?:protect)?\.com$/i.test(host) ? "Mimecast" : undefined;
}
