import type { AuditEntry } from "@/api/generated/desk/types.gen";
import { csv, type Query } from "../http/query";
import { badRequest } from "../world/core/refusal";
import { isOneOf, type Person } from "./person";

export const auditFilters = ["actor-id", "action", "outcome", "openings", "subject-id", "created-at-start", "created-at-end"] as const;

const openings: readonly string[] = ["only", "without"];
const isOpening = (action: string) => action === "retrieve-an-inquiry" || action === "retrieve-an-account";
const outcomes: readonly string[] = ["done", "refused", "failed", "unknown"];

/**
 * The entries somebody may see and asked for, newest first. The start is included, the end is not.
 * @throws Refusal 400 on a time that is none
 */
export function filteredEntries(entries: readonly AuditEntry[], person: Person, filter: Query["filter"]): AuditEntry[] {
  const readsAll = isOneOf(person.role, "lead", "auditor", "admin");
  const actions = filter["action"] === undefined ? undefined : csv(filter["action"]);
  if (!outcomes.includes(filter["outcome"] ?? "done")) throw badRequest(`filter.outcome must be one of ${outcomes.join(", ")}`);
  const opened = filter["openings"];
  if (opened !== undefined && !openings.includes(opened)) throw badRequest(`filter.openings must be one of ${openings.join(", ")}`);
  const start = instant("created-at-start", filter);
  const end = instant("created-at-end", filter);
  return entries.toReversed().filter(({ actor, action, outcome, subject, createdAt }) => {
    const isVisible = readsAll || (actor.type === "person" && actor.id === person.id);
    const at = Date.parse(createdAt);
    return (
      isVisible &&
      (filter["actor-id"] ?? actor.id) === actor.id &&
      (actions?.includes(action) ?? true) &&
      (filter["outcome"] ?? outcome) === outcome &&
      (opened === undefined || (opened === "only") === isOpening(action)) &&
      (filter["subject-id"] === undefined || filter["subject-id"] === subject?.id) &&
      (start === undefined || at >= start) &&
      (end === undefined || at < end)
    );
  });
}

function instant(name: "created-at-start" | "created-at-end", filter: Query["filter"]): number | undefined {
  const text = filter[name];
  if (text === undefined) return undefined;
  const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw badRequest(`filter.${name.replaceAll("-", "_")} must be a date-time`);
  return ms;
}
