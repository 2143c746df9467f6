import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Schema, Schemas } from "./contract-schemas";

export type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
export type ContractResponse = {
  headers?: Record<string, { required?: boolean; schema: Schema }>;
  content?: Record<string, { schema: Schema }>;
};
export type Operation = {
  /** Method and path as in the contract, e.g. `GET /inquiries/{inquiryId}`. */
  name: string;
  document: ContractDocument;
  parameters: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, ContractResponse>;
};
export type ContractDocument = { file: string; schemas: Schemas; operations: { method: string; pattern: RegExp; operation: Operation }[] };

type RawOperation = { parameters?: unknown[]; requestBody?: unknown; responses?: Record<string, unknown> };
type RawDocument = { paths: Record<string, Record<string, RawOperation>>; components: { schemas: Schemas } };

/** Follows a reference into the same document; what is not one comes back as it is. */
function resolve(document: RawDocument, node: unknown): unknown {
  if (typeof node !== "object" || node === null || !("$ref" in node)) return node;
  const steps = String(node.$ref).replace("#/", "").split("/");
  return steps.reduce<unknown>((at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined), document);
}

/** Literal segments go before parameters, so that `/inquiries/search` is not taken for an id. */
const byLiteralness = (a: string, b: string) => (a.match(/\{/g)?.length ?? 0) - (b.match(/\{/g)?.length ?? 0);

function load(file: string, prefix: string): ContractDocument {
  // The generator refuses a contract that is no OpenAPI document, so every `as` below takes its parts for what OpenAPI says they are.
  const raw = parse(readFileSync(new URL(`../../openapi/${file}`, import.meta.url), "utf8")) as RawDocument;
  const document: ContractDocument = { file, schemas: raw.components.schemas, operations: [] };
  for (const path of Object.keys(raw.paths).toSorted(byLiteralness)) {
    for (const [method, operation] of Object.entries(raw.paths[path] ?? {})) {
      const responses = Object.entries(operation.responses ?? {}).map(([status, node]) => {
        const response = resolve(raw, node) as ContractResponse;
        const headers = Object.entries(response.headers ?? {}).map(([name, header]) => [name, resolve(raw, header)]);
        return [status, { ...response, headers: Object.fromEntries(headers) }];
      });
      document.operations.push({
        method: method.toUpperCase(),
        pattern: new RegExp(`^${prefix}${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
        operation: {
          name: `${method.toUpperCase()} ${path}`,
          document,
          parameters: (operation.parameters ?? []).map((node) => resolve(raw, node) as Parameter),
          requestBody: resolve(raw, operation.requestBody) as Operation["requestBody"],
          responses: Object.fromEntries(responses) as Operation["responses"],
        },
      });
    }
  }
  return document;
}

export const documents: ContractDocument[] = [load("persona.yaml", "/api/v1"), load("desk.yaml", ""), load("partner.yaml", "")];

/** The operation a call is one of; undefined when the contract knows none. `path` is without query. */
export function operationFor(method: string, path: string): Operation | undefined {
  const all = documents.flatMap((document) => document.operations);
  return all.find((entry) => entry.method === method.toUpperCase() && entry.pattern.test(path))?.operation;
}
