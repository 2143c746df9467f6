import { useQuery } from "@tanstack/react-query";
import { type AccountPage, accountsQuery } from "@/api/queries/accounts";
import { FailurePanel } from "@/components/failure-panel";
import { Page } from "@/components/page";
import { PageHeader } from "@/components/page-header";
import { revealFailure, useVeil } from "@/components/reveal";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { DataTable } from "@/ui/data-table";
import { EyeIcon, EyeOffIcon, XIcon } from "@/ui/icons";
import { Notice } from "@/ui/notice";
import { Pager } from "@/ui/pager";
import { accountListParams, type AccountSearch, referenceIdsOf, searchOfReferenceIds } from "./account-search";
import { PeopleEmpty } from "./people-empty";
import { personColumns } from "./person-columns";
import { type PersonRow, personRows, rowsByReferenceId } from "./person-rows";
import { ReferenceIdsField } from "./reference-ids-field";

type PeoplePageProps = { search: AccountSearch; onSearch: (search: AccountSearch) => void };

/** The table of people: everybody, newest first, or those whose reference IDs were asked for. */
export function PeoplePage({ search, onSearch }: PeoplePageProps) {
  const names = useVeil({ panel: "People", fields: "names" });
  const referenceIds = referenceIdsOf(search);
  // What failed in the loader is shown, not asked for a second time.
  const page = useQuery({ ...accountsQuery(accountListParams(search)), retryOnMount: false });
  const rows = page.data && rowsOf(page.data, referenceIds, page.isPlaceholderData);
  const { next, previous } = page.data ?? {};
  // What was asked for does not fit on one page, so a row without a person may have one on the next.
  const miss = next ? "Not on this page" : "Nobody has this reference ID";
  return (
    <Page fill>
      <PageHeader
        title="People"
        documentTitle="People"
        actions={
          <Button
            icon={names.isShown ? <EyeOffIcon /> : <EyeIcon />}
            aria-pressed={names.isShown}
            busy={names.isRecording}
            onClick={names.toggle}
          >
            {names.isShown ? "Hide names" : "Show names"}
          </Button>
        }
      />
      {names.hasFailed && (
        <Notice kind="danger" role="alert">
          {revealFailure}
        </Notice>
      )}
      <div role="search" aria-label="Filters" className="flex flex-wrap items-start gap-2">
        <ReferenceIdsField key={search["reference-id"]} value={referenceIds} onCommit={(ids) => onSearch(searchOfReferenceIds(ids))} />
        {referenceIds.length > 0 && (
          <Button variant="quiet" icon={<XIcon />} onClick={() => onSearch({})}>
            Show everybody
          </Button>
        )}
      </div>
      {page.isError ? (
        <FailurePanel error={page.error} onRetry={() => void page.refetch()} />
      ) : (
        <>
          <DataTable
            label="People"
            columns={personColumns({ namesShown: names.isShown, miss })}
            rows={rows}
            rowId={({ key }) => key}
            busy={page.isPlaceholderData}
            rowCount={next || previous ? "unknown" : rows?.length}
            skeletonRows={20}
            empty={<PeopleEmpty search={search} onSearch={onSearch} />}
            fill
          />
          <Pager
            summary={summaryOf(rows, referenceIds.length)}
            busy={page.isPlaceholderData}
            onPrevious={previous ? () => onSearch({ ...search, after: previous.after, before: previous.before }) : undefined}
            onNext={next && referenceIds.length === 0 ? () => onSearch({ after: next.after, before: next.before }) : undefined}
          />
        </>
      )}
    </Page>
  );
}

/** While the answer is on its way the rows are those of the question before: no reference ID may be called a miss by them. */
function rowsOf(page: AccountPage, referenceIds: readonly string[], isOld: boolean): PersonRow[] {
  return referenceIds.length > 0 && !isOld ? rowsByReferenceId(referenceIds, page.accounts) : personRows(page.accounts);
}

function summaryOf(rows: readonly PersonRow[] | undefined, asked: number): string {
  if (!rows) return "Loading";
  if (asked === 0) return `${count(rows.length, "person", "people")} on this page, newest first`;
  const missing = rows.filter(({ account }) => !account).length;
  return `${count(rows.length - missing, "person", "people")} found, ${count(missing, "reference ID")} without one`;
}
