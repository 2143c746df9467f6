import type { Context, MiddlewareHandler } from "hono";
import type { PartnerScope } from "@/api/generated/desk/types.gen";
import type { Database } from "../db/database";
import { countCall } from "../http/call-counter";
import type { DeskEnv, DeskVariables } from "../http/context";
import { DeskError, forbidden } from "../http/desk-error";
import { hashOf } from "../auth/secrets";
import type { AuditActor, AuditWriter } from "../audit/audit-entry";
import type { Partner, PartnerTokens } from "./partner-tokens";
import type { createWrongTokens } from "./wrong-tokens";

/** Behind `partnerAccess` the calling system is known. There is never a person. */
export type PartnerEnv = DeskEnv & {
  Variables: DeskVariables & { partner: Partner };
};

export type PartnerAccessDeps = {
  readonly db: Database;
  readonly tokens: Pick<PartnerTokens, "find">;
  readonly audit: AuditWriter;
  readonly now: () => number;
};

/** Of one token. */
const callsPerMinute: Readonly<Record<PartnerScope, number>> = { "standing.read": 120, "inquiry.resume": 30 };

/** The calling system as the audit log names it. */
export const partnerActor = ({ id, name }: Partner): AuditActor => ({ type: "partner", id, name });

/**
 * Lets a call in whose token is good, whose minute is not used up and whose scopes cover it. Only the header counts: a browser sends
 * cookies by itself, and nothing of the partner API may be reached that way.
 */
export function partnerAccess(
  deps: PartnerAccessDeps & { readonly wrongTokens: ReturnType<typeof createWrongTokens> },
  scope: PartnerScope,
): MiddlewareHandler<PartnerEnv> {
  return async (c, next) => {
    const [, token] = /^Bearer ([\w-]+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
    if (token === undefined) throw unauthorized(false);
    const hash = hashOf(token);
    deps.wrongTokens.check(c.var.remoteAddress, hash);
    const partner = await deps.tokens.find(token);
    if (!partner) {
      await deps.wrongTokens.wrong(c.var.remoteAddress, hash);
      throw unauthorized(true);
    }
    deps.wrongTokens.right(hash);
    await countCall(deps.db, `${partner.id} ${scope}`, callsPerMinute[scope], deps.now());
    if (!partner.scopes.includes(scope)) throw await scopeRefusal(c, deps.audit, partner, scope);
    c.set("partner", partner);
    await next();
  };
}

/** RFC 6750, section 3: why is told only to somebody who presented a token at all, and not in what way it was bad. */
function unauthorized(presented: boolean): DeskError {
  const challenge = `Bearer realm="partner"${presented ? ', error="invalid_token"' : ""}`;
  return new DeskError(401, "Unauthorized", "A valid partner token is needed.", { headers: { "WWW-Authenticate": challenge } });
}

async function scopeRefusal(c: Context<PartnerEnv>, audit: AuditWriter, partner: Partner, scope: PartnerScope): Promise<DeskError> {
  const reason = `The token lacks the scope ${scope}.`;
  await audit.refuse({
    action: "call",
    actor: partnerActor(partner),
    subject: null,
    reason,
    requestId: c.var.requestId,
    details: { operation: scope === "standing.read" ? "retrieve-standing" : "resume-for-partner" },
  });
  return forbidden(reason);
}
