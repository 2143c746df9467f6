import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useMemo } from "react";
import type { Claim } from "@/api/claims/writes";
import { claimsQuery } from "@/api/claims/queries";
import { ClaimMark } from "@/components/claim-mark";
import { useAtRest } from "@/components/use-at-rest";

const ClaimsOfRows = createContext<ReadonlyMap<string, Claim>>(new Map());

type ClaimsProps = { inquiryIds: readonly string[]; children: ReactNode };

/** Finds out, with one call, who is working on which of the rows inside. The list stands as well without it. */
export function Claims({ inquiryIds, children }: ClaimsProps) {
  const isAtRest = useAtRest();
  const { data: claims } = useQuery({ ...claimsQuery(inquiryIds), enabled: isAtRest && inquiryIds.length > 0 });
  const byInquiry = useMemo(() => new Map(claims?.map((claim) => [claim.inquiryId, claim])), [claims]);
  return <ClaimsOfRows value={byInquiry}>{children}</ClaimsOfRows>;
}

/** Who is working on the inquiry of a row. It listens by itself: a colleague's claim draws one mark, and no row. */
export function RowClaim({ inquiryId }: { inquiryId: string }) {
  const claim = use(ClaimsOfRows).get(inquiryId);
  return claim && <ClaimMark claim={claim} />;
}
