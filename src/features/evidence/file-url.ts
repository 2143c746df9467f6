const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The address of a file, when it is one a page may load: https, this very origin, a simulator beside a desk on this machine, or made by the
 * page itself. Anything else (`javascript:`, `http:` elsewhere, a relative address, which from outside means nothing here) gives undefined.
 */
export function fileUrl(value: unknown, page: Pick<Location, "origin" | "hostname"> = window.location): string | undefined {
  if (typeof value !== "string" || value.length > 4_000_000) return undefined;
  if (/^(blob:|data:image\/)/i.test(value)) return value;
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === "https:" || url.origin === page.origin || (loopback.test(url.hostname) && loopback.test(page.hostname))
    ? url.href
    : undefined;
}

/** What tells two files apart: the address without its access token, which differs each time it is handed out. */
export function fileIdentity(url: string): string {
  return url.startsWith("data:") ? url : (url.split(/[?#]/, 1)[0] ?? url);
}
