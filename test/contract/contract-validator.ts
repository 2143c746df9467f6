import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import {
  type ContractDocument,
  type ContractResponse,
  documents,
  type Operation,
  operationFor,
  type Parameter,
} from "./contract-operations";
import { closedSchemas, type Schema } from "./contract-schemas";

export type ContractCall = {
  method: string;
  /** From the origin on, with the query as sent: `/api/v1/inquiries?page[size]=10`. */
  path: string;
};
export type ContractAnswer = ContractCall & {
  status: number;
  contentType: string | null;
  /** Not looked at when undefined: on its way through the desk an answer of Persona's loses some. */
  headers: Headers | undefined;
  /** Parsed, when JSON. */
  body?: unknown;
};
export type ContractRequest = ContractCall & { body?: unknown };

/** `full` for usual answers and for requests, `sparse` for answers to calls with `fields`. */
type Strictness = "full" | "sparse";

const ajv = new Ajv2020({ allErrors: true, strict: false, coerceTypes: false });
const coercing = new Ajv2020({ allErrors: true, strict: false, coerceTypes: true });
for (const instance of [ajv, coercing]) {
  addFormats.default(instance);
  instance.addFormat("binary", true);
}
for (const document of documents) {
  for (const strictness of ["full", "sparse"] as const) {
    const $defs = closedSchemas(document.schemas, { sparse: strictness === "sparse" });
    for (const instance of [ajv, coercing]) instance.addSchema({ $id: schemaId(document, strictness), $defs });
  }
}

function schemaId(document: ContractDocument, strictness: Strictness): string {
  return `https://contract.test/${strictness}/${document.file}`;
}

const compiled = new Map<string, ValidateFunction>();
function validatorOf(document: ContractDocument, schema: Schema, strictness: Strictness, instance = ajv): ValidateFunction {
  const key = `${instance === ajv ? "" : "coercing "}${schemaId(document, strictness)} ${JSON.stringify(schema)}`;
  let validate = compiled.get(key);
  if (!validate) {
    // Written as text and read back to point every reference at its document; what was a schema still is one.
    const text = JSON.stringify(closedSchemas({ it: schema }, { sparse: false })["it"]);
    validate = instance.compile(JSON.parse(text.replaceAll("#/$defs/", `${schemaId(document, strictness)}#/$defs/`)) as Schema);
    compiled.set(key, validate);
  }
  return validate;
}

function problemOf(error: ErrorObject): string {
  const name = error.keyword === "unevaluatedProperties" ? String(error.params["unevaluatedProperty"]) : undefined;
  const where = `${error.instancePath}${name === undefined ? "" : `/${name}`}` || "/";
  if (name !== undefined) return `${where} is not in the contract`;
  const allowed = error.keyword === "const" ? ` ${JSON.stringify(error.params["allowedValue"])}` : "";
  return `${where} ${error.message ?? "is wrong"}${allowed}`;
}

function problemsOf(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  // The branches of if/then/else only repeat what their content says.
  return [...new Set((validate.errors ?? []).filter((error) => error.keyword !== "if").map(problemOf))];
}

const noOperation = (call: ContractCall) => [`${call.method} ${call.path.split("?")[0]} is no operation of the contract`];
const found = (call: ContractCall) => {
  const [path = "", query = ""] = call.path.split("?");
  return { operation: operationFor(call.method, path), query: new URLSearchParams(query) };
};

/** What an answer does that the contract does not say: status, content type, headers, body. Empty when it is as it should be. */
export function validateAnswer(answer: ContractAnswer): string[] {
  const { operation, query } = found(answer);
  if (!operation) return noOperation(answer);
  const response = operation.responses[answer.status];
  const label = `${operation.name} ${answer.status}`;
  if (!response) return [`${label}: the contract has no such status`];
  const strictness = [...query.keys()].some((key) => key.startsWith("fields[")) ? "sparse" : "full";
  return [...headerProblems(operation, response, answer.headers), ...bodyProblems(operation, response, answer, strictness)].map(
    (problem) => `${label}: ${problem}`,
  );
}

