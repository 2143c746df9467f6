import type { Database } from "@server/db/database";
import { createStandings } from "@server/partner/standing";
import { createStandingReads } from "@server/partner/standing-reads";
import type { PersonaCall } from "@server/persona/caller";
import type { InquiryObservation } from "@server/persona/inquiry-observation";
import { createInquiryStates } from "@server/persona/inquiry-states";
import type { PersonaAnswer } from "@server/persona/persona-answer";

export const start = Date.parse("2026-03-02T09:00:00.000Z");
export const minute = 60_000;
export const iso = (ms: number) => new Date(ms).toISOString();

/** An inquiry of Persona's list. */
export type Row = {
  readonly id: string;
  readonly status: string;
  readonly template?: string;
  /** Minutes before the start. */
  readonly age?: number;
  /** When it was ended or decided, minutes before the start; at once without it. */
  readonly settled?: number;
  readonly redacted?: boolean;
};

/** A row as Persona sends it. */
export const resource = ({ id, status, template = "itmpl_1", age = 60, settled = age, redacted = false }: Row, referenceId = "usr_1") => ({
  type: "inquiry",
  id,
  attributes: {
    status,
    referenceId,
    createdAt: iso(start - age * minute),
    updatedAt: iso(start - age * minute),
    startedAt: null,
    completedAt: null,
    markedForReviewAt: null,
    expiredAt: null,
    decisionedAt: iso(start - settled * minute),
    failedAt: iso(start - settled * minute),
    redactedAt: redacted ? iso(start) : null,
  },
  relationships: {
    inquiryTemplate: { data: { type: "inquiry-template", id: template } },
    account: { data: { type: "account", id: "act_1" } },
  },
});

/**
 * The standings of partners over a Persona that lists these rows; that fails, answers with a status or with a text where it is given one instead.
 */
export function standingDesk(db: Database, rows: readonly Row[] | Error | number | string) {
  let time = start;
  const now = () => time;
  const inquiryStates = createInquiryStates({ db, now });
  const calls: PersonaCall[] = [];
  const told: {
    rows: typeof rows;
    /** Of every page but the first. */
    failsAfter?: { status: number } | undefined;
    /** Each answer, by how many there were before. */
    answers?: (nth: number) => string;
  } = { rows };
  const call = async (made: PersonaCall): Promise<PersonaAnswer> => {
    calls.push(made);
    if (told.rows instanceof Error) throw told.rows;
    if (typeof told.rows === "number") return { status: told.rows, headers: {}, body: new Uint8Array() };
    const answer = (body: string) => ({
      status: 200,
      headers: { "content-type": "application/json" },
      body: new TextEncoder().encode(body),
    });
    if (told.answers) return answer(told.answers(calls.length - 1));
    if (typeof told.rows === "string") return answer(told.rows);
    const query = new URLSearchParams(made.query);
    if (told.failsAfter && query.has("page[after]")) return { status: told.failsAfter.status, headers: {}, body: new Uint8Array() };
    const from = told.rows.findIndex(({ id }) => id === query.get("page[after]")) + 1;
    const data = told.rows.slice(from, from + 100).map((row) => resource(row, query.get("filter[reference-id]") ?? ""));
    const body = { data, links: { prev: null, next: told.rows.length > from + 100 ? "/api/v1/inquiries?page" : null } };
    return answer(JSON.stringify(body));
  };
  const standings = createStandings({ inquiryStates, reads: createStandingReads(db), persona: { call }, now });
  const heard = (more: Partial<InquiryObservation>) =>
    inquiryStates.note({
      inquiryId: "inq_1",
      referenceId: "usr_1",
      inquiryTemplateId: "itmpl_1",
      accountId: null,
      status: "pending",
      redacted: false,
      updatedAt: time,
      createdAt: start - 60 * minute,
      times: { statusSince: time },
      source: "webhook",
      observedAt: time,
      ...more,
    });
  return {
    standings,
    calls,
    told,
    heard,
    pass: (minutes: number) => {
      time += minutes * minute;
    },
  };
}
