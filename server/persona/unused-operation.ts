import { z } from "zod";
import type { AuditInput } from "../audit/audit-entry";
import type { Operation } from "./match-operation";
import { isProxied, writtenAttributes } from "./proxied-operations";
import { readOperationBody } from "./write-body";

/** Why something is not let through that the application never does. */
export type UnusedRefusal = {
  /** In words for the person. */
  readonly reason: string;
  readonly details?: NonNullable<AuditInput["details"]>;
};

/**
 * Refuses an operation that the application has no caller for, and, of those that change a resource by attributes, any attribute that it
 * does not write. Attributes are named, never their values.
 * @returns undefined for what the application does
 * @throws DeskError 400 for a body that can't be read, where the operation is let through
 */
export async function unusedRefusal(operation: Operation, request: Request): Promise<UnusedRefusal | undefined> {
  const written = writtenAttributes[operation.operation];
  const isUsed = isProxied(operation.operation);
  if (written === undefined) return isUsed ? undefined : { reason: "The desk does not do this." };
  const body = readOperationBody(request.clone(), operation);
  const attributes = attributesIn(isUsed ? await body : await body.catch(() => undefined));
  const foreign = attributes.filter((name) => !written.includes(name));
  if (isUsed && foreign.length === 0) return undefined;
  if (foreign.length === 0) return { reason: "The desk does not do this." };
  return { reason: `The desk does not change ${foreign.join(", ")}.`, details: { attributes: foreign.join(", ") } };
}

const update = z.looseObject({ data: z.looseObject({ attributes: z.record(z.string(), z.unknown()) }) });
const mostNamed = 20;

/** The names are the caller's text: what does not look like one is not repeated. */
function attributesIn(body: unknown): string[] {
  const names = Object.keys(update.safeParse(body).data?.data.attributes ?? {});
  return [...new Set(names.map((name) => (/^[A-Za-z][\w-]{0,59}$/.test(name) ? name : "?")))].slice(0, mostNamed);
}