function headerProblems(operation: Operation, response: ContractResponse, headers: Headers | undefined): string[] {
  if (headers === undefined) return [];
  return Object.entries(response.headers ?? {}).flatMap(([name, header]) => {
    const value = headers.get(name);
    if (value === null) return header.required ? [`header ${name} is missing`] : [];
    const box = { value };
    const schema = { type: "object", properties: { value: header.schema } };
    return problemsOf(validatorOf(operation.document, schema, "full", coercing), box).map((problem) => `header ${name}: ${problem}`);
  });
}

function bodyProblems(operation: Operation, response: ContractResponse, answer: ContractAnswer, strictness: Strictness): string[] {
  const content = Object.entries(response.content ?? {});
  if (content.length === 0) return answer.body === undefined ? [] : ["there should be no body"];
  const type = answer.contentType?.split(";")[0]?.trim();
  const match = content.find(([name]) => name === type);
  if (!match) return [`the content type is ${type ?? "missing"}, not ${content.map(([name]) => name).join(" or ")}`];
  return match[0] === "application/json" ? problemsOf(validatorOf(operation.document, match[1].schema, strictness), answer.body) : [];
}

/** What a value does that a named schema of a contract does not say. @throws Error for a schema there is not */
export function validateSchema(file: string, name: string, value: unknown): string[] {
  const document = documents.find((one) => one.file === file);
  if (document?.schemas[name] === undefined) throw new Error(`${file} has no schema ${name}`);
  return problemsOf(validatorOf(document, { $ref: `#/components/schemas/${name}` }, "full"), value);
}

/** What a request does that the contract does not say: query and body (keys in camel case). Empty when it is as it should be. */
export function validateRequest(request: ContractRequest): string[] {
  const { operation, query } = found(request);
  if (!operation) return noOperation(request);
  return [...queryProblems(operation, query), ...requestBodyProblems(operation, request.body)].map(
    (problem) => `${operation.name}: ${problem}`,
  );
}

function requestBodyProblems(operation: Operation, body: unknown): string[] {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (body === undefined) return operation.requestBody?.required ? ["the body is missing"] : [];
  if (!schema) return ["there should be no body"];
  return problemsOf(validatorOf(operation.document, schema, "full"), body);
}

function queryProblems(operation: Operation, query: URLSearchParams): string[] {
  const parameters = operation.parameters.filter((parameter) => parameter.in === "query");
  const known = (key: string) => parameters.find((parameter) => key === parameter.name || key.startsWith(`${parameter.name}[`));
  const unknown = [...query.keys()].filter((key) => !known(key)).map((key) => `query ${key} is not in the contract`);
  const repeated = [...query.keys()].filter((key, index, keys) => keys.indexOf(key) !== index).map((key) => `query ${key} is there twice`);
  return [...unknown, ...repeated, ...parameters.flatMap((parameter) => parameterProblems(operation, parameter, query))];
}

function parameterProblems(operation: Operation, parameter: Parameter, query: URLSearchParams): string[] {
  const value = valueOf(parameter, query);
  if (value === undefined) return parameter.required ? [`query ${parameter.name} is missing`] : [];
  const schema = { type: "object", properties: { [parameter.name]: parameter.schema } };
  const validate = validatorOf(operation.document, schema, "full", coercing);
  return problemsOf(validate, { [parameter.name]: value }).map((problem) => `query ${problem.slice(1)}`);
}

/** `a=1` → "1"; `a[b]=1&a[c]=2` → { b: "1", c: "2" }; undefined when nothing of it was sent. */
function valueOf(parameter: Parameter, query: URLSearchParams): unknown {
  const plain = query.get(parameter.name);
  if (plain !== null) return plain;
  const inner = [...query].flatMap(([key, value]) => {
    const name = key.startsWith(`${parameter.name}[`) && key.endsWith("]") ? key.slice(parameter.name.length + 1, -1) : undefined;
    return name === undefined ? [] : [[name, value] as const];
  });
  return inner.length > 0 ? Object.fromEntries(inner) : undefined;
}
