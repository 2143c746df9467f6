// What the server lets through to Persona, read out of openapi/persona.yaml: the text of server/persona/operations.gen.ts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const lineWidth = 140;

/** `approve-an-inquiry` → `approveAnInquiry`, as the generated client calls it. */
const camel = (id) => id.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** @param project absolute path of the project @returns TypeScript, formatted as the formatter would */
export function personaOperations(project) {
  const contract = parse(readFileSync(join(project, "openapi/persona.yaml"), "utf8"));
  const resolve = (node) =>
    node?.$ref === undefined
      ? node
      : node.$ref
          .slice(2)
          .split("/")
          .reduce((at, step) => at[step], contract);

  /** The names a query parameter may have; `fields[*]` for an object that takes any key. */
  const queryNames = (parameter) => {
    if (parameter.style !== "deepObject") return [parameter.name];
    const schema = resolve(parameter.schema);
    if (schema.additionalProperties) return [`${parameter.name}[*]`];
    return Object.keys(schema.properties).map((key) => `${parameter.name}[${key}]`);
  };

  const entry = (path, method, operation) => {
    const parameters = (operation.parameters ?? []).map(resolve).filter((parameter) => parameter.in === "query");
    const undeclared = operation["x-undeclared-query"] ?? [];
    const names = [...parameters.flatMap(queryNames), ...undeclared].map((name) => JSON.stringify(name));
    const query = `    query: [${names.join(", ")}],`;
    return [
      "  {",
      `    operation: ${JSON.stringify(camel(operation.operationId))},`,
      `    id: ${JSON.stringify(operation.operationId)},`,
      `    method: ${JSON.stringify(method.toUpperCase())},`,
      `    path: ${JSON.stringify(path)},`,
      ...(query.length <= lineWidth ? [query] : ["    query: [", ...names.map((name) => `      ${name},`), "    ],"]),
      `    hasBody: ${operation.requestBody !== undefined},`,
      "  },",
    ];
  };

  const entries = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => entry(path, method, operation)),
  );
  return [
    "// This file is generated from openapi/persona.yaml: npm run generate:api",
    "",
    "/** Every operation of Persona's that the desk knows; nothing else is sent there. `fields[*]` stands for any key. */",
    "export const operations = [",
    ...entries,
    "] as const;",
    "",
  ].join("\n");
}
