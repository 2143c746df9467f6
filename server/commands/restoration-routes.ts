import { Hono } from "hono";
import { z } from "zod";
import { operationRefusal } from "@/domain/operation-access";
import { personActor } from "../audit/audit-actor";
import type { AuditWriter } from "../audit/audit-entry";
import { roleRefusal } from "../audit/audit-refusal";
import type { DeskEnv } from "../http/context";
import { inquiryIdSchema } from "../http/inquiry-id";
import { readJson } from "../http/read-json";
import { commandKey } from "../http/same-person";
import type { Restorations } from "./restorations";

const restorationSchema = z.strictObject({
  inquiryId: inquiryIdSchema,
  seen: z.strictObject({ status: z.string().max(100), redactedAt: z.string().max(60).nullable() }),
  kind: z.enum(["link", "sdk-token"]),
  expiresInSeconds: z.int().min(60).max(31_536_000).nullable().optional(),
});

type RestorationRoutesDeps = {
  readonly restorations: Restorations;
  readonly audit: AuditWriter;
  /** Of the API key. */
  readonly environment: string;
};

/** `/desk/v1/restorations`. Has to stand behind `requireSamePerson`. */
export function restorationRoutes({ restorations, audit, environment }: RestorationRoutesDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post("/desk/v1/restorations", async (c) => {
    const key = commandKey(c);
    const { expiresInSeconds = null, ...asked } = await readJson(c, restorationSchema);
    const isToken = asked.kind === "sdk-token";
    const viewer = { role: c.var.person.role, environment };
    const refusal = operationRefusal(isToken ? "resumeAnInquiry" : "generateAOneTimeLink", viewer);
    if (refusal !== undefined) {
      const action = isToken ? "resume-an-inquiry" : "generate-a-one-time-link";
      throw await roleRefusal(c, audit, { action, subject: { type: "inquiry", id: asked.inquiryId } }, refusal);
    }
    const intent = { ...asked, expiresInSeconds, by: personActor(c.var.person), key, requestId: c.var.requestId };
    return c.json(await restorations.restore(intent), 201);
  });

  return app;
}
