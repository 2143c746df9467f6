import { useQuery } from "@tanstack/react-query";
import type { UserModel } from "@/api/models";
import { inquiryLogQuery } from "@/api/audit-entries/queries";
import { inquiryDecisionsQuery } from "@/api/decisions/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { latestUserAuditLogsQuery } from "@/api/user-audit-logs/queries";
import { personaLogCapability } from "@/domain/desk-capability";
import type { InquiryFacts } from "@/domain/facts";
import { deedsOfDashboard, deedsOfDecisions, deedsOfInquiry, deedsOfLog } from "@/domain/story/deeds";
import type { Deed } from "@/domain/story/story-types";
import { readText } from "@/lib/read";

/**
 * Who did what to an inquiry. What the desk itself knows is asked always; Persona's, which costs one of its calls, only where the inquiry was
 * decided or marked, no name is known yet, and the viewer may see that log. A log that cannot be read leaves the names out.
 */
export function useDeeds(inquiry: InquiryFacts, reviewer: UserModel | undefined): Deed[] {
  const inquiryId = readText(inquiry.id) ?? "";
  const { data: session } = useQuery(deskSessionQuery());
  const log = useQuery({ ...inquiryLogQuery(inquiryId), enabled: inquiryId !== "" });
  const decisions = useQuery({ ...inquiryDecisionsQuery(inquiryId), enabled: inquiryId !== "" });
  const known = [...deedsOfInquiry(inquiry, reviewer), ...deedsOfDecisions(decisions.data ?? []), ...deedsOfLog(log.data?.entries ?? [])];
  const isNamed = (happening: string, time: unknown) => !readText(time) || known.some((deed) => deed.happening === happening);
  const isWanting =
    !isNamed("inquiry.marked-for-review", inquiry.markedForReviewAt) || !isNamed(`inquiry.${inquiry.status}`, inquiry.decisionedAt);
  const mayLook = session !== undefined && personaLogCapability(session).allowed;
  const dashboard = useQuery({
    ...latestUserAuditLogsQuery(),
    enabled: mayLook && isWanting && !log.isPending && !decisions.isPending,
  });
  return [...known, ...deedsOfDashboard(dashboard.data?.requests ?? [], inquiryId)];
}
