import { Hono } from "hono";
import { z } from "zod";
import {
  fieldKeyPattern,
  longestFieldValue,
  longestNote,
  longestRedirectUri,
  longestWindow,
  mostFields,
  mostTags,
  shortestWindow,
} from "@/domain/creation-details";
import { longestTag } from "@/domain/tags";
import { operationRefusal } from "@/domain/operation-access";
import { personActor } from "../audit/audit-actor";
import type { AuditWriter } from "../audit/audit-entry";
import { roleRefusal } from "../audit/audit-refusal";
import type { DeskEnv } from "../http/context";
import { inquiryIdSchema } from "../http/inquiry-id";
import { readJson } from "../http/read-json";
import { commandKey } from "../http/same-person";
import type { Creations } from "./creations";

const interval = z.int().min(shortestWindow).max(longestWindow).optional();

const creationSchema = z
  .strictObject({
    accountId: z
      .string()
      .regex(/^act_[A-Za-z0-9]{1,60}$/, "has to be an account ID")
      .optional(),
    referenceId: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .regex(/^[^\p{Cc},]*$/u, "may hold neither commas nor control characters")
      .optional(),
    inquiryTemplateId: z.string().regex(/^itmpl_[A-Za-z0-9]{1,60}$/, "has to be the ID of an inquiry template"),
    seen: z.array(z.strictObject({ inquiryId: inquiryIdSchema, status: z.string().max(100) })).max(500),
    reason: z
      .string()
      .max(500)
      .regex(/^[\P{Cc}\n\r\t]*$/u, "may not hold control characters")
      .nullable(),
    kind: z.enum(["link", "sdk-token"]).optional(),
    inquiryTemplateVersionId: z
      .string()
      .regex(/^itmplv_[A-Za-z0-9]{1,60}$/, "has to be the ID of a version of an inquiry template")
      .optional(),
    note: z.string().max(longestNote).optional(),
    tags: z.array(z.string().min(1).max(longestTag)).max(mostTags).optional(),
    fields: z
      .record(
        z.string().regex(fieldKeyPattern, "has to be the key of a field"),
        z.union([z.string().max(longestFieldValue), z.number(), z.boolean()]),
      )
      .refine((fields) => Object.keys(fields).length <= mostFields, `has at most ${mostFields} values`)
      .optional(),
    redirectUri: z.string().max(longestRedirectUri).optional(),
    expirationAfterCreateIntervalSeconds: interval,
    expirationAfterStartIntervalSeconds: interval,
    expirationAfterResumeIntervalSeconds: interval,
  })
  .refine(({ accountId, referenceId }) => (accountId === undefined) !== (referenceId === undefined), "needs an account or a reference ID");

type CreationRoutesDeps = {
  readonly creations: Creations;
  readonly audit: AuditWriter;
  /** Of the API key. */
  readonly environment: string;
};

/** `/desk/v1/creations`. Has to stand behind `requireSamePerson`. */
export function creationRoutes({ creations, audit, environment }: CreationRoutesDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post("/desk/v1/creations", async (c) => {
    const key = commandKey(c);
    const { reason, accountId, referenceId = "", ...asked } = await readJson(c, creationSchema);
    const refusal = operationRefusal("createAnInquiry", { role: c.var.person.role, environment });
    if (refusal !== undefined) {
      throw await roleRefusal(c, audit, { action: "create-an-inquiry", subject: { type: "account", id: accountId ?? "none" } }, refusal);
    }
    const said = reason === null || reason.trim() === "" ? null : reason.trim();
    const owner = accountId === undefined ? { referenceId } : { accountId };
    const intent = { ...asked, owner, reason: said, by: personActor(c.var.person), key, requestId: c.var.requestId };
    return c.json(await creations.create(intent), 201);
  });

  return app;
}
