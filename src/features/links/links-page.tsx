import { useQuery } from "@tanstack/react-query";
import LinkIcon from "lucide-react/icons/link";
import XIcon from "lucide-react/icons/x";
import type { ReactNode } from "react";
import { deskSessionQuery } from "@/api/sessions/queries";
import { issuedLinksQuery } from "@/api/links/queries";
import { ActorFilter } from "@/components/actor-filter";
import { Page } from "@/components/page";
import { PageHeader } from "@/components/page-header";
import { QueryTable } from "@/components/query-table";
import { TextFilter } from "@/components/text-filter";
import { describeLinkState, linkStates } from "@/domain/issued-link";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Select } from "@/ui/select";
import { linkColumns } from "./link-columns";
import { isLinkFiltered, issuedLinkParams, type LinkSearch, noLinkFilters, withLinkFilters } from "./link-search";

type LinksPageProps = {
  search: LinkSearch;
  onSearch: (search: LinkSearch) => void;
  /** What of the address the list can't do or can't read. */
  notice: ReactNode;
};

/** The ledger of links issued from this desk. */
export function LinksPage({ search, onSearch, notice }: LinksPageProps) {
  const page = useQuery(issuedLinksQuery(issuedLinkParams(search)));
  const session = useQuery(deskSessionQuery());
  const rows = page.data?.issuedLinks;
  const set = (change: Partial<LinkSearch>) => onSearch(withLinkFilters(search, change));
  return (
    <Page fill>
      <PageHeader
        title="Links"
        documentTitle="Links"
        meta={<p>One-time links and session tokens issued from this desk. To issue a link, open the inquiry.</p>}
        actions={
          <Button
            size="small"
            variant="quiet"
            icon={<XIcon />}
            className={isLinkFiltered(search) ? undefined : "invisible max-sm:hidden"}
            onClick={() => set(noLinkFilters)}
          >
            Clear filters
          </Button>
        }
      />
      <div role="search" aria-label="Filters" className="flex flex-wrap items-center gap-2">
        <Select
          label="State"
          hideLabel
          className="w-44 max-sm:w-full"
          options={[
            { value: "", label: "State: any" },
            ...linkStates.map((value) => ({ value, label: `State: ${describeLinkState(value).label.toLowerCase()}` })),
          ]}
          value={search.state ?? ""}
          onChange={(event) => set({ state: event.target.value === "" ? undefined : event.target.value })}
        />
        <ActorFilter
          label="Issued by"
          me={session.data?.user}
          seen={rows?.map(({ issuedBy }) => issuedBy) ?? []}
          value={search.by}
          onChange={(by) => set({ by })}
        />
        <TextFilter
          key={search.inquiry}
          label="Inquiry"
          placeholder="Inquiry ID, then Enter"
          maxLength={64}
          value={search.inquiry}
          onCommit={(inquiry) => set({ inquiry })}
        />
      </div>
      {notice}
      <QueryTable
        label="Issued links"
        columns={linkColumns}
        page={page}
        rows={rows}
        rowId={({ id }) => id}
        empty={<Empty search={search} onSearch={onSearch} />}
        pages={{ one: "link", onPage: ({ after, before }) => onSearch({ ...search, after, before }) }}
      />
      <p className="text-xs text-ink-muted">
        The links themselves are kept nowhere: whoever holds one gets in. Paste one into the search field to learn which it is.
      </p>
    </Page>
  );
}

function Empty({ search, onSearch }: Omit<LinksPageProps, "notice">) {
  if (search.after !== undefined || search.before !== undefined) {
    return (
      <EmptyState
        title={search.after === undefined ? "There is nothing newer" : "There is nothing older"}
        icon={LinkIcon}
        actions={<Button onClick={() => onSearch(withLinkFilters(search, {}))}>Go to the newest</Button>}
      />
    );
  }
  if (!isLinkFiltered(search)) {
    return (
      <EmptyState title="No link has been issued yet" icon={LinkIcon}>
        Restore somebody's access on their inquiry, and the link is noted here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No link matches"
      icon={LinkIcon}
      actions={
        <>
          {search.state !== undefined && <Button onClick={() => onSearch(withLinkFilters(search, { state: undefined }))}>Any state</Button>}
          {search.by !== undefined && <Button onClick={() => onSearch(withLinkFilters(search, { by: undefined }))}>By anybody</Button>}
          {search.inquiry !== undefined && (
            <Button onClick={() => onSearch(withLinkFilters(search, { inquiry: undefined }))}>For any inquiry</Button>
          )}
        </>
      }
    />
  );
}
