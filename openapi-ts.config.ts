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
    // Types only: one operation, which src/api/desk.ts calls through Persona's client, so that no second client is shipped.
    input: "./openapi/desk.yaml",
    output: { path: `${root}/desk`, clean: true, entryFile: false },
    plugins: ["@hey-api/typescript"],
  },
]);
