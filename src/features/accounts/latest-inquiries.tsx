import { useQuery } from "@tanstack/react-query";
import { type Dispatch, type SetStateAction, useEffect } from "react";
import type { InquiryModel } from "@/api/models";
import { inquiriesQuery } from "@/api/inquiry-lists/queries";

/** The newest inquiry of each person, as far as the newest hundred of all of them tell. */
export type Latest = {
  readonly byAccount: ReadonlyMap<string, InquiryModel>;
  /** There are more than a hundred: who is not among them may have some. */
  readonly isCut: boolean;
};

type LatestInquiriesProps = { accountIds: readonly string[]; onLatest: Dispatch<SetStateAction<Latest | undefined>> };

/** Finds out, with one call, where the people of the page stand, and hands it over. The table stands as well without it. */
export function LatestInquiries({ accountIds, onLatest }: LatestInquiriesProps) {
  const { data } = useQuery({
    ...inquiriesQuery({ accountId: accountIds.join(","), size: 100 }),
    placeholderData: undefined,
    retryOnMount: true,
  });
  useEffect(() => {
    if (!data) return onLatest(undefined);
    const byAccount = new Map<string, InquiryModel>();
    for (const inquiry of data.inquiries) {
      const id = inquiry.links.account?.id;
      // the list is newest first
      if (id !== undefined && !byAccount.has(id)) byAccount.set(id, inquiry);
    }
    onLatest({ byAccount, isCut: data.next !== null });
  }, [data, onLatest]);
  return null;
}
