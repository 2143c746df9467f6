import type { AuditEntry, DeskRole } from "@/api/generated/desk/types.gen";

/** How the suite calls a desk. */
export type Calls = {
  /** The body of an answer of this status, held against the contract. @param headers beside the usual ones */
  readonly body: <Body>(
    role: DeskRole,
    status: number,
    method: string,
    path: string,
    sent?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Body>;
};

/** How commands are asked for, and what stands in the audit log of them. */
export function commandCalls({ body }: Calls) {
  let count = 0;
  const freshKey = () => `command-${(count += 1)}`;

  const idOf = async (role: DeskRole) => (await body<{ user: { id: string } }>(role, 200, "GET", "/desk/v1/session")).user.id;
  /** As a page of this person's sends a command. */
  const command = async <Body>(role: DeskRole, status: number, method: string, path: string, sent?: unknown, key = freshKey()) =>
    body<Body>(role, status, method, path, sent, { "desk-person": await idOf(role), "idempotency-key": key });

  const entriesOf = async (id: string) =>
    (await body<{ data: AuditEntry[] }>("auditor", 200, "GET", `/desk/v1/audit-entries?filter[subject-id]=${id}&filter[openings]=without`))
      .data;

  return { freshKey, idOf, command, entriesOf };
}
