import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { serializeQuery } from "../src/api/query-string.ts";
import { templateQuery } from "../src/api/inquiry-templates/template-query.ts";
import { defaultPageSize, inquiryInclude } from "../src/api/inquiries/read-attributes.ts";

/** What every page asks for, and what the two that people open first ask for besides: letter by letter what the queries would ask for. */
export const firstRequests = {
  everywhere: "/desk/v1/session",
  list: [
    `/desk/v1/inquiries?${serializeQuery({ page: { size: defaultPageSize } })}`,
    `/api/v1/inquiry-templates?${serializeQuery(templateQuery)}`,
  ],
  inquiry: `/api/v1/inquiries/{id}?${serializeQuery({ include: inquiryInclude })}`,
};

/** Has the page load `src/first.ts`, a file of its own (`chunkGroups`), before everything else, which it need not wait for. */
export function firstRequestsScript(): Plugin {
  const entry = fileURLToPath(new URL("../src/first.ts", import.meta.url));
  const main = fileURLToPath(new URL("../src/main.tsx", import.meta.url));
  return {
    name: "first-requests",
    apply: "build",
    // Where all scripts come from the browser's cache at once, the app's might run before it: they wait for it.
    transform(code, id) {
      return id === main ? `import ${JSON.stringify(entry)};\n${code}` : undefined;
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const script = Object.values(bundle ?? {}).find((file) => file.type === "chunk" && file.moduleIds.includes(entry));
        if (script === undefined) throw new Error("The first script was not built");
        return [
          {
            tag: "script",
            attrs: { type: "module", async: true, crossorigin: true, src: `/${script.fileName}` },
            injectTo: "head",
          },
        ];
      },
    },
  };
}
