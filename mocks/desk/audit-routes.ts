import * as z from "zod/mini";
import { jsonAnswer } from "../http/answer";
import { parseExactBody } from "../http/body";
import { auditCsv } from "./audit-csv";
import { auditFilters, filteredEntries } from "./audit-filter";
import { filtersOf, pageEitherWay } from "./desk-list";
import { type DeskCall, deskRoute, noteDone } from "./desk-route";

const mostExported = 100_000;

/** Names and counts: what was seen or exported is not written down a second time. */
const nameOrCount = z.optional(z.union([z.boolean(), z.int().check(z.minimum(0)), z.string().check(z.regex(/^[A-Za-z][\w ,./-]{0,79}$/))]));
const recordBody = z.strictObject({
  action: z.enum(["reveal-pii", "export"]),
  subject: z.nullable(
    z.strictObject({
      type: z.string().check(z.regex(/^[a-z][a-z/-]{0,59}$/)),
      id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,80}$/)),
    }),
  ),
  details: z.optional(
    z.strictObject({ fields: nameOrCount, panel: nameOrCount, screen: nameOrCount, rows: nameOrCount, format: nameOrCount }),
  ),
});

const visible =
  ({ desk, person }: DeskCall) =>
  (filter: Parameters<typeof filteredEntries>[2]) => {
    desk.sumUpRefusals();
    return filteredEntries(desk.audit.entries, person, filter);
  };

export const auditRoutes = [
  deskRoute("list-audit-entries", "GET /audit-entries", (call) =>
    pageEitherWay(call, auditFilters, visible(call), ({ position }) => position),
  ),

  deskRoute("record-audit-entry", "POST /audit-entries", (call) => {
    const { action, subject, details } = parseExactBody(call.body, recordBody);
    return jsonAnswer(201, noteDone(call, action, subject, { details }));
  }),

  deskRoute("export-audit-entries", "POST /audit-entries/export", (call) => {
    const filter = filtersOf(call, auditFilters);
    const matching = visible(call)(filter);
    const entries = matching.slice(0, mostExported);
    noteDone(call, "export", null, { details: { screen: "audit", format: "csv", rows: entries.length } });
    const headers = { "desk-rows": String(entries.length), "desk-rows-total": String(matching.length) };
    return { status: 200, contentType: "text/csv; charset=utf-8", body: auditCsv(entries), headers };
  }),
];
