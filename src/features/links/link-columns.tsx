import type { IssuedLink } from "@/api/generated/desk/types.gen";
import { UntrustedText } from "@/components/untrusted-text";
import { linkEnd, linkKindLabel, stateByNow } from "@/domain/issued-link";
import { displayLine, displayValue } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { readTime } from "@/lib/read";
import { formatAbsolute, formatDuration } from "@/lib/time";
import { dataTableColumn } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";
import { useNow } from "@/ui/now";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import { LinkStateBadge } from "./link-state-badge";

const column = dataTableColumn<IssuedLink>();

/** The columns of the ledger. */
export const linkColumns = column.columns([
  column.accessor("inquiryId", {
    header: "For the inquiry",
    meta: { width: 9 },
    cell: ({ getValue }) => (
      <RowLink to="/inquiries/$inquiryId" params={{ inquiryId: getValue() }} preload={false} data-tip={getValue()}>
        <span className="font-mono text-xs">{middleEllipsis(displayLine(getValue()))}</span>
      </RowLink>
    ),
  }),
  column.accessor("state", {
    header: "State",
    meta: { width: 12 },
    cell: ({ row: { original } }) => (
      <>
        <StateNow link={original} /> <Opening link={original} />
        <span className="table-narrow text-xs">
          <Expiry link={original} />
        </span>
      </>
    ),
  }),
  column.accessor("referenceId", {
    header: "Reference ID",
    meta: { least: 7, from: "sm" },
    cell: ({ getValue }) => {
      const referenceId = getValue();
      return referenceId === null ? <span className="text-ink-faint">none known</span> : <UntrustedText value={referenceId} />;
    },
  }),
  column.display({
    id: "expires",
    header: "Works until",
    meta: { width: 9, from: "sm" },
    cell: ({ row: { original } }) => <Expiry link={original} />,
  }),
  column.accessor("kind", { header: "Kind", meta: { width: 7, from: "2xl" }, cell: ({ getValue }) => linkKindLabel(getValue()) }),
  column.accessor("issuedAt", { header: "Issued", meta: { width: 7.5, from: "md" }, cell: ({ getValue }) => <Time value={getValue()} /> }),
  column.display({
    id: "by",
    header: "By",
    meta: { least: 7, from: "xl" },
    cell: ({ row: { original } }) => (
      <>
        <bdi>{displayValue(original.issuedBy.name, middleEllipsis(displayLine(original.issuedBy.id)), 60)}</bdi>
        {original.issuedBy.type === "partner" && <span className="text-ink-muted"> · Partner</span>}
      </>
    ),
  }),
  column.display({
    id: "next",
    header: () => <span className="sr-only">What next</span>,
    meta: { width: 8.5, from: "xl" },
    cell: ({ row: { original } }) => <WhatNext link={original} />,
  }),
]);

function StateNow({ link }: { link: IssuedLink }) {
  const now = useNow();
  return <LinkStateBadge state={stateByNow(link, now)} />;
}

function WhatNext({ link }: { link: IssuedLink }) {
  const now = useNow();
  return (
    <TextLink to="/inquiries/$inquiryId" params={{ inquiryId: link.inquiryId }} preload={false}>
      {stateByNow(link, now) === "live" ? "Open inquiry" : "Issue a new one"}
      <span className="sr-only"> for {displayLine(link.inquiryId)}</span>
    </TextLink>
  );
}

/** A countdown while it lives; when it ended afterwards. With the inquiry, where that ends earlier. */
function Expiry({ link }: { link: IssuedLink }) {
  const now = useNow();
  const end = linkEnd(link);
  const expires = readTime(end?.at);
  if (link.state === "superseded" && link.supersededAt !== null) return <Time value={link.supersededAt} className="text-ink-muted" />;
  if (link.state === "opened") return <span className="text-ink-muted">used up</span>;
  if (end === undefined || expires === undefined) return <span className="text-ink-muted">Persona did not say</span>;
  if (link.state !== "live" || expires <= now) return <Time value={expires} className="text-ink-muted" />;
  return (
    <time dateTime={end.at} data-tip={`${formatAbsolute(expires)}${end.isOfInquiry ? ", when the inquiry expires" : ""}`}>
      {formatDuration(expires - now)} left{end.isOfInquiry && <span className="text-ink-muted"> · inquiry</span>}
    </time>
  );
}

/** How soon after it was issued, and whether that looks like a program: Persona tells of sessions, not of who opened them. */
function Opening({ link: { openedAt, openedLike, issuedAt } }: { link: IssuedLink }) {
  const [opened, issued] = [readTime(openedAt), readTime(issuedAt)];
  if (opened === undefined || issued === undefined) return null;
  return (
    <span className="text-ink-muted">
      <time dateTime={new Date(opened).toISOString()} data-tip={formatAbsolute(opened)}>
        after {formatDuration(Math.max(0, opened - issued))}
      </time>
      {openedLike === "scanner" && " · a mail scanner?"}
    </span>
  );
}
