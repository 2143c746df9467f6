/** What the address of the audit page says, and what that means for the API. Pure, so that links, the page and tests share it. */
import type { AuditPageParams } from "@/api/audit-entries/queries";
import { localDayEnd, localDayStart } from "@/lib/local-day";
import { searchPart } from "@/lib/search-part";

/** Every part is a text; actions are separated by commas. */
export type AuditSearch = {
  /** Persona's own log of its dashboard instead of the desk's. */
  log?: "persona" | undefined;
  /** ID of who did it. */
  who?: string | undefined;
  action?: string | undefined;
  outcome?: string | undefined;
  /** Openings of inquiries and people as well, or nothing else; without them when absent. */
  openings?: "with" | "only" | undefined;
  /** ID of what it was done to. */
  subject?: string | undefined;
  /** Days of the reader's own calendar, both included: `2026-03-02`. */
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
  /** The entry that is open beside the list. */
  entry?: string | undefined;
};

const anyId = /^[\w-]{1,200}$/;
const isDay = (text: string) => localDayStart(text) !== undefined;

/** Reads the parts of an address; what cannot be read counts as not there, and what is not known is dropped. */
export function readAuditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  return {
    log: search.log === "persona" ? "persona" : undefined,
    who: searchPart(search.who, anyId),
    action: searchPart(search.action, /^[a-z-]{1,80}(,[a-z-]{1,80}){0,40}$/),
    outcome: searchPart(search.outcome, /^[a-z-]{1,40}$/),
    openings: search.openings === "with" || search.openings === "only" ? search.openings : undefined,
    subject: searchPart(search.subject, anyId),
    from: searchPart(search.from, isDay),
    to: searchPart(search.to, isDay),
    after: searchPart(search.after, anyId),
    before: searchPart(search.before, anyId),
    entry: searchPart(search.entry, anyId),
  };
}

type AuditFilterParts = Pick<AuditSearch, "who" | "action" | "outcome" | "openings" | "subject" | "from" | "to">;

export const noAuditFilters = {
  who: undefined,
  action: undefined,
  outcome: undefined,
  openings: undefined,
  subject: undefined,
  from: undefined,
  to: undefined,
} as const satisfies AuditFilterParts;

/** The address with other filters. A cursor and an open entry belong to the list they were read from, so they go. */
export function withAuditFilters(search: AuditSearch, change: Partial<AuditFilterParts>): AuditSearch {
  return { ...search, ...change, after: undefined, before: undefined, entry: undefined };
}

export const isAuditFiltered = (search: AuditSearch): boolean =>
  [search.who, search.action, search.outcome, search.openings, search.subject, search.from, search.to].some((part) => part !== undefined);

/** The actions of the address, each once. */
export const actionsOf = ({ action }: AuditSearch): string[] => [...new Set(action?.split(","))];

function openingsParam({ action, openings }: AuditSearch): AuditPageParams["openings"] {
  // who asks for certain actions names openings among them or not
  if (action !== undefined || openings === "with") return undefined;
  return openings ?? "without";
}

/** What the address asks of the desk's log: see `auditEntriesQuery`. The open entry changes nothing about the list. */
export function auditPageParams(search: AuditSearch): AuditPageParams {
  return {
    actorId: search.who,
    actions: search.action === undefined ? undefined : actionsOf(search),
    outcome: search.outcome,
    openings: openingsParam(search),
    subjectId: search.subject,
    createdAtStart: search.from === undefined ? undefined : localDayStart(search.from),
    createdAtEnd: search.to === undefined ? undefined : localDayEnd(search.to),
    after: search.after,
    before: search.before,
    size: 50,
  };
}
