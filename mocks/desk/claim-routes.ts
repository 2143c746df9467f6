import * as z from "zod/mini";
import type { Claim, ClaimConflict } from "@/api/generated/desk/types.gen";
import { jsonAnswer, noContent } from "../http/answer";
import { parseExactBody } from "../http/body";
import { csv } from "../http/query";
import { badRequest } from "../world/core/refusal";
import { iso, second } from "../world/core/time";
import type { HeldClaim } from "./desk";
import { filtersOf } from "./desk-list";
import { type DeskCall, deskRoute, noteDone, refusedAttempt } from "./desk-route";
import { type Person, userOf } from "./person";

/** How long a claim holds without being put again. */
const leaseMs = 90 * second;

const claimBody = z.strictObject({ takeOver: z.optional(z.boolean()) });

export const claimRoutes = [
  deskRoute("list-claims", "GET /claims", (call) => {
    const wanted = filtersOf(call, ["inquiry-id"])["inquiry-id"];
    const ids = wanted === undefined ? undefined : csv(wanted);
    const held = [...call.desk.claims].filter(([id, { expiresAt }]) => expiresAt > call.now && (ids?.includes(id) ?? true));
    return jsonAnswer(200, { data: held.map(([id, claim]) => shown(id, claim, call.person)) });
  }),

  deskRoute("claim-an-inquiry", "PUT /claims/{inquiryId}", (call) => {
    const { desk, person, now } = call;
    const inquiryId = inquiryIdOf(call);
    const { takeOver = false } = parseExactBody(call.body, claimBody);
    const subject = { type: "inquiry", id: inquiryId };
    if (person.role === "auditor") {
      throw refusedAttempt(call, takeOver ? "take-over-claim" : "call", subject, "Auditors read; they can't claim an inquiry.");
    }
    const held = desk.claims.get(inquiryId);
    const isForeign = held !== undefined && held.user.id !== person.id;
    const isLive = held !== undefined && held.expiresAt > now;
    if (isForeign && isLive && !takeOver && !call.replayed) return conflictAnswer(shown(inquiryId, held, person));
    // The holder of a lapsed claim counts too: only tabs that were there know whether it was kept.
    if (isForeign && takeOver) noteDone(call, "take-over-claim", subject, { details: { fromId: held.user.id, fromName: held.user.name } });
    return jsonAnswer(200, claimFor(call, inquiryId));
  }),

  deskRoute("release-an-inquiry", "DELETE /claims/{inquiryId}", (call) => {
    const { inquiryId = "" } = call.path;
    if (call.desk.claims.get(inquiryId)?.user.id === call.person.id) {
      call.desk.claims.delete(inquiryId);
      tell(call, inquiryId);
    }
    return noContent;
  }),
];

/** Claims it for the person of the call, or keeps their claim. Whose it is has been looked at before. */
export function claimFor(call: DeskCall, inquiryId: string): Claim {
  const { desk, person, now } = call;
  const held = desk.claims.get(inquiryId);
  const isTheirs = held !== undefined && held.user.id === person.id && held.expiresAt > now;
  const claim = { user: userOf(person), claimedAt: isTheirs ? held.claimedAt : now, expiresAt: now + leaseMs };
  desk.claims.set(inquiryId, claim);
  // Keeping a claim is no news, and nothing a reload has to bring back.
  if (!isTheirs || call.replayed) tell(call, inquiryId);
  return shown(inquiryId, claim, person);
}

function inquiryIdOf({ path }: DeskCall): string {
  const { inquiryId = "" } = path;
  if (!/^inq_[A-Za-z0-9]+$/.test(inquiryId)) throw badRequest("inquiryId is no inquiry ID");
  return inquiryId;
}

const shown = (inquiryId: string, { user, claimedAt, expiresAt }: HeldClaim, person: Person): Claim => ({
  inquiryId,
  user,
  claimedAt: iso(claimedAt),
  expiresAt: iso(expiresAt),
  mine: user.id === person.id,
});

const conflictAnswer = (claim: Claim) =>
  jsonAnswer(409, { errors: [{ title: "Conflict", details: `${claim.user.name} is working on it.` }], claim } satisfies ClaimConflict);

const tell = ({ desk }: DeskCall, id: string) => desk.changed({ type: "claim", id, related: [{ type: "inquiry", id }] });
