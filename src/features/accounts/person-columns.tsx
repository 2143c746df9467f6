import { parseObjectId } from "@/domain/object-id";
import { tagsOf } from "@/domain/tags";
import { personName } from "@/domain/fields";
import { veil } from "@/domain/field-value";
import { isRedacted } from "@/domain/inquiry-status";
import { ObjectLink } from "@/components/object-link";
import { RedactedBadge } from "@/components/inquiry-status-badge";
import { displayLine, displayValue } from "@/lib/display-text";
import { type DataTableColumns, dataTableColumn } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import type { PersonRow } from "./person-rows";

const column = dataTableColumn<PersonRow>();

export function personColumns({ namesShown }: { namesShown: boolean }): DataTableColumns<PersonRow> {
  return column.columns([
    column.accessor("referenceId", {
      header: "Reference ID",
      meta: { width: 14 },
      cell: ({ row: { original } }) => <ReferenceCell row={original} />,
    }),
    column.display({
      id: "name",
      header: "Name",
      meta: { width: 13 },
      cell: ({ row: { original } }) => <NameCell row={original} shown={namesShown} />,
    }),
    column.display({
      id: "type",
      header: "Type",
      meta: { width: 8 },
      cell: ({
        row: {
          original: { account, referenceId },
        },
      }) => (account ? displayValue(account.accountTypeName, "–", 60) : <InquiriesOf referenceId={referenceId ?? ""} />),
    }),
    column.display({
      id: "status",
      header: "Status",
      meta: { width: 11 },
      cell: ({ row: { original } }) =>
        original.account && (
          <span className="flex items-center gap-1.5">
            {displayValue(original.account.accountStatus, "–", 60)}
            {isRedacted(original.account) && <RedactedBadge />}
          </span>
        ),
    }),
    column.display({
      id: "tags",
      header: "Tags",
      cell: ({ row: { original } }) => {
        const tags = original.account ? tagsOf(original.account).slice(0, 20) : [];
        return (
          tags.length > 0 && (
            <bdi data-tip={tags.map((tag) => displayLine(tag)).join("\n")}>{tags.map((tag) => displayLine(tag, 40)).join(", ")}</bdi>
          )
        );
      },
    }),
    column.display({
      id: "created",
      header: "Created",
      meta: { width: 9 },
      cell: ({ row: { original } }) => original.account && <Time value={original.account.createdAt} />,
    }),
    column.display({
      id: "updated",
      header: "Updated",
      meta: { width: 9 },
      cell: ({ row: { original } }) => original.account && <Time value={original.account.updatedAt} />,
    }),
  ]);
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
      <bdi>{shown}</bdi>
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
  if (!account) return <span className="text-ink-muted">Nobody has this reference ID</span>;
  const name = personName(account.fields);
  if (name === undefined) return <span className="text-ink-faint">–</span>;
  return <bdi>{shown ? name : veil(name, "name")}</bdi>;
}
