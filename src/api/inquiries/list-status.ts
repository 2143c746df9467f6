import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { readTime } from "@/lib/read";
import type { InquiryModel } from "../models";
import type { DeskChange } from "../generated/desk/types.gen";
import type { InquiryPage } from "../inquiry-lists/queries";

/** An inquiry as the lists that were read show it: with few of its attributes, and as old as the youngest list that has it. */
export function listedInquiry(queryClient: QueryClient, id: string): InquiryModel | undefined {
  const rows = queryClient
    .getQueriesData<InquiryPage>({ queryKey: ["inquiry", "list"] })
    .flatMap(([key, page]) => (page?.inquiries ?? []).flatMap((row) => (row.id === id ? { row, ...ageOf(queryClient, key, row) } : [])));
  const [youngest] = rows.toSorted((one, other) => other.changedAt - one.changedAt || other.readAt - one.readAt);
  return youngest?.row;
}

/** What changed last is the truest; of equals, which are the same but for what Persona doesn't date, what was read last. */
const ageOf = (queryClient: QueryClient, key: QueryKey, { updatedAt }: InquiryModel) => ({
  changedAt: readTime(updatedAt) ?? 0,
  readAt: queryClient.getQueryState(key)?.dataUpdatedAt ?? 0,
});

/**
 * Shows in every list what has become of an inquiry, without reading one: who looks through a list must not open what a colleague has done.
 * The row stays where it is until the list is read again. Changes come in any order, so one that is older than the row says nothing.
 */
export function showStatusInLists(queryClient: QueryClient, { id, status, updatedAt }: DeskChange): void {
  const at = readTime(updatedAt);
  if (status === undefined || updatedAt === undefined || at === undefined) return;
  for (const query of queryClient.getQueryCache().findAll({ queryKey: ["inquiry", "list"] })) {
    const page = queryClient.getQueryData<InquiryPage>(query.queryKey);
    const row = page?.inquiries.find((one) => one.id === id);
    if (page === undefined || row === undefined || row.status === status || at <= (readTime(row.updatedAt) ?? 0)) continue;
    // not `setQueryData`: the rest of the list is as old as it was
    query.setState({
      data: {
        ...page,
        inquiries: page.inquiries.map((one) => (one === row ? become(row, status, updatedAt) : one)),
      },
    });
  }
}

/** The time at which it became what it is, by status. */
export const sinceAttributes: Readonly<Record<string, "completedAt" | "failedAt" | "expiredAt" | "markedForReviewAt" | "decisionedAt">> = {
  completed: "completedAt",
  failed: "failedAt",
  expired: "expiredAt",
  needs_review: "markedForReviewAt",
  approved: "decisionedAt",
  declined: "decisionedAt",
};

/**
 * The row in another status. What told of the former one is not told of this one: when it was last decided, and by whom, says nothing of a
 * decision that came after it, nor the end of a window of one that was resumed.
 */
function become(row: InquiryModel, status: string, updatedAt: string): InquiryModel {
  const time = sinceAttributes[status];
  const isResumed = isOpen(status) && !isOpen(row.status);
  return {
    ...row,
    status,
    updatedAt,
    ...("statusSince" in row && { statusSince: null }),
    ...(time !== undefined && row[time] && { [time]: null }),
    ...(time === "decisionedAt" &&
      row.links.reviewer && {
        links: { ...row.links, reviewer: null },
      }),
    ...(isResumed && row.expiresAt && { expiresAt: null }),
  };
}

const isOpen = (status: unknown) => status === "created" || status === "pending";
