import { useQueryClient } from "@tanstack/react-query";
import type { IndexedPage, Unasked } from "@/api/inquiry-index/index-page";
import { indexedInquiriesQuery } from "@/api/inquiry-index/queries";
import { joinWords } from "@/lib/words";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { inquiryListParams, type InquirySearch, withFilters } from "./inquiry-search";

type StandInNoticeProps = {
  standIn: NonNullable<IndexedPage["standIn"]>;
  search: InquirySearch;
  onSearch: (search: InquirySearch) => void;
  onRetry: () => void;
};

/** Says that Persona's own list is shown instead of the desk's index, why, and what it could not be asked. */
export function StandInNotice({ standIn: { why, unasked }, search, onSearch, onRetry }: StandInNoticeProps) {
  const queryClient = useQueryClient();
  const beginAgain = async () => {
    const first = withFilters(search, {});
    // Persona's list may have stood in for that page as well
    await queryClient.invalidateQueries({ queryKey: indexedInquiriesQuery(inquiryListParams(first)).queryKey });
    onSearch(first);
  };
  const filters = [...new Set(unasked.flatMap((part) => (part === "sort" ? [] : filterWords[part])))];
  const filterless = filters.length > 0 && `It can't be filtered by ${joinWords(filters, "or")}, so that is left out.`;
  const sentences = [reasons[why], filterless, unasked.includes("sort") && "It can't be sorted otherwise."];
  return (
    <Notice kind="warning" role="status">
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span>{sentences.filter((sentence) => sentence !== false).join(" ")}</span>
        {why === "begun" && (
          <Button size="small" onClick={() => void beginAgain()}>
            Begin again
          </Button>
        )}
        {why === "unavailable" && (
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        )}
      </span>
    </Notice>
  );
}

const reasons: Readonly<Record<StandInNoticeProps["standIn"]["why"], string>> = {
  "not-whole": "The desk is still reading all inquiries into its index. Until it has, this is Persona's own list, newest first.",
  unavailable: "The desk's index of inquiries could not be read, so this is Persona's own list, newest first.",
  begun: "This is a page of Persona's own list, newest first. The desk's index begins at the first page.",
};

const filterWords: Readonly<Record<Exclude<Unasked, "sort">, string>> = {
  statuses: "status",
  templateIds: "template",
  templateVersionIds: "template version",
  accountIds: "account",
  referenceIds: "several reference IDs",
  tags: "tag",
  claimedBy: "who works on it",
  decidedBy: "who decided",
  reasonId: "reason",
  hasMatch: "matches",
  snoozed: "what is snoozed",
  secondLook: "second looks",
  createdAtStart: "when it was created",
  createdAtEnd: "when it was created",
  updatedAtStart: "when it was updated",
  updatedAtEnd: "when it was updated",
  decisionedAtStart: "when it was decided",
  decisionedAtEnd: "when it was decided",
  expiresAtStart: "when it expires",
  expiresAtEnd: "when it expires",
  statusSinceStart: "how long it has had its status",
  statusSinceEnd: "how long it has had its status",
};
