/**
 * The path of the desk in a pasted link to this very desk, behind `#` or not; undefined for any other text.
 * @param here the address of the page that asks
 */
export function deskPathOf(text: string, here: string): string | undefined {
  const pasted = text.trim();
  if (!/^https?:\/\/\S+$/i.test(pasted) || !URL.canParse(pasted)) return undefined;
  const [link, own] = [new URL(pasted), new URL(here)];
  if (link.origin !== own.origin) return undefined;
  const path = link.hash.startsWith("#/") ? link.hash.slice(1) : `${link.pathname}${link.search}`;
  return /^\/(?:accounts|inquiries)?(?:[/?]|$)/.test(path) ? path : undefined;
}
