import type { QueryClient } from "@tanstack/react-query";
import type { DeskChange } from "./generated/desk/types.gen";
import type { InquiryPage } from "./queries/inquiries";

const statusOf: Readonly<Record<string, string>> = {
  "inquiry.approved": "approved",
  "inquiry.declined": "declined",
  "inquiry.marked-for-review": "needs_review",
};

/**
 * Shows in every list that a colleague has decided an inquiry, without reading one: who looks through a list must not open what is done. The
 * row stays where it is until the list is read again. Events come in any order, so what is decided is never put back into review.
 */
export function showDecidedRow(queryClient: QueryClient, { id, name = "" }: DeskChange): void {
  const status = statusOf[name];
  if (status === undefined) return;
  const isOlder = (known: string) => known === status || (status === "needs_review" && (known === "approved" || known === "declined"));
  for (const query of queryClient.getQueryCache().findAll({ queryKey: ["inquiry", "list"] })) {
    const page = queryClient.getQueryData<InquiryPage>(query.queryKey);
    if (!page?.inquiries.some((row) => row.id === id && !isOlder(row.status))) continue;
    // not `setQueryData`: the rest of the list is as old as it was
    query.setState({ data: { ...page, inquiries: page.inquiries.map((row) => (row.id === id ? { ...row, status } : row)) } });
  }
}
