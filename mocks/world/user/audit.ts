import type { UserAuditLog } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import { iso } from "../core/time";
import { memberOf } from "./users";
import type { World } from "../core/world";

export type AuditedRequest = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Dashboard path, such as `/dashboard/inquiries/inq_…/approve`. */
  path: string;
  inquiryId?: string;
  postParams?: Record<string, unknown>;
};

/**
 * Notes what a member did in the dashboard (spec: user audit logs hold dashboard requests; calls with an API key go to the API logs).
 * Nothing is noted for other actors.
 */
export function recordUserAudit(world: World, request: AuditedRequest, actor: Actor): UserAuditLog | undefined {
  const user = actor.type === "user" ? memberOf(world, actor) : undefined;
  if (user === undefined) return undefined;
  return world.tables.userAuditLogs.add({
    type: "user-audit-log",
    id: world.id("ual_"),
    attributes: {
      path: request.path,
      method: request.method,
      getParams: {},
      postParams: request.postParams ?? {},
      // Documentation range (RFC 5737): the office of a made-up organization.
      ipAddress: "203.0.113.10",
      userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
      responseStatus: 200,
      createdAt: iso(world.clock.now()),
      impersonatorEmailAddress: null,
      ...(request.inquiryId !== undefined && { context: { inquiryId: request.inquiryId } }),
    },
    relationships: {
      user: { data: { type: "user", id: user.id } },
      userSession: { data: { type: "user-session", id: world.id("uses_") } },
    },
  });
}
