import { Hono } from "hono";
import { z } from "zod";
import type { NextInquiry, ReviewQueue } from "@/api/generated/desk/types.gen";
import { secondLookCapability } from "@/domain/desk-capability";
import type { AuditWriter } from "../audit/audit-entry";
import { roleRefusal } from "../audit/audit-refusal";
import type { Claims } from "../claims/claims";
import type { Database } from "../db/database";
import type { DeskEnv } from "../http/context";
import { conflict } from "../http/desk-error";
import { readJson } from "../http/read-json";
import { readQuery } from "../http/read-query";
import { inquiryFilterSchema } from "../inquiries/inquiry-filter";
import { freshnessOf, readProgress } from "../inquiries/inquiry-rounds";
import type { Settings } from "../settings/settings";
import { valuesOf } from "../settings/setting-values-of";
import { claimNext } from "./review-queue";
import { countToAnswer, countWaiting } from "./waiting";

type ReviewQueueDeps = {
  readonly db: Database;
  readonly claims: Pick<Claims, "take">;
  readonly settings: Pick<Settings, "all">;
  readonly audit: AuditWriter;
  readonly now: () => number;
};

const { "inquiry-template-id": templateIds } = inquiryFilterSchema.unwrap().shape;
const queueSchema = z.strictObject({ filter: z.strictObject({ "inquiry-template-id": templateIds }).prefault({}) });
const id = z.string().min(1, "is empty").max(100, "has to be at most 100 characters");
const nextSchema = z.strictObject({
  inquiryTemplateIds: z.array(id).min(1, "names none").max(100, "has to name at most 100 templates").optional(),
  passOver: z.array(id).max(1_000, "has to name at most 1000 inquiries").default([]),
});

/** `/desk/v1/review-queue`: everybody sees how much waits; auditors take nothing. */
export function reviewQueueRoutes({ db, claims, settings, audit, now }: ReviewQueueDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const waitingStatuses = async () => ["needs_review", ...valuesOf(await settings.all()).reviewQueue.alsoWaiting];

  app.get("/desk/v1/review-queue", async (c) => {
    const { filter } = readQuery(c, queueSchema);
    const { person } = c.var;
    const answers = secondLookCapability({ role: person.role, permissions: [] }).allowed;
    const [statuses, progress, toAnswer] = await Promise.all([
      waitingStatuses(),
      readProgress(db),
      answers ? countToAnswer(db, person.user.id) : 0,
    ]);
    const waiting = { personId: person.user.id, statuses, inquiryTemplateIds: filter["inquiry-template-id"], now: now() };
    return c.json({ statuses, waiting: await countWaiting(db, waiting), toAnswer, index: freshnessOf(progress) } satisfies ReviewQueue);
  });

  app.post("/desk/v1/review-queue/next", async (c) => {
    const { person } = c.var;
    const { inquiryTemplateIds, passOver } = await readJson(c, nextSchema);
    if (person.role === "auditor") {
      const attempt = { action: "call", subject: null, details: { operation: "claim-next-inquiry" } };
      throw await roleRefusal(c, audit, attempt, "Auditors read; they can't claim an inquiry.");
    }
    const [statuses, progress] = await Promise.all([waitingStatuses(), readProgress(db)]);
    const index = freshnessOf(progress);
    if (!index.whole) throw conflict("The index of inquiries is not whole yet: what has waited longest may be missing.", { index });
    const waiting = { statuses, inquiryTemplateIds, now: now() };
    const next = await claimNext({ db, claims }, person, waiting, passOver);
    const counts = await countWaiting(db, { ...waiting, personId: person.user.id });
    return c.json({ next: next ?? null, waiting: counts, index } satisfies NextInquiry);
  });

  return app;
}
