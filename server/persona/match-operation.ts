import { operations } from "./operations.gen";

/** One of Persona's operations, as the contract has it. */
export type Operation = (typeof operations)[number];
/** Named as the generated client names it. */
export type OperationId = Operation["operation"];

/** A path that is an operation's. */
export type Match = {
  readonly operation: Operation;
  /** Below Persona's base: `/inquiries/inq_…/approve`. */
  readonly path: string;
  /** By name as in the contract: `inquiryId`. */
  readonly params: Readonly<Record<string, string>>;
};

const byId = new Map<string, Operation>(operations.map((operation) => [operation.operation, operation]));

/** @throws Error for a name that the contract does not have */
export function operationOf(id: string): Operation {
  const operation = byId.get(id);
  if (operation === undefined) throw new Error(`${id} is no operation of the contract`);
  return operation;
}

/** Whether it changes something. Persona's searches are POSTs that only read. */
export const isWrite = ({ method, operation }: Operation): boolean =>
  method !== "GET" && operation !== "searchInquiries" && operation !== "searchAccounts";

/** Whether Persona heeds an Idempotency-Key on it: on POST alone (docs, "Idempotent requests"). */
export const heedsKey = (id: OperationId): boolean => operationOf(id).method === "POST";

const prefix = "/api/v1";
const segmentPattern = /^[A-Za-z0-9_-]{1,128}$/;
const parameterOf = (segment: string) => /^\{(\w+)\}$/.exec(segment)?.[1];

// Literal segments before parameters: `/inquiries/search` is no inquiry.
const templates = operations
  .map((operation) => ({ operation, segments: operation.path.slice(1).split("/") }))
  .toSorted((a, b) => a.segments.filter(parameterOf).length - b.segments.filter(parameterOf).length);

/**
 * The operation a request is, by its method and its path as it came over the wire. There is nothing to decode in the path of one: ids and
 * words are letters, digits, `_` and `-`, so a path with anything else (`%`, `\`, `..`, `//`) is none.
 */
export function matchOperation(method: string, rawPath: string): Match | undefined {
  if (!rawPath.startsWith(`${prefix}/`)) return undefined;
  const path = rawPath.slice(prefix.length);
  const segments = path.slice(1).split("/");
  if (!segments.every((segment) => segmentPattern.test(segment))) return undefined;
  for (const template of templates) {
    if (template.operation.method !== method || template.segments.length !== segments.length) continue;
    const params = paramsOf(template.segments, segments);
    if (params !== undefined) return { operation: template.operation, path, params };
  }
  return undefined;
}

function paramsOf(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, expected] of template.entries()) {
    const segment = segments[index] ?? "";
    const name = parameterOf(expected);
    if (name !== undefined) params[name] = segment;
    else if (expected !== segment) return undefined;
  }
  return params;
}
