import { useMutation } from "@tanstack/react-query";
import CircleAlertIcon from "lucide-react/icons/circle-alert";
import type { ListedInquiry } from "@/api/inquiry-index/index-row";
import { type Postponement, takeUpMutation } from "@/api/postponements/writes";
import { describeInquiryStatus } from "@/domain/inquiry-status";
import { type ReviewWait, reviewWait, type ServiceLevel, serviceLevelWords } from "@/domain/review/review-wait";
import { type ListedReason, whyListed } from "@/domain/review/why-listed";
import { displayLine, displayValue } from "@/lib/display-text";
import { readTime } from "@/lib/read";
import { formatAbsolute, formatDuration, formatRelative } from "@/lib/time";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { dataTableColumn, type DataTableColumns } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";
import { useNow } from "@/ui/now";
import type { Tone } from "@/ui/tone";
import type { ReviewSearch } from "./review-search";
import { RowClaim } from "@/components/claim-marks";
import { RowMark } from "./row-mark";

const column = dataTableColumn<ListedInquiry>();

type ReviewColumns = {
  /** The name of a template, or its shortened ID. */
  templateName: (id: string) => string;
  serviceLevel: ServiceLevel;
  /** What is shown instead of what waits. */
  show: ReviewSearch["show"];
  /** The column that tells how long it waits may have no room. */
  isNarrow: boolean;
};

export function reviewColumns({ templateName, serviceLevel, show, isNarrow }: ReviewColumns): DataTableColumns<ListedInquiry> {
  const isAside = show === "aside";
  return column.columns([
    column.display({
      id: "select",
      header: () => <span className="sr-only">Selected</span>,
      meta: { width: 2.5, isMark: true },
      cell: ({ row: { original } }) => <RowMark inquiry={original} />,
    }),
    column.accessor("referenceId", {
      header: "Reference ID",
      cell: ({ row: { original } }) => (
        <RowLink to="/inquiries/$inquiryId" params={{ inquiryId: original.id }} search={{ walk: "review" }} preload={false}>
          {displayValue(original.referenceId, "No reference ID")}
        </RowLink>
      ),
    }),
    column.display({
      id: "why",
      header: "Why it waits",
      meta: { width: 16 },
      cell: ({ row: { original } }) => (
        <>
          <Why inquiry={original} />
          <RowClaim inquiryId={original.id} />
          {isNarrow && <Waits since={original.statusSince} serviceLevel={serviceLevel} className="table-narrow text-xs" />}
        </>
      ),
    }),
    column.accessor("statusSince", {
      header: "Waits",
      meta: { width: 13.5, from: "sm" },
      cell: ({ row: { original } }) => <Waits since={original.statusSince} serviceLevel={serviceLevel} />,
    }),
    column.display({
      id: "template",
      header: "Template",
      meta: { from: "md" },
      cell: ({ row: { original } }) => {
        const id = original.links.inquiryTemplate?.id ?? original.links.template?.id;
        return id === undefined ? "–" : templateName(id);
      },
    }),
    show === "second-looks"
      ? askedBy
      : column.accessor("postponements", {
          header: isAside ? "Set aside" : "Skipped",
          meta: { from: isAside ? "sm" : "lg", width: isAside ? 22 : 14 },
          cell: ({ row: { original } }) => (
            <>
              {isAside && <TakeUp inquiryId={original.id} />}
              <Aside postponements={original.postponements ?? []} />
            </>
          ),
        }),
  ]);
}

const askedBy = column.accessor("secondLook", {
  header: "Asked by",
  meta: { from: "sm", width: 18 },
  cell: ({ row: { original } }) => <AskedBy look={original.secondLook ?? undefined} />,
});

/** "Ines Marlow, 3 hours ago". */
function AskedBy({ look }: { look: NonNullable<ListedInquiry["secondLook"]> | undefined }) {
  const now = useNow();
  const at = readTime(look?.askedAt);
  if (look === undefined) return "–";
  return (
    <bdi className="text-ink-muted">
      {displayValue(look.by.name, "A colleague", 40)}
      {at !== undefined && `, ${formatRelative(at, now)}`}
    </bdi>
  );
}

const weights: Record<ListedReason["weight"], Tone> = { heavy: "red", some: "orange", none: "neutral" };

function Why({ inquiry }: { inquiry: ListedInquiry }) {
  return whyListed({ ...inquiry, status: inquiry.status ?? "" }).map(({ text, weight }) =>
    weight === "none" ? (
      <span key={text} className="text-ink-muted" data-tip={describeInquiryStatus(inquiry.status).label}>
        {text}
      </span>
    ) : (
      <Badge key={text} tone={weights[weight]} icon={CircleAlertIcon} className="me-1">
        {text}
      </Badge>
    ),
  );
}

const urgency: Record<ReviewWait["state"], Tone> = { overdue: "red", dueSoon: "amber", inTime: "neutral", unknown: "unknown" };

type WaitsProps = { since: string | null | undefined; serviceLevel: ServiceLevel; className?: string };

function Waits({ since, serviceLevel, className }: WaitsProps) {
  const now = useNow();
  const wait = reviewWait(since, serviceLevel, now);
  if (wait.state === "unknown") return <span data-tip="Nobody has told since when it waits">–</span>;
  const words = serviceLevelWords(wait);
  const begun = readTime(since);
  return (
    <time
      className={className}
      dateTime={since ?? undefined}
      data-tip={begun === undefined ? undefined : `Since ${formatAbsolute(begun)}`}
      data-tone={urgency[wait.state]}
    >
      {formatDuration(wait.waitedMs)}
      {words !== undefined && <span className="text-tone-text"> · {words}</span>}
    </time>
  );
}

/** The latest one in words: "Ines, in 3 hours: asked for a better picture". */
function Aside({ postponements }: { postponements: readonly Postponement[] }) {
  const now = useNow();
  const [latest] = postponements;
  if (latest === undefined) return null;
  const until = readTime(latest.until);
  const end = until === undefined ? "until the user acts" : formatRelative(until, now);
  const words = `${displayValue(latest.by.name, "A colleague", 40)}, ${end}: ${displayLine(latest.reason, 200)}`;
  return (
    <bdi className="text-ink-muted" data-tip={words}>
      {words}
    </bdi>
  );
}

/** Ends the snooze, so that it waits again. */
function TakeUp({ inquiryId }: { inquiryId: string }) {
  const takeUp = useMutation(takeUpMutation());
  return (
    <Button
      size="small"
      variant="quiet"
      className="me-2"
      busy={takeUp.isPending}
      data-tip={takeUp.isError ? "That did not work. Try again." : "It waits again, for everybody"}
      onClick={() => takeUp.mutate(inquiryId)}
    >
      {takeUp.isError ? "Try again" : "Take up"}
    </Button>
  );
}
