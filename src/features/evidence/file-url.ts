/**
 * The address of a file, when it is one a page may load: https, this very origin, or made by the page itself. Anything else
 * (`javascript:`, `http:` elsewhere, not an address at all) gives undefined.
 */
export function fileUrl(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > 4_000_000) return undefined;
  if (/^(blob:|data:image\/)/i.test(value)) return value;
  try {
    const url = new URL(value, document.baseURI);
    return url.protocol === "https:" || url.origin === window.location.origin ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** What tells two files apart: the address without its access token, which differs each time it is handed out. */
export function fileIdentity(url: string): string {
  return url.startsWith("data:") ? url : (url.split(/[?#]/, 1)[0] ?? url);
}
