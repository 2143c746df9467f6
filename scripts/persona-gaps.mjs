// What stands in for what an answer of Persona's leaves out, read out of openapi/persona.yaml: the text of gaps.gen.ts beside the types.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The resources that the app makes models of, and the items of their lists. */
const resources = [
  "Account",
  "Case",
  "Document",
  "Event",
  "Inquiry",
  "InquirySession",
  "InquiryTemplate",
  "InquiryTemplateVersion",
  "Report",
  "Selfie",
  "User",
  "UserAuditLog",
  "Verification",
];
const items = ["VerificationCheck"];

/** @param project absolute path of the project @returns TypeScript */
export function personaGaps(project) {
  const { schemas } = parse(readFileSync(join(project, "openapi/persona.yaml"), "utf8")).components;
  const resolve = (schema) => (schema.$ref === undefined ? schema : schemas[schema.$ref.split("/").at(-1)]);

  /** A text, a list or an object with nothing in it; undefined where no value says nothing, as with numbers, or where null may be sent. */
  const nothingOf = (schema) => {
    const { type } = resolve(schema);
    if (type === "string") return '""';
    if (type === "array") return "[]";
    return type === "object" ? gapsOf(schema) : undefined;
  };

  /** The required properties of an object, each with nothing in it. */
  const gapsOf = (schema) => {
    const { required = [], properties = {} } = resolve(schema);
    const entries = required.flatMap((name) => {
      const nothing = nothingOf(properties[name]);
      return nothing === undefined ? [] : [`${name}: ${nothing}`];
    });
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  };

  /** The relationships to many, each without a link. */
  const linksOf = (name) => {
    const lists = Object.entries(schemas[name]?.properties ?? {}).filter(([, schema]) => resolve(schema).properties.data.type === "array");
    return lists.length === 0 ? "{}" : `{ ${lists.map(([key]) => `${key}: []`).join(", ")} }`;
  };

  const constant = (name) => `${name[0].toLowerCase()}${name.slice(1)}Gaps`;
  const used = new Set();
  const type = (name) => (used.add(name), name);

  const gaps = resources.flatMap((name) => {
    const attributes = [`${name}CommonAttributes`, `${name}Attributes`].find((candidate) => candidate in schemas);
    const relationships = `${name}Relationships`;
    const links = relationships in schemas ? type(relationships) : "Record<never, never>";
    return [
      `export const ${constant(name)}: Gaps<${type(attributes)}, ${links}> = {`,
      `  attributes: ${gapsOf(schemas[attributes])},`,
      `  links: ${linksOf(relationships)},`,
      "};",
      "",
    ];
  });
  const itemGaps = items.flatMap((name) => [`export const ${constant(name)}: Told<${type(name)}> = ${gapsOf(schemas[name])};`, ""]);

  return [
    "// This file is generated from openapi/persona.yaml: npm run generate:api",
    `import type { Gaps, Told } from "../../json-api";`,
    `import type { ${[...used].toSorted((a, b) => a.localeCompare(b)).join(", ")} } from "./types.gen";`,
    "",
    ...gaps,
    ...itemGaps,
  ].join("\n");
}
