import { randomUUID } from "node:crypto";
import type { PartnerResumeRequest, PartnerResumeResponse } from "@/api/generated/partner/types.gen";
import type { Restorations } from "../commands/restorations";
import { partnerActor } from "./partner-access";
import type { Partner } from "./partner-tokens";

export type PartnerResumeIntent = {
  readonly partner: Partner;
  readonly inquiryId: string;
  readonly as: PartnerResumeRequest["as"];
  /** The same key has the same outcome; without one every call stands for itself. */
  readonly idempotencyKey: string | undefined;
  readonly requestId: string;
};

/** Lets somebody back into their inquiry on behalf of a system of the company, which looks at nothing: it gets the way in for what is. */
export function createPartnerResume(restorations: Pick<Restorations, "restore">) {
  /** @throws DeskError 404, 409 with the reason, 422 when Persona gives no more sessions, 502, 503 and 504 when Persona does not answer */
  return async function resume({ partner, inquiryId, as, idempotencyKey, requestId }: PartnerResumeIntent): Promise<PartnerResumeResponse> {
    const { status, expiresAt, oneTimeLink, sessionToken } = await restorations.restore({
      inquiryId,
      kind: as === "sessionToken" ? "sdk-token" : "link",
      expiresInSeconds: null,
      seen: null,
      by: partnerActor(partner),
      key: idempotencyKey ?? randomUUID(),
      requestId,
    });
    const state = { inquiryId, status, expiresAt };
    return sessionToken === null ? { ...state, oneTimeLink: oneTimeLink ?? undefined } : { ...state, sessionToken };
  };
}
