import { Hono } from "hono";
import { errorKind } from "@/lib/error-kind";
import type { PersonaConfig } from "../config/config";
import type { DeskEnv } from "../http/context";
import { DeskError } from "../http/desk-error";
import { readPieces, tooLarge } from "../http/request-body";
import { readWebhookEvent } from "./webhook-event";
import { createSignatureCheck, type SignatureCheck } from "./webhook-signature";
import type { WebhookStore } from "./webhook-store";

export type WebhookDeps = {
  readonly persona: Pick<PersonaConfig, "webhookSecrets" | "webhookToleranceSeconds">;
  readonly store: WebhookStore;
  readonly now: () => number;
  /** For the metrics. */
  readonly count?: (outcome: "stored" | "duplicate" | "unsigned" | "unreadable" | "too-large" | "failed") => void;
  /** ms; Persona gives up on a delivery after 5 s and sends it again. */
  readonly answerWithinMs?: number;
};

/** Bytes; far more than an inquiry with everything that was collected in it. */
const usableLength = 1024 * 1024;

/**
 * POST /webhooks/persona: where Persona tells what happened. What Persona signed is taken, be it of no use, or too large to be of any: else
 * it would come again for days. The signature is checked while the body comes in, so that a large one is never held.
 */
export function webhookRoutes({ persona, store, now, count, answerWithinMs = 4_000 }: WebhookDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.post("/webhooks/persona", async (c) => {
    const { webhookSecrets: secrets, webhookToleranceSeconds: toleranceSeconds } = persona;
    const signature = createSignatureCheck({ header: c.req.header("persona-signature"), secrets, toleranceSeconds, now: now() });
    const body = await readUsable(c.req.raw, signature);
    if (!signature.isSigned()) {
      count?.("unsigned");
      // One answer whatever was wrong: it must not help to get the rest right.
      throw new DeskError(401, "Unauthorized");
    }
    if (body === undefined) {
      count?.("too-large");
      c.var.log?.warn("webhook of no use: it is too large");
      return c.body(null, 200);
    }
    const { value: event, problems } = readWebhookEvent(parsed(body), now());
    if (!event) {
      count?.("unreadable");
      c.var.log?.warn({ problems }, "webhook of no use");
      // Persona would send the same again, for days.
      return c.body(null, 200);
    }
    if (problems.length > 0) c.var.log?.warn({ event: { id: event.eventId, name: event.name }, problems }, "webhook can't be read wholly");
    try {
      const outcome = await within(answerWithinMs, store.store(event));
      count?.(outcome);
      c.var.log?.info({ event: { id: event.eventId, name: event.name }, outcome }, "webhook");
      return c.body(null, 200);
    } catch (error) {
      count?.("failed");
      c.var.log?.error({ event: { id: event.eventId, name: event.name }, error: errorKind(error) }, "webhook not stored");
      // Persona sends it again. What was stored after all is then a duplicate.
      throw new DeskError(503, "Not stored", undefined, { headers: { "Retry-After": "3" } });
    }
  });
  return app;
}

/**
 * Reads a body to its end for its signature.
 * @returns undefined where it is too large to be of use
 * @throws DeskError 413 for one that is larger than Persona sends, or that is large and Persona can't have signed
 */
async function readUsable(request: Request, signature: SignatureCheck): Promise<Uint8Array | undefined> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  await readPieces(request, (piece) => {
    signature.update(piece);
    length += piece.byteLength;
    if (length <= usableLength) return void pieces.push(piece);
    pieces = [];
    if (!signature.isPlausible) throw tooLarge(usableLength);
  });
  return length > usableLength ? undefined : Buffer.concat(pieces);
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It took too long.")), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
