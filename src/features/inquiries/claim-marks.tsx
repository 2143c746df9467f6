import { useQuery } from "@tanstack/react-query";
import { type Dispatch, type ReactNode, type SetStateAction, useEffect } from "react";
import { claimsQuery } from "@/api/claims/queries";
import { ClaimMark } from "@/components/claim-mark";

/** What stands behind the status of an inquiry. */
export type Mark = (inquiryId: string) => ReactNode;

type ClaimMarksProps = { inquiryIds: readonly string[]; onMark: Dispatch<SetStateAction<Mark | undefined>> };

/** Finds out, with one call, who is working on which of the rows, and hands over the marks. The list stands as well without them. */
export function ClaimMarks({ inquiryIds, onMark }: ClaimMarksProps) {
  const { data: claims } = useQuery(claimsQuery(inquiryIds));
  useEffect(() => {
    const byInquiry = new Map(claims?.map((claim) => [claim.inquiryId, <ClaimMark key={claim.inquiryId} claim={claim} />]));
    onMark(() => (inquiryId: string) => byInquiry.get(inquiryId));
  }, [claims, onMark]);
  return null;
}
