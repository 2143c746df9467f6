/**
 * What of a link lets its holder in. The desk's server hashes it to know its own links again, and the browser asks with it which one was
 * pasted; both must take the same part for it. Sources: Persona docs, "One-time links", "Inquiry sessions".
 */
import { sessionTokenIn } from "@/domain/pasted/secrets";
import { linksIn, unwrapped } from "@/domain/pasted/unwrap";

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
  return code ?? sessionTokenIn(plain);
}

function codeOf(link: string): string | undefined {
  const address = /^https?:\/\//i.test(link) ? link : `https://${link}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, searchParams } = new URL(address);
  if (!/(?:^|\.)(?:withpersona\.com|perso\.na)$/i.test(hostname)) return undefined;
  const code = searchParams.get("code");
  if (code !== null) return code;
  return /(?:^|\.)perso\.na$/i.test(hostname) && !pathname.startsWith("/verify") ? pathname.replace(/^\/+|\/+$/g, "") : undefined;
}
