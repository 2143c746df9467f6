import type { QueryClient } from "@tanstack/react-query";
import { readTime } from "@/lib/read";
import type { InquiryModel } from "../models";
import type { DeskChange } from "../generated/desk/types.gen";
import type { InquiryPage } from "./queries";

/** An inquiry as the lists that were read show it: with few of its attributes, and as old as they are. */
export function listedInquiry(queryClient: QueryClient, id: string): InquiryModel | undefined {
  const pages = queryClient.getQueriesData<InquiryPage>({ queryKey: ["inquiry", "list"] });
  return pages.flatMap(([, page]) => page?.inquiries ?? []).find((row) => row.id === id);
}

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
    query.setState({ data: { ...page, inquiries: page.inquiries.map((one) => (one === row ? { ...row, status, updatedAt } : one)) } });
  }
}
