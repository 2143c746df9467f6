import type { Plugin } from "vite";
import { contentSecurityPolicyHeader, contentSecurityPolicyOfPage } from "../server/http/content-security-policy.ts";

/** Where Persona's documents and selfies come from. */
const personaFiles = ["https://files.withpersona.com"];

/** Where the previewed build's documents come from: a simulated Persona serves its own. */
const previewFiles = (apiUrl: string | undefined) => [...personaFiles, ...(apiUrl === undefined ? [] : [new URL(apiUrl).origin])];

/**
 * Puts the policy into the demo's HTML, ahead of everything it governs: whoever hosts its files need not know of it. A production build
 * gets it as a header, from the server or from `vite preview`. The development server needs inline scripts and goes without.
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
    configurePreviewServer(server) {
      const policy = contentSecurityPolicyHeader(previewFiles(process.env.PERSONA_API_URL));
      server.middlewares.use((_request, response, next) => {
        response.setHeader("content-security-policy", policy);
        next();
      });
    },
  };
}
