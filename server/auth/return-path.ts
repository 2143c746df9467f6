/** First parts of addresses that are not pages of the application. */
const notPages = new Set(["auth", "api", "desk", "partner", "webhooks", "healthz", "readyz", "metrics"]);

/**
 * Where to go after a sign-in: a page of this application, or its start. Whatever could lead elsewhere is dropped, also what only some
 * software reads that way: `//host`, `/\host`, `/.//host`, schemes, control characters.
 * @param to path, query and fragment as the browser asked for them
 */
export function returnPath(to: string | undefined): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (!to?.startsWith("/") || to.startsWith("//") || to.length > 2000 || /[\\\u0000-\u001f\u007f]/.test(to)) return "/";
  const base = "http://desk.invalid";
  if (!URL.canParse(to, base)) return "/";
  const { origin, pathname, search, hash } = new URL(to, base);
  if (origin !== base) return "/";
  const path = decoded(pathname);
  const [, first = ""] = path.split("/");
  return path.startsWith("//") || notPages.has(first.toLowerCase()) ? "/" : pathname + search + hash;
}

/** The path as a server would read it; itself where it is not well encoded. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll("\\", "/");
  } catch {
    return path;
  }
}
