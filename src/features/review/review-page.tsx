import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import CircleCheckIcon from "lucide-react/icons/circle-check";
import PlayIcon from "lucide-react/icons/play";
import { type ReactNode, useMemo, useState, useSyncExternalStore } from "react";
import { indexedInquiriesQuery } from "@/api/inquiry-index/queries";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { reviewQueueQuery } from "@/api/review-queue/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { settingsQuery } from "@/api/settings/queries";
import { ChecklistFilter } from "@/components/checklist-filter";
import { FailurePanel } from "@/components/failure-panel";
import { Page } from "@/components/page";
import { PageHeader } from "@/components/page-header";
import { QueryTable } from "@/components/query-table";
import { knownRole } from "@/domain/viewer";
import { Claims } from "@/components/claim-marks";
import { displayLine } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { formatDuration } from "@/lib/time";
import { count, joinWords } from "@/lib/words";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { useNarrowWindow } from "@/ui/use-narrow-window";
import { serviceLevelOf } from "./service-level";
import { reviewColumns } from "./review-columns";
import { type ReviewSearch, reviewListParams, templatesOf, withReviewFilters } from "./review-search";
import { reviewWalkOf } from "./review-walk";

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
  const isAside = search.show === "aside";
  const isNarrow = useNarrowWindow();
  const serviceLevel = useMemo(() => serviceLevelOf(settings.data), [settings.data]);
  const columns = useMemo(
    () => reviewColumns({ templateName: (id) => names.get(id) ?? middleEllipsis(id), serviceLevel, isAside, isNarrow }),
    [names, serviceLevel, isAside, isNarrow],
  );
  const rows = page.data?.inquiries;
  const inquiryIds = useMemo(() => rows?.map(({ id }) => id) ?? [], [rows]);
  const start = useStart(templateIds);
  const set = (change: Omit<ReviewSearch, "after" | "before">) => onSearch(withReviewFilters(search, change));
  const isWhole = queue.data?.index.whole !== false;
  return (
    <Page fill>
      <PageHeader
        title="Review queue"
        documentTitle="Review queue"
        meta={<Waiting queue={queue.data?.waiting} />}
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
        <Button aria-pressed={isAside} onClick={() => set({ show: isAside ? undefined : "aside" })}>
          Set aside
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
      <Claims inquiryIds={inquiryIds}>
        <QueryTable
          label="Review queue"
          columns={columns}
          page={page}
          rows={rows}
          rowId={({ id }) => id}
          empty={
            <EmptyState title={isAside ? "Nothing is set aside" : "Nothing waits"} icon={CircleCheckIcon}>
              {isAside ? "What is snoozed is listed here until it is over." : "What needs a human comes here by itself."}
            </EmptyState>
          }
          pages={{
            one: "inquiry",
            many: "inquiries",
            order: page.data?.standIn ? undefined : "longest wait first",
            onPage: ({ after, before }) => onSearch({ ...search, after, before }),
          }}
        />
      </Claims>
    </Page>
  );
}

function toggled(chosen: readonly string[] = [], value: string): string | undefined {
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return next.length === 0 ? undefined : next.join(",");
}

/** "41 wait: 36 for you, 3 with colleagues, 2 set aside". */
function Waiting({
  queue,
}: {
  queue: { total: number; ready: number; claimed: number; postponed: number; inDecision: number } | undefined;
}) {
  if (!queue) return <p>Finding out what waits</p>;
  const parts = [
    `${queue.ready} for you`,
    ...(queue.claimed > 0 ? [`${queue.claimed} with colleagues`] : []),
    ...(queue.postponed > 0 ? [`${queue.postponed} set aside`] : []),
    ...(queue.inDecision > 0 ? [`${queue.inDecision} being decided`] : []),
  ];
  return (
    <p className="tabular-nums">{queue.total === 0 ? "Nothing waits." : `${count(queue.total, "waits", "wait")}: ${parts.join(", ")}`}</p>
  );
}

/** Begins the walk with the inquiry that has waited longest. */
function useStart(templateIds: readonly string[] | undefined) {
  const walk = reviewWalkOf(useQueryClient());
  const navigate = useNavigate();
  const session = useQuery(deskSessionQuery());
  const [state, setState] = useState<{ isStarting: boolean; error?: unknown }>({ isStarting: false });
  const isAuditor = session.data !== undefined && knownRole(session.data) === "auditor";
  const begin = async () => {
    setState({ isStarting: true });
    try {
      walk.begin(templateIds);
      await walk.lookAhead();
      const [id] = walk.state().ahead;
      if (id !== undefined) await navigate({ to: "/inquiries/$inquiryId", params: { inquiryId: id }, search: { walk: "review" } });
      setState({ isStarting: false });
    } catch (error) {
      setState({ isStarting: false, error });
    }
  };
  return {
    ...state,
    start: () => {
      if (!state.isStarting) void begin();
    },
    unavailable: isAuditor ? "Auditors look, and decide nothing" : undefined,
  };
}

/** What became of the last walk, for whoever comes back from it. */
function LastWalk() {
  const walk = reviewWalkOf(useQueryClient());
  const { done, begunAt, leftAt, waiting } = useSyncExternalStore(walk.subscribe, walk.state);
  if (begunAt === undefined || leftAt === undefined) return null;
  const isEmpty = waiting?.ready === 0;
  if (done.length === 0 && !isEmpty) return null;
  return (
    <Notice kind="success" role="status">
      {done.length > 0 && `${count(done.length, "inquiry", "inquiries")} done in ${formatDuration(leftAt - begunAt)}. `}
      {isEmpty && "Nothing is left for you now."}
    </Notice>
  );
}
