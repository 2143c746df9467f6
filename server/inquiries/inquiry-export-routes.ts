import { Hono } from "hono";
import { z } from "zod";
import { inquiryExportCapability } from "@/domain/desk-capability";
import type { CsvColumns } from "@/lib/csv";
import { personActor } from "../audit/audit-actor";
import type { AuditLog } from "../audit/audit-log";
import { roleRefusal } from "../audit/audit-refusal";
import { requireAudit } from "../audit/require-audit";
import type { Database } from "../db/database";
import type { DeskEnv } from "../http/context";
import { csvDownload, csvStream } from "../http/csv-download";
import { conflict, forbidden } from "../http/desk-error";
import { getOnly } from "../http/get-only";
import { readQuery } from "../http/read-query";
import { listIndexed, type ListedInquiry } from "./indexed-inquiries";
import { totalOf } from "./inquiry-counts";
import { inquiryColumns } from "./inquiry-csv";
import { filterAsRecorded, inquiryFilterSchema } from "./inquiry-filter";
import { freshnessOf, readProgress } from "./inquiry-rounds";
import { sortSchema } from "./inquiry-sorts";

/** How many inquiries one file holds at most: what a spreadsheet opens. Told in the answer. */
const mostExported = 1_000_000;

const exportSchema = z.strictObject({ filter: inquiryFilterSchema, sort: sortSchema });
const columns: CsvColumns<ListedInquiry> = inquiryColumns.map(([header, cell]) => [header, ({ inquiry }) => cell(inquiry)]);

type InquiryExportDeps = {
  readonly db: Database;
  readonly audit: Pick<AuditLog, "append" | "refuse" | "canAppend">;
  readonly now: () => number;
  /** Inquiries one file holds at most. */
  readonly exportLimit?: number;
};

/** `/desk/v1/inquiries.csv`: for all but support. */
export function inquiryExportRoutes({ db, audit, now, exportLimit = mostExported }: InquiryExportDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/inquiries.csv", getOnly, async (c) => {
    // it is recorded as something a person did, so an address that was opened or followed is not enough
    if (c.req.header("desk-client") !== "web") throw forbidden("This request did not come from the application.");
    const { filter, sort } = readQuery(c, exportSchema);
    const allowed = inquiryExportCapability(c.var.person);
    if (!allowed.allowed) throw await roleRefusal(c, audit, { action: "export", subject: null, details }, allowed.reason);
    await requireAudit(audit, "Nothing was exported.");
    const at = now();
    const [progress, total] = await Promise.all([readProgress(db), totalOf(db, filter, at)]);
    const index = freshnessOf(progress);
    if (!index.whole) throw conflict("The index of inquiries is not whole yet: a file of it would lack some.", { index });
    const rows = Math.min(total, exportLimit);
    const asked = filterAsRecorded(filter);
    await audit.append({
      action: "export",
      outcome: "done",
      actor: personActor(c.var.person),
      subject: null,
      requestId: c.var.requestId,
      details: { ...details, rows, ...(rows < total && { total }), ...(asked !== "" && { filter: asked }) },
    });
    const stream = csvStream(columns, rows, (limit, last) =>
      listIndexed(db, filter, { sort, from: last?.place, backwards: false, limit }, at),
    );
    return csvDownload(c, { list: "inquiries", at, stream, rows, total });
  });

  return app;
}

const details = { screen: "inquiries", format: "csv" } as const;
