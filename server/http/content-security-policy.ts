/** Where a page may load from and send to. No inline script or style, no eval, no frame. */
const directives = (fileOrigins: readonly string[]): Readonly<Record<string, readonly string[]>> => ({
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "font-src": ["'self'"],
  // Persona hands out documents and selfies as short-lived addresses on a host of its own.
  "img-src": ["'self'", "blob:", "data:", ...fileOrigins],
  "media-src": ["'self'", "blob:", ...fileOrigins],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "manifest-src": ["'self'"],
  "object-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
});

const text = (policy: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
    .join("; ");

/** The policy for a page's own `<meta>`, which cannot carry `frame-ancestors`. @param fileOrigins where documents are loaded from */
export const contentSecurityPolicyOfPage = (fileOrigins: readonly string[]): string => text(directives(fileOrigins));

/** The policy for the header: the page's, and nobody may frame it. @param fileOrigins where documents are loaded from */
export const contentSecurityPolicyHeader = (fileOrigins: readonly string[]): string =>
  text({ ...directives(fileOrigins), "frame-ancestors": ["'none'"] });
