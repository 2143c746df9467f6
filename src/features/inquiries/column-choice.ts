/** Which columns the list of inquiries shows behind the reference ID, which is always there and first, and in what order. */
import { useMemo } from "react";
import { useTextPreference } from "@/ui/local-preferences";

export const inquiryColumnIds = [
  "status",
  "template",
  "createdAt",
  "decisionedAt",
  "statusSince",
  "updatedAt",
  "expiresAt",
  "id",
  "markedForReviewAt",
  "completedAt",
  "tags",
  "sessionCount",
  "accountId",
] as const;
export type InquiryColumnId = (typeof inquiryColumnIds)[number];

/** What is shown until a person chooses. Few, since the cells of fifty rows are made at once. */
export const usualColumns: readonly InquiryColumnId[] = ["status", "template", "createdAt", "statusSince", "expiresAt", "id"];

const isColumn = (id: string): id is InquiryColumnId => inquiryColumnIds.some((known) => known === id);

/** @returns undefined where nothing was chosen, or nothing of it is known any more; an empty list where the reference ID alone was */
export function readColumnChoice(text: string | undefined): readonly InquiryColumnId[] | undefined {
  if (text === undefined || text === "") return text === undefined ? undefined : [];
  const known = [...new Set(text.split(","))].filter(isColumn);
  return known.length === 0 ? undefined : known;
}

/** The columns of this browser's own choice, undefined for the usual ones, and the way to choose others. */
export function useColumnChoice() {
  const [text, setText] = useTextPreference("inquiry-columns");
  const chosen = useMemo(() => readColumnChoice(text), [text]);
  return { chosen, choose: (ids: readonly InquiryColumnId[] | undefined) => setText(ids?.join(",")) };
}
