import { day } from "../../world/core/time";
import type { Bulk } from "./bulk";
import { courseOf } from "./plan";
import { placed } from "./verifications";

/** A number that is one of so many. */
export const below = (limit: number, number: number | undefined) => (number === undefined || number >= limit ? undefined : number);

/** What the API hides about the rows of the bulk, likewise made when it is needed. */
export function deriveHidden(bulk: Bulk): void {
  const { plan, world, templates } = bulk;
  const { hidden } = world;
  const numberOf = (prefix: string, id: string) => plan.ids.numberOf(prefix, id);
  hidden.inquiries.derive((id) => {
    const number = below(plan.count, numberOf("inq_", id));
    if (number === undefined) return undefined;
    const { windows } = hidden.templates.need(templates[courseOf(plan, number).template]);
    return { windows, createdVia: "api", redirectUri: null, reportPlans: {}, redacting: false };
  });
  hidden.accounts.derive((id) =>
    numberOf("act_", id) === undefined ? undefined : { accountTypeId: bulk.accountTypeId, consolidatedInto: undefined, redacting: false },
  );
  hidden.sessions.derive((id) => {
    const number = below(plan.count, numberOf("iqse_", id));
    if (number === undefined) return undefined;
    return { expiresAt: courseOf(plan, number).createdAt + day, token: undefined, oneTimeLinkCode: undefined, deviceKey: `bulk-${number}` };
  });
  hidden.verifications.derive((id) => {
    const number = numberOf("ver_", id);
    const attempt = number === undefined ? undefined : placed(bulk, number);
    if (attempt === undefined) return undefined;
    const { made, course } = attempt;
    const isSelfie = made.attempt.kind === "selfie";
    return {
      stepName: made.stepName,
      attempt: made.count,
      sessionId: plan.ids.of("iqse_", course.number),
      documentId: isSelfie ? undefined : plan.ids.of("doc_", attempt.number),
      selfieId: isSelfie ? plan.ids.of("self_", course.number) : undefined,
      locked: false,
    };
  });
  hidden.reports.derive((id) =>
    numberOf("rep_", id) === undefined
      ? undefined
      : { plan: { status: "ready", hasMatch: false }, history: [], paused: false, running: false },
  );
}
