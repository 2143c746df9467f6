import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import XIcon from "lucide-react/icons/x";
import { type ReactNode, useMemo } from "react";
import { indexedInquiriesQuery } from "@/api/inquiry-index/queries";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { AtRest } from "@/components/at-rest";
import { Page } from "@/components/page";
import { PageHeader } from "@/components/page-header";
import { QueryTable } from "@/components/query-table";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { late } from "@/ui/late";
import { Skeleton } from "@/ui/skeleton";
import { useNarrowWindow } from "@/ui/use-narrow-window";
import { Claims } from "@/components/claim-marks";
import { askedColumns } from "./asked-columns";
import { readColumnChoice, useColumnChoice } from "./column-choice";
import type { TemplateNames } from "./filter-words";
import { inquiryColumns } from "./inquiry-columns";
import { holdsUndocumented, inquiryListParams, type InquirySearch, isFiltered, noFilters, withFilters } from "./inquiry-search";

// the rows do not wait for what chooses among them
const InquiryFilters = late(async () => (await import("./inquiry-filters")).InquiryFilters);
const InquiryTotal = late(async () => (await import("./inquiry-total")).InquiryTotal);
const ListTools = late(async () => (await import("./list-tools")).ListTools);
const UnreadNotice = late(async () => (await import("./unread-notice")).UnreadNotice);
const StrangersNotice = late(async () => (await import("./unread-notice")).StrangersNotice);
const StandInNotice = late(async () => (await import("./stand-in-notice")).StandInNotice);
const AddressParts = late(async () => (await import("./unread-notice")).AddressParts);
const InquiryListEmpty = late(async () => (await import("./inquiry-list-empty")).InquiryListEmpty);

type InquiriesPageProps = {
  search: InquirySearch;
  /** What the address asks for besides, by name. */
  unknown: readonly string[];
  /** What was said of the reference ID in the address, where it was taken out. */
  leftOut: string | undefined;
  onSearch: (search: InquirySearch) => void;
  /** Goes to the address without what is not known or not read. */
  onForget: (search: InquirySearch) => void;
  /** Leads to a page of the desk by its path. */
  onOpen: (path: string) => void;
  /** The menu of saved views, and what keeps its place: the list does not share the line with the menu's code. */
  views: ReactNode;
  viewsPlace: ReactNode;
};

