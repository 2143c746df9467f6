import { useQuery } from "@tanstack/react-query";
import PlayIcon from "lucide-react/icons/play";
import { type ReactNode, useMemo } from "react";
import { indexedInquiriesQuery } from "@/api/inquiry-index/queries";
import type { WaitingCounts } from "@/api/generated/desk/types.gen";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { reviewQueueQuery } from "@/api/review-queue/queries";
import { settingsQuery } from "@/api/settings/queries";
import { ChecklistFilter } from "@/components/checklist-filter";
import { FailurePanel } from "@/components/failure-panel";
import { LookAgreement } from "@/components/look-agreement";
import { Page } from "@/components/page";
import { PageHeader } from "@/components/page-header";
import { displayLine } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { count, joinWords } from "@/lib/words";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { useNarrowWindow } from "@/ui/use-narrow-window";
import { serviceLevelOf } from "./service-level";
import { LastWalk } from "./last-walk";
import { reviewColumns } from "./review-columns";
import { type ReviewSearch, reviewListParams, templatesOf, withReviewFilters } from "./review-search";
import { ReviewTable } from "./review-table";
import { useWalkStart } from "./use-walk-start";

type ReviewPageProps = {
  search: ReviewSearch;
  onSearch: (search: ReviewSearch) => void;
  /** What of the address the queue can't do or can't read. */
  notice: ReactNode;
};

/** What waits for a human, what has waited longest first; and the walk through it, one inquiry at a time. */
export function ReviewPage({ search, onSearch, notice }: ReviewPageProps) {
  const templateIds = templatesOf(search);
  const queue = useQuery(reviewQueueQuery(templateIds));
  const page = useQuery(indexedInquiriesQuery(reviewListParams(search, queue.data?.statuses)));
  const settings = useQuery(settingsQuery());
  const templates = useQuery(inquiryTemplatesQuery()).data?.templates;
  const names = useMemo(() => new Map(templates?.map(({ id, name }) => [id, displayLine(name ?? "", 60) || id])), [templates]);
  const { show } = search;
  const isNarrow = useNarrowWindow();
  const serviceLevel = useMemo(() => serviceLevelOf(settings.data), [settings.data]);
  const columns = useMemo(
    () => reviewColumns({ templateName: (id) => names.get(id) ?? middleEllipsis(id), serviceLevel, show, isNarrow }),
    [names, serviceLevel, show, isNarrow],
  );
  const start = useWalkStart(templateIds);
  const set = (change: Omit<ReviewSearch, "after" | "before">) => onSearch(withReviewFilters(search, change));
  const isWhole = queue.data?.index.whole !== false;
  return (
    <Page fill>
      <PageHeader
        title="Review queue"
        documentTitle="Review queue"
        meta={<Waiting queue={queue.data?.waiting}>{show === "second-looks" && <LookAgreement />}</Waiting>}
        actions={
          <Button
            variant="primary"
            icon={<PlayIcon />}
            busy={start.isStarting}
            unavailable={start.unavailable ?? (!isWhole && "The desk is still reading which inquiries there are")}
            onClick={start.start}
          >
            Review one after the other
          </Button>
        }
      />
      <div role="search" aria-label="Filters" className="flex flex-wrap items-center gap-2">
        <ChecklistFilter
          name="Template"
          options={[...new Set([...names.keys(), ...(templateIds ?? [])])].map((value) => ({ value, label: names.get(value) ?? value }))}
          chosen={templateIds ?? []}
          summary={
            templateIds
              ? joinWords(
                  templateIds.map((id) => names.get(id) ?? middleEllipsis(id)),
                  "or",
                )
              : "Any"
          }
          onToggle={(value) => set({ template: toggled(templateIds, value) })}
          onClear={() => set({ template: undefined })}
          none={<p className="text-xs text-ink-muted">There are no templates.</p>}
        />
        <Button aria-pressed={show === "aside"} onClick={() => set({ show: show === "aside" ? undefined : "aside" })}>
          Set aside
        </Button>
        <Button aria-pressed={show === "second-looks"} onClick={() => set({ show: show === "second-looks" ? undefined : "second-looks" })}>
          {queue.data !== undefined && queue.data.toAnswer > 0 ? `Second looks, ${queue.data.toAnswer} for you` : "Second looks"}
        </Button>
      </div>
      {notice}
      {start.error !== undefined && <FailurePanel error={start.error} during="write" headingLevel={2} onRetry={start.start} />}
      <LastWalk />
      {page.data?.standIn && (
        <Notice kind="warning">
          The desk is still reading which inquiries there are. Until it has, this is Persona's own list, newest first: what has waited
          longest may be further on.
        </Notice>
      )}
      <ReviewTable page={page} columns={columns} show={show} onPage={({ after, before }) => onSearch({ ...search, after, before })} />
    </Page>
  );
}

function toggled(chosen: readonly string[] = [], value: string): string | undefined {
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return next.length === 0 ? undefined : next.join(",");
}

/** "41 wait: 36 for you, 3 with colleagues, 2 set aside". */
function Waiting({ queue, children }: { queue: WaitingCounts | undefined; children: ReactNode }) {
  if (!queue) return <p>Finding out what waits</p>;
  const parts = [
    `${queue.ready} for you`,
    ...(queue.claimed > 0 ? [`${queue.claimed} with colleagues`] : []),
    ...(queue.postponed > 0 ? [`${queue.postponed} set aside`] : []),
    ...(queue.secondLook > 0 ? [`${queue.secondLook} with a second person`] : []),
    ...(queue.inDecision > 0 ? [`${queue.inDecision} being decided`] : []),
  ];
  return (
    <p className="tabular-nums">
      {queue.total === 0 ? "Nothing waits." : `${count(queue.total, "waits", "wait")}: ${parts.join(", ")}`} {children}
    </p>
  );
}
