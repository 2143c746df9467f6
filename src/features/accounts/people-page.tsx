import { useQuery } from "@tanstack/react-query";
import EyeIcon from "lucide-react/icons/eye";
import EyeOffIcon from "lucide-react/icons/eye-off";
import PlusIcon from "lucide-react/icons/plus";
import XIcon from "lucide-react/icons/x";
import { useMemo, useState } from "react";
import { type AccountPage, accountsQuery } from "@/api/accounts/queries";
import { FailurePanel } from "@/components/failure-panel";
import { Page } from "@/components/page";
import { PageHeader } from "@/components/page-header";
import { QueryTable } from "@/components/query-table";
import { revealFailure, useVeil } from "@/components/reveal";
import { UnknownParts } from "@/components/unknown-parts";
import { useAtRest } from "@/components/use-at-rest";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { accountListParams, type AccountSearch, callsFor, type NamedPeople } from "./account-search";
import { AskingProgress } from "./asking-progress";
import { MeantNotice } from "./meant-notice";
import { PeopleEmpty } from "./people-empty";
import { type Latest, LatestInquiries } from "./latest-inquiries";
import { personColumns } from "./person-columns";
import { type PersonRow, personRows, rowsByReferenceId } from "./person-rows";
import { ReferenceIdsField } from "./reference-ids-field";
import { usePeopleNamed } from "./use-people-named";

type PeoplePageProps = {
  search: AccountSearch;
  /** Those asked for; the same list as long as the address is the same. */
  referenceIds: readonly string[];
  /** What of the pasted text was left out, in words. */
  leftOut: string | undefined;
  /** What the address asks for besides, and what of it can't be read, by name. */
  unknown: readonly string[];
  unread: readonly string[];
  onSearch: (search: AccountSearch) => void;
  /** Takes what is not known or not read out of the address. */
  onForget: () => void;
  onNamed: (people: NamedPeople) => void;
  /** Leads to a page of the desk by its path. */
  onOpen: (path: string) => void;
};

/** More rows than anybody reads at once; the rest is a step away. */
const rowsAtOnce = 100;

/** The table of people: everybody, newest first, or those whose reference IDs were asked for. */
export function PeoplePage({ search, unknown, unread, referenceIds, leftOut, onSearch, onForget, onNamed, onOpen }: PeoplePageProps) {
  const names = useVeil({ panel: "People", fields: "names" });
  const calls = useMemo(() => callsFor(referenceIds), [referenceIds]);
  const page = useQuery(accountsQuery(accountListParams(search, referenceIds)));
  const rest = usePeopleNamed(calls, page.isSuccess && !page.isPlaceholderData);
  const [from, setFrom] = useState(0);
  const isAtRest = useAtRest();
  const [latest, setLatest] = useState<Latest>();
  const pages = page.data && [page.data, ...rest.pages];
  const asked = calls.slice(0, 1 + rest.pages.length).flatMap((call) => call.referenceIds ?? []);
  const rows = pages && rowsOf(pages, asked, page.isPlaceholderData);
  const strangers = pages?.reduce((sum, one) => sum + one.strangers, 0) ?? 0;
  const isNamed = referenceIds.length > 0;
  const shown = isNamed ? rows?.slice(from, from + rowsAtOnce) : rows;
  // the same as long as they show the same: rows are drawn anew with them
  const columns = useMemo(() => personColumns({ namesShown: names.isShown, latest }), [names.isShown, latest]);
  const accountIds = shown?.flatMap(({ account }) => account?.id ?? []) ?? [];
  const isLost = search.listed !== undefined && !isNamed;
  return (
    <Page fill>
      <PageHeader
        title="People"
        documentTitle="People"
        actions={
          <>
            <LinkButton to="/inquiries/new" icon={<PlusIcon />}>
              New inquiry
            </LinkButton>
            <Button
              icon={names.isShown ? <EyeOffIcon /> : <EyeIcon />}
              aria-pressed={names.isShown}
              busy={names.isRecording}
              onClick={names.toggle}
            >
              {names.isShown ? "Hide names" : "Show names"}
            </Button>
          </>
        }
      />
      {names.hasFailed && (
        <Notice kind="danger" role="alert">
          {revealFailure}
        </Notice>
      )}
      <div role="search" aria-label="Filters" className="flex flex-wrap items-start gap-2">
        <ReferenceIdsField key={referenceIds.join(",")} value={referenceIds} leftOut={leftOut} onCommit={onNamed} onOpen={onOpen} />
        {isNamed && (
          <Button variant="quiet" icon={<XIcon />} onClick={() => onSearch({})}>
            Show everybody
          </Button>
        )}
      </div>
      <UnknownParts names={unknown} unread={unread} onForget={onForget} />
      {isLost && (
        <Notice kind="warning" role="status">
          {count(Number(search.listed), "reference ID")} were too many for an address, so they stayed in the tab they were pasted into.
          Paste them again.
        </Notice>
      )}
      {strangers > 0 && (
        <Notice kind="warning" role="status">
          Persona answered with {count(strangers, "person", "people")} nobody had asked for. They are left out.
        </Notice>
      )}
      {calls.length > 1 && (rest.isAsking || rest.isStopped) && (
        <AskingProgress asked={asked.length} total={referenceIds.length} isStopped={rest.isStopped} onStop={rest.stop} onGoOn={rest.goOn} />
      )}
      {isNamed && rows && !page.isPlaceholderData && <MeantNotice referenceIds={referenceIds} rows={rows} onNamed={onNamed} />}
      {rest.error !== undefined && <FailurePanel error={rest.error} onRetry={rest.goOn} />}
      <QueryTable
        label="People"
        columns={columns}
        page={page}
        rows={shown}
        rowId={({ key }) => key}
        empty={<PeopleEmpty search={search} onSearch={onSearch} />}
        pages={
          isNamed
            ? {
                summary: namedSummary(rows, asked.length, rest.isAsking),
                total: rows?.length,
                onPrevious: from > 0 ? () => setFrom(from - rowsAtOnce) : undefined,
                onNext: rows && rows.length > from + rowsAtOnce ? () => setFrom(from + rowsAtOnce) : undefined,
              }
            : { one: "person", many: "people", onPage: ({ after, before }) => onSearch({ after, before }) }
        }
      />
      {isAtRest && !page.isError && accountIds.length > 0 && <LatestInquiries accountIds={accountIds} onLatest={setLatest} />}
    </Page>
  );
}

/** While the answer is on its way the rows are those of the question before: no reference ID may be called a miss by them. */
function rowsOf(pages: readonly AccountPage[], asked: readonly string[], isOld: boolean): PersonRow[] {
  const accounts = pages.flatMap((page) => page.accounts);
  return asked.length > 0 && !isOld ? rowsByReferenceId(asked, accounts) : personRows(accounts);
}

function namedSummary(rows: readonly PersonRow[] | undefined, asked: number, isAsking: boolean): string {
  if (!rows) return "Loading";
  const missing = rows.filter(({ account }) => !account).length;
  const found = `${(asked - missing).toLocaleString("en")} of ${count(asked, "reference ID")} found`;
  return isAsking ? `${found} so far` : found;
}