/** The list of inquiries: filters, one page of rows, and the way to the next. */
export function InquiriesPage({ search, unknown, leftOut, onSearch, onForget, onOpen, views, viewsPlace }: InquiriesPageProps) {
  const page = useQuery(indexedInquiriesQuery(inquiryListParams(search)));
  const templates = useQuery(inquiryTemplatesQuery());
  const known = templates.data?.templates;
  const names: TemplateNames = useMemo(() => new Map(known?.map(({ id, name }) => [id, displayLine(name ?? "", 60) || id])), [known]);
  const rows = page.data?.inquiries;
  // the same as long as they show the same: rows are drawn anew with them
  const isNarrow = useNarrowWindow();
  const { chosen } = useColumnChoice();
  const asked = askedColumns(search).join(",");
  const columns = useMemo(() => inquiryColumns(names, isNarrow, chosen, readColumnChoice(asked) ?? []), [names, isNarrow, chosen, asked]);
  const isIndex = page.data?.standIn === undefined;
  const inquiryIds = useMemo(() => rows?.map(({ id }) => id) ?? [], [rows]);
  return (
    <Page fill>
      <PageHeader
        title="Inquiries"
        documentTitle="Inquiries"
        actions={
          // A button keeps its place while there is nothing to clear, so that the list does not move.
          <>
            <Button
              size="small"
              variant="quiet"
              icon={<XIcon />}
              className={isFiltered(search) ? undefined : "invisible max-sm:hidden"}
              onClick={() => onSearch(withFilters(search, noFilters))}
            >
              Clear filters
            </Button>
            <AtRest {...onceDrawn} until={toolsPlace}>
              <ListTools search={search} fallback={toolsPlace} />
            </AtRest>
            <AtRest {...onceDrawn} until={viewsPlace}>
              {views}
            </AtRest>
          </>
        }
      />
      <AtRest {...onceDrawn} until={filtersPlace}>
        <InquiryFilters
          fallback={filtersPlace}
          instead={<p className="h-8 text-sm text-ink-muted">The filters could not be loaded yet. They are asked for again.</p>}
          search={search}
          onSearch={onSearch}
          onOpen={onOpen}
          templates={names}
          templatesAvailable={templates.isError ? null : templates.data?.available}
        />
      </AtRest>
      {(unknown.length > 0 || search.unread !== undefined || holdsUndocumented(search)) && (
        <AddressParts search={search} unknown={unknown} onForget={onForget} />
      )}
      <AtRest isDue={search.unread !== undefined || leftOut !== undefined}>
        <UnreadNotice search={search} leftOut={leftOut} />
      </AtRest>
      {page.data?.standIn && (
        <StandInNotice standIn={page.data.standIn} search={search} onSearch={onSearch} onRetry={() => void page.refetch()} />
      )}
      {page.data !== undefined && page.data.strangers > 0 && <StrangersNotice count={page.data.strangers} />}
      <Claims inquiryIds={inquiryIds}>
        <QueryTable
          label="Inquiries"
          columns={columns}
          page={page}
          rows={rows}
          rowId={({ id }) => id}
          sorting={isIndex ? { current: search.sort ?? newestFirst, link: (sort, head) => sortLink(search, sort, head) } : undefined}
          empty={<InquiryListEmpty search={search} onSearch={onSearch} templates={names} instead={<p>Nothing to show.</p>} />}
          pages={{
            one: "inquiry",
            many: "inquiries",
            order: isIndex ? orderWords(search.sort) : undefined,
            onPage: ({ after, before }) => onSearch({ ...search, after, before }),
            more: isIndex && (
              <AtRest>
                <InquiryTotal search={search} />
              </AtRest>
            ),
          }}
        />
      </Claims>
    </Page>
  );
}

/** As soon as the rows are on the screen, or don't come for a while: code that is asked for before delays them. */
const onceDrawn = { quietMs: 0, atMostMs: 1_000 };

const newestFirst = "-created-at";

/** The head of a column. Exact, so that none of them counts as the present page. */
const sortLink = (search: InquirySearch, sort: string, head: ReactNode) => (
  <Link
    to="/inquiries"
    search={withFilters(search, { sort: sort === newestFirst ? undefined : sort })}
    preload={false}
    activeOptions={exactly}
  >
    {head}
  </Link>
);
const exactly = { exact: true, explicitUndefined: true };

function orderWords(sort: string | undefined): string | undefined {
  const by = sort?.replace(/^-/, "");
  if (sort === undefined || by === undefined) return undefined;
  if (by === "status") return "by status";
  const what = orders[by];
  return `${sort === by ? "first" : "last"} ${what ?? "to change status"} first`;
}

/** As much room as what can be done with the list takes. */
const toolsPlace = (
  <>
    <Skeleton className="h-7 w-24 max-lg:w-9" />
    <Skeleton className="h-7 w-28 max-lg:w-9" />
  </>
);

const orders: Readonly<Record<string, string>> = {
  "created-at": "created",
  "updated-at": "updated",
  "decisioned-at": "decided",
  "expires-at": "to expire",
  "completed-at": "completed",
  "marked-for-review-at": "marked for review",
};

/** As much room as the filters take, in lines that break as theirs do. */
const filtersPlace = (
  <div aria-hidden="true" className="flex flex-wrap items-center gap-2">
    <Skeleton className="h-8 w-28" />
    <Skeleton className="h-8 w-32" />
    <Skeleton className="h-8 w-90 max-sm:w-full" />
    <Skeleton className="h-8 w-52 max-sm:w-full" />
    <Skeleton className="h-8 w-28 max-sm:w-full" />
  </div>
);
