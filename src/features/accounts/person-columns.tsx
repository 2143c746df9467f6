import type { AccountModel } from "@/api/models";
import { parseObjectId } from "@/domain/object-id";
import { tagsOf } from "@/domain/tags";
import { personName } from "@/domain/fields";
import { veil } from "@/domain/field-value";
import { isRedacted } from "@/domain/inquiry-status";
import { statusSince } from "@/domain/verdict";
import { ObjectLink } from "@/components/object-link";
import { InquiryStatusBadge, RedactedBadge } from "@/components/inquiry-status-badge";
import { displayLine, displayValue } from "@/lib/display-text";
import { type DataTableColumns, dataTableColumn } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import type { Latest } from "./latest-inquiries";
import type { PersonRow } from "./person-rows";

const column = dataTableColumn<PersonRow>();

/** @param latest the newest inquiry of each person, once it is known */
export function personColumns({ namesShown, latest }: { namesShown: boolean; latest: Latest | undefined }): DataTableColumns<PersonRow> {
  return column.columns([
    column.accessor("referenceId", {
      header: "Reference ID",
      cell: ({ row: { original } }) => <ReferenceCell row={original} />,
    }),
    column.display({
      id: "latest",
      header: "Latest inquiry",
      meta: { width: 11 },
      cell: ({ row: { original } }) => <LatestCell row={original} latest={latest} />,
    }),
    column.display({
      id: "since",
      header: "Since",
      meta: { width: 7.5, from: "sm" },
      cell: ({ row: { original } }) => {
        const inquiry = original.account && latest?.byAccount.get(original.account.id);
        return inquiry && <Time value={statusSince(inquiry)} />;
      },
    }),
    column.display({
      id: "name",
      header: "Name",
      meta: { from: "sm" },
      cell: ({ row: { original } }) => <NameCell row={original} shown={namesShown} />,
    }),
    column.display({
      id: "tags",
      header: "Status and tags",
      meta: { from: "md" },
      cell: ({ row: { original } }) => original.account && <Marks account={original.account} />,
    }),
    column.display({
      id: "created",
      header: "Created",
      meta: { width: 7.5, from: "xl" },
      cell: ({ row: { original } }) => original.account && <Time value={original.account.createdAt} />,
    }),
    column.display({
      id: "updated",
      header: "Updated",
      meta: { width: 7.5, from: "xl" },
      cell: ({ row: { original } }) => original.account && <Time value={original.account.updatedAt} />,
    }),
  ]);
}

/** Where the person stands, as far as it is known; for a reference ID without a person, the way to inquiries that may have it. */
function LatestCell({ row: { account, referenceId }, latest }: { row: PersonRow; latest: Latest | undefined }) {
  if (!account) {
    return (
      <>
        <InquiriesOf referenceId={referenceId ?? ""} />
        <span className="table-narrow text-xs text-ink-muted">Nobody has this ID</span>
      </>
    );
  }
  const inquiry = latest?.byAccount.get(account.id);
  return (
    <>
      {inquiry && <InquiryStatusBadge status={inquiry.status} />}
      {latest && !inquiry && <span className="text-ink-faint">{latest.isCut ? "Not among the newest 100" : "None"}</span>}
      {isRedacted(account) && <RedactedBadge className="ms-1" />}
      {inquiry && <Time value={statusSince(inquiry)} className="table-narrow text-xs text-ink-muted" />}
    </>
  );
}

/** What tells one account from the next: a status other than the one that all begin with, and its tags. */
function Marks({ account }: { account: AccountModel }) {
  const status = displayValue(account.accountStatus, "", 60);
  const tags = tagsOf(account)
    .slice(0, 20)
    .map((tag) => displayLine(tag, 40));
  const marks = [...(status === "" || status.toLowerCase() === "default" ? [] : [status]), ...tags];
  return marks.length > 0 && <bdi data-tip={marks.join("\n")}>{marks.join(", ")}</bdi>;
}

function ReferenceCell({ row: { account, referenceId } }: { row: PersonRow }) {
  const shown = displayValue(referenceId, "No reference ID");
  if (!account) {
    // among the IDs of a list one of Persona's own may stand
    const kind = parseObjectId(referenceId ?? "")?.kind;
    const words = <bdi className="font-normal text-ink-muted">{shown}</bdi>;
    return kind === "inquiry" || kind === "account" ? <ObjectLink id={referenceId ?? ""}>{words}</ObjectLink> : words;
  }
  return (
    <RowLink to="/accounts/$accountId" params={{ accountId: account.id }} preload={false}>
      {shown}
    </RowLink>
  );
}

/** An inquiry can have a reference ID without an account of that ID being left. */
function InquiriesOf({ referenceId }: { referenceId: string }) {
  return (
    <TextLink to="/inquiries" search={{ reference: referenceId }} preload={false}>
      Inquiries<span className="sr-only"> of {displayLine(referenceId)}</span>
    </TextLink>
  );
}

function NameCell({ row: { account }, shown }: { row: PersonRow; shown: boolean }) {
  if (!account) {
    return (
      <span className="text-ink-muted" data-tip="Nobody has this reference ID">
        Nobody has this reference ID
      </span>
    );
  }
  const name = personName(account.fields);
  if (name === undefined) return <span className="text-ink-faint">–</span>;
  return <bdi>{shown ? name : veil(name, "name")}</bdi>;
}
