import { Hono } from "hono";
import { z } from "zod";
import { auditScope } from "@/domain/desk-capability";
import type { DeskEnv, SignedIn } from "../http/context";
import { csvDownload } from "../http/csv-download";
import { readJson } from "../http/read-json";
import { instantSchema, pageEitherWay, pageEitherWaySchema, readQuery, stretchOf } from "../http/read-query";
import { personActor } from "./audit-actor";
import { auditCsv } from "./audit-export";
import type { AuditFilter } from "./audit-list";
import type { AuditLog } from "./audit-log";
import { requireAudit } from "./require-audit";

/** How many entries one export holds at most: what a spreadsheet opens, and a browser keeps in memory. The newest; told in the answer. */
const mostExported = 100_000;
/** How far the entries of an export are counted. */
const countLimit = 1_000_000;

const listed = z
  .string()
  .max(2_000, "is too long")
  .transform((text) => text.split(",").filter((part) => part !== ""));
const id = z.string().min(1, "is empty").max(200, "is too long");
const filterSchema = z
  .strictObject({
    "actor-id": id.optional(),
    action: listed.optional(),
    outcome: z.enum(["done", "refused", "failed", "unknown"]).optional(),
    openings: z.enum(["only", "without"]).optional(),
    "subject-id": id.optional(),
    "created-at-start": instantSchema.optional(),
    "created-at-end": instantSchema.optional(),
  })
  .prefault({});
const listQuery = z.strictObject({ filter: filterSchema, page: pageEitherWaySchema });
const exportQuery = z.strictObject({ filter: filterSchema });

// Names and counts. What was seen or exported itself must not be written down a second time.
const nameOrCount = z.union([
  z.boolean(),
  z.int().min(0),
  z
    .string()
    .max(80, "has to be at most 80 characters")
    .regex(/^[A-Za-z][\w ,./-]*$/, "has to be a name")
    .regex(/^(?!.*\d{4})/, "has to be a name"),
]);
const recordSchema = z.strictObject({
  action: z.enum(["reveal-pii", "export"]),
  subject: z
    .strictObject({
      type: z.string().regex(/^[a-z][a-z/-]{0,59}$/, "has to be a resource type"),
      id: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/, "has to be an ID"),
    })
    .nullable(),
  details: z
    .strictObject({
      fields: nameOrCount.optional(),
      panel: nameOrCount.optional(),
      screen: nameOrCount.optional(),
      rows: nameOrCount.optional(),
      format: nameOrCount.optional(),
    })
    .default({}),
});

type AuditRoutesDeps = {
  readonly audit: AuditLog;
  readonly now: () => number;
  /** Entries one export holds at most. */
  readonly exportLimit?: number;
};

/** `/desk/v1/audit-entries`: leads, auditors and admins see all of it, everybody else what they did themselves. */
export function auditRoutes({ audit, now, exportLimit = mostExported }: AuditRoutesDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/audit-entries", async (c) => {
    const { filter, page } = readQuery(c, listQuery);
    const rows = await audit.list(auditFilter(filter, c.var.person), stretchOf(page));
    return c.json(pageEitherWay(c, rows, page, (entry) => entry.position));
  });

  app.post("/desk/v1/audit-entries", async (c) => {
    const { action, subject, details } = await readJson(c, recordSchema);
    await requireAudit(audit, "What is not recorded stays hidden.");
    const actor = personActor(c.var.person);
    return c.json(await audit.record({ action, subject, details, outcome: "done", actor, requestId: c.var.requestId }), 201);
  });

  app.post("/desk/v1/audit-entries/export", async (c) => {
    const filter = auditFilter(readQuery(c, exportQuery).filter, c.var.person);
    await requireAudit(audit, "Nothing was exported.");
    const { position } = await audit.head();
    // entries are written while it is sent: only what is there now belongs to it, not even its own record
    const upTo = { ...filter, upTo: position };
    const total = await audit.count(upTo, countLimit);
    const rows = Math.min(total, exportLimit);
    await audit.append({
      action: "export",
      outcome: "done",
      actor: personActor(c.var.person),
      subject: null,
      requestId: c.var.requestId,
      details: { screen: "audit", format: "csv", rows, ...(rows < total && { total }) },
    });
    return csvDownload(c, { list: "audit", at: now(), stream: auditCsv(audit, upTo, rows), rows, total });
  });

  return app;
}

function auditFilter(filter: z.infer<typeof filterSchema>, person: SignedIn): AuditFilter {
  return {
    actorId: filter["actor-id"],
    actions: filter.action,
    outcome: filter.outcome,
    openings: filter.openings,
    subjectId: filter["subject-id"],
    createdFrom: filter["created-at-start"],
    createdBefore: filter["created-at-end"],
    ownOf: auditScope(person) === "everybody" ? undefined : person.user.id,
  };
}
