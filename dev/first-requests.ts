import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { serializeQuery } from "../src/api/query-string.ts";
import { defaultPageSize, inquiryInclude, listAttributes } from "../src/api/inquiries/read-attributes.ts";

/** What every page asks for, and what the two that people open first ask for besides: letter by letter what the queries would ask for. */
export const firstRequests = {
  everywhere: "/desk/v1/session",
  list: `/api/v1/inquiries?${serializeQuery({ page: { size: defaultPageSize }, fields: { inquiry: listAttributes } })}`,
  inquiry: `/api/v1/inquiries/{id}?${serializeQuery({ include: inquiryInclude })}`,
};

/** Builds `src/first.ts` as a file of its own and has the page load it before everything else, which it need not wait for. */
export function firstRequestsScript(): Plugin {
  const entry = fileURLToPath(new URL("../src/first.ts", import.meta.url));
  return {
    name: "first-requests",
    apply: "build",
    buildStart() {
      this.emitFile({ type: "chunk", id: entry, name: "first" });
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const script = Object.values(bundle ?? {}).find((file) => file.type === "chunk" && file.facadeModuleId === entry);
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
