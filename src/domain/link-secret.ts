/**
 * What of a link lets its holder in. The desk's server hashes it to know its own links again, and the browser asks with it which one was
 * pasted; both must take the same part for it. Sources: Persona docs, "One-time links", "Inquiry sessions".
 */
import { sessionTokenIn } from "@/domain/pasted/secrets";
import { linksIn, unwrapped } from "@/domain/pasted/unwrap";
import { parsePersonaLink, type PersonaLink } from "@/domain/persona-link";

const shortest = 4;

/**
 * The secret part of the first one-time link in a text, else the first session token: the code of the link, or what stands behind the host
 * of a short one. Links may be wrapped by mail gateways. Undefined for a text with neither.
 */
export function linkSecretIn(text: string): string | undefined {
  const plain = unwrapped(text.trim());
  const code = linksIn(plain)
    .map((link) => codeOf(link))
    .find((found) => found !== undefined && found.length >= shortest);
  return code ?? plain.match(codeAlone)?.[0] ?? sessionTokenIn(plain);
}

/** What somebody pasted as a link for users. The secret is in memory until it was asked about, and in no cache or address. */
export type PastedLink = { readonly link: PersonaLink | undefined; readonly secret: string | undefined };

/** The first link for users in a text, or the session token alone; undefined for a text with neither. */
export function pastedLinkIn(text: string): PastedLink | undefined {
  const link = linksIn(unwrapped(text.trim()))
    .map((found) => parsePersonaLink(found))
    .find((found) => found !== undefined && forUsers.includes(found.kind));
  const secret = linkSecretIn(text);
  return link === undefined && secret === undefined ? undefined : { link, secret };
}

const forUsers: readonly PersonaLink["kind"][] = ["dedicated", "static", "one-time"];

/** The text with the code of every one-time link in it left out, and links with one out of their wrapping. */
export function withoutLinkCodes(text: string): string {
  const plain = unwrapped(text);
  let left = plain;
  for (const link of linksIn(plain)) {
    const code = codeOf(link);
    if (code !== undefined) left = left.replaceAll(link, maskedLink(link));
  }
  left = left.replaceAll(codeAlone, leftOut);
  return left === plain ? text : left;
}

/** The code of a one-time link that came without its link, as Persona writes one: `code=us1-…`. */
const codeAlone = /(?<=(?<![\w?&-])code(?:=|%3D|: ?))[a-z]{2}\d{1,2}-[\w-]{4,}/gi;

const leftOut = "…";
const maskedLink = (link: string) => {
  const masked = link.replaceAll(/([?&]code=)[^&#]*/gi, `$1${leftOut}`);
  return masked === link ? link.replace(/(perso\.na\/).*/i, `$1${leftOut}`) : masked;
};

function codeOf(link: string): string | undefined {
  if (link.includes(leftOut)) return undefined;
  const address = /^https?:\/\//i.test(link) ? link : `https://${link}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, searchParams } = new URL(address);
  if (!/(?:^|\.)(?:withpersona\.com|perso\.na)$/i.test(hostname)) return undefined;
  const [, code] = [...searchParams].find(([name]) => name.toLowerCase() === "code") ?? [];
  if (code !== undefined) return code;
  return /(?:^|\.)perso\.na$/i.test(hostname) && !pathname.startsWith("/verify") ? pathname.replaceAll(/^\/+|\/+$/g, "") : undefined;
}
