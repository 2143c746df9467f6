import type { Plugin } from "vite";
import { contentSecurityPolicyOfPage } from "../server/http/content-security-policy.ts";

/** Where Persona's documents and selfies come from. */
const personaFiles = ["https://files.withpersona.com"];

/**
 * Puts the policy into the demo's HTML, ahead of everything it governs: so a host that only serves files needs no headers. A production build
 * gets it as a header from the server. The development server needs inline scripts and goes without.
 */
export function contentSecurityPolicy({ demo }: { demo: boolean }): Plugin {
  return {
    name: "content-security-policy",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { server }) =>
        demo && server === undefined
          ? [
              {
                tag: "meta",
                attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicyOfPage(personaFiles) },
                injectTo: "head-prepend",
              },
            ]
          : [],
    },
  };
}
