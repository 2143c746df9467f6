import { Hono } from "hono";
import { z } from "zod";
import type { StandingResponse } from "@/api/generated/partner/types.gen";
import { badRequest, DeskError, notFound } from "../http/desk-error";
import { readJson } from "../http/read-json";
import { rawTarget } from "../http/request-target";
import { CallFailure } from "../persona/call-failure";
import { partnerAccess, type PartnerAccessDeps, type PartnerEnv } from "./partner-access";
import type { createPartnerResume } from "./partner-resume";
import type { createStandings } from "./standing";
import { createWrongTokens } from "./wrong-tokens";

export type PartnerRoutesDeps = PartnerAccessDeps & {
  readonly standings: ReturnType<typeof createStandings>;
  readonly resume: ReturnType<typeof createPartnerResume>;
};

const resumeSchema = z.strictObject({ as: z.enum(["oneTimeLink", "sessionToken"]) });
const inquiryIdForm = /^inq_[A-Za-z0-9]{1,60}$/;
const keyForm = /^[\x21-\x7e]{1,255}$/;

/** `/partner/v1/*`: what the company's own systems ask. By token alone; no cookie is looked at and no other origin is let in. */
export function partnerRoutes({ standings, resume, ...deps }: PartnerRoutesDeps): Hono<PartnerEnv> {
  const access = { ...deps, wrongTokens: createWrongTokens(deps) };
  const app = new Hono<PartnerEnv>();

  app.get("/partner/v1/standing/:referenceId", partnerAccess(access, "standing.read"), async (c) => {
    const referenceId = referenceIdIn(rawTarget(c).path);
    const answer: StandingResponse = { referenceId, standings: await standings.of(referenceId, c.var.partner.id) };
    return c.json(answer);
  });

  app.post("/partner/v1/inquiries/:inquiryId/resume", partnerAccess(access, "inquiry.resume"), async (c) => {
    const { partner, requestId } = c.var;
    const inquiryId = c.req.param("inquiryId");
    if (!inquiryIdForm.test(inquiryId)) throw badRequest("inquiryId: has to be an inquiry ID");
    const idempotencyKey = c.req.header("idempotency-key");
    if (idempotencyKey !== undefined && !keyForm.test(idempotencyKey)) {
      throw badRequest("Idempotency-Key has to be 1 to 255 visible ASCII characters.");
    }
    const { as } = await readJson(c, resumeSchema);
    try {
      return c.json(await resume({ partner, inquiryId, as, idempotencyKey, requestId }));
    } catch (error) {
      throw error instanceof CallFailure ? unanswered(error) : error;
    }
  });

  // Nothing of this API is ever a page.
  app.all("/partner/*", () => {
    throw notFound();
  });
  return app;
}

/** The last segment as it came over the wire, decoded once: any text, slashes and percent signs among it. */
function referenceIdIn(path: string): string {
  const segment = path.slice(path.lastIndexOf("/") + 1);
  let referenceId: string;
  try {
    referenceId = decodeURIComponent(segment);
  } catch {
    throw badRequest("referenceId: has to be percent-encoded UTF-8");
  }
  if (referenceId.length > 255) throw badRequest("referenceId: at most 255 characters");
  if (/\p{Cc}/u.test(referenceId)) throw badRequest("referenceId: no control characters");
  return referenceId;
}

/** Persona did not answer: whether it acted is found out by asking again with the same key. */
function unanswered({ kind, message, sent, headers }: CallFailure): DeskError {
  // No use in asking again before somebody has seen to the key.
  if (kind === "key") return new DeskError(502, message, "Nothing was done.");
  const details = sent === "no" ? "Nothing was done." : "Ask again with the same Idempotency-Key: what was done is not done twice.";
  return new DeskError(503, message, details, { headers: { "Retry-After": headers["Retry-After"] ?? "5" } });
}
