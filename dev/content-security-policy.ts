import type { Plugin } from "vite";

const DIRECTIVES = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "font-src": ["'self'"],
  // Persona hands out documents and selfies as short-lived addresses on its own file host.
  "img-src": ["'self'", "blob:", "data:", "https://files.withpersona.com"],
  "media-src": ["'self'", "blob:", "https://files.withpersona.com"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
};

/** The policy of every built page. A `<meta>` cannot carry `frame-ancestors`: a server adds that as a header. */
export const contentSecurityPolicy = Object.entries(DIRECTIVES)
  .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
  .join("; ");

/** Puts the policy into the built HTML, ahead of everything it governs. The development server needs inline scripts and goes without. */
export function contentSecurityPolicyMeta(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: () => [
        { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy }, injectTo: "head-prepend" },
      ],
    },
  };
}
