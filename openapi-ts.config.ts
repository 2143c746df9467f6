import { defineConfig } from "@hey-api/openapi-ts";

/** Where the generated code goes; `scripts/generate-api.mjs --check` generates somewhere else to compare. */
const root = process.env["GENERATED_API_DIR"] ?? "src/api/generated";

/** Persona leaves the items of these lists untyped; `unevaluatedItems` says what they are, which the generator does not read. */
const typeListItems = (schema: { items?: unknown; unevaluatedItems?: unknown }) => {
  schema.items = schema.unevaluatedItems;
};

export default defineConfig([
  {
    input: "./openapi/persona.yaml",
    parser: { patch: { schemas: { TextList: typeListItems } } },
    output: { path: `${root}/persona`, clean: true, entryFile: false },
    plugins: [
      "@hey-api/typescript",
      { name: "@hey-api/client-fetch", runtimeConfigPath: "../../client-config" },
      // The server side in front of Persona adds the key; nothing here may know one.
      { name: "@hey-api/sdk", auth: false },
    ],
  },
  {
    // Without a client of its own: calls go through src/api/desk-client.ts, an instance of Persona's, so that no second one is shipped.
    input: "./openapi/desk.yaml",
    output: { path: `${root}/desk`, clean: true, entryFile: false },
    plugins: ["@hey-api/typescript", "@hey-api/client-fetch", { name: "@hey-api/sdk", auth: false, client: false }],
  },
  {
    // Types only: the server answers this API, nothing here calls it.
    input: "./openapi/partner.yaml",
    output: { path: `${root}/partner`, clean: true, entryFile: false },
    plugins: ["@hey-api/typescript"],
  },
]);
