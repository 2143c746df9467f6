import { useQuery } from "@tanstack/react-query";
import LayoutTemplateIcon from "lucide-react/icons/layout-template";
import XIcon from "lucide-react/icons/x";
import { type ReactNode, useMemo, useState } from "react";
import { allInquiryTemplatesQuery } from "@/api/template-catalog/queries";
import { Page } from "@/components/page";
import { PageHeader } from "@/components/page-header";
import { QueryTable } from "@/components/query-table";
import { describeTemplateStatus } from "@/domain/resource-status";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { TextField } from "@/ui/text-field";
import { templateColumns } from "./template-columns";
import { isTemplateFiltered, namePart, type TemplateSearch, templatesFound } from "./template-search";

type TemplatesPageProps = {
  search: TemplateSearch;
  onSearch: (search: TemplateSearch) => void;
  /** What of the address the list can't do or can't read. */
  notice: ReactNode;
};

const statuses = ["active", "inactive"].map((value) => ({ value, label: `Status: ${describeTemplateStatus(value).label.toLowerCase()}` }));

/** The inquiry templates of the company: what a new inquiry can be made from. */
export function TemplatesPage({ search, onSearch, notice }: TemplatesPageProps) {
  const answer = useQuery(allInquiryTemplatesQuery());
  const { data } = answer;
  const rows = useMemo(() => data && templatesFound(data.templates, search), [data, search]);
  return (
    <Page fill>
      <PageHeader
        title="Templates"
        documentTitle="Templates"
        meta={<p>What inquiries are made from. Templates are edited in Persona’s dashboard.</p>}
        actions={
          <Button
            size="small"
            variant="quiet"
            icon={<XIcon />}
            className={isTemplateFiltered(search) ? undefined : "invisible max-sm:hidden"}
            onClick={() => onSearch({})}
          >
            Clear filters
          </Button>
        }
      />
      <div role="search" aria-label="Filters" className="flex flex-wrap items-center gap-2">
        <NameFilter value={search.q} onChange={(q) => onSearch({ ...search, q })} />
        <Select
          label="Status"
          hideLabel
          className="w-44 max-sm:w-full"
          options={[{ value: "", label: "Status: any" }, ...statuses]}
          value={search.status ?? ""}
          onChange={(event) => onSearch({ ...search, status: event.target.value === "" ? undefined : event.target.value })}
        />
      </div>
      {notice}
      {data && data.next !== null && (
        <Notice kind="warning" role="status">
          There are more templates than the {data.templates.length.toLocaleString("en")} newest, which are listed and searched here.
        </Notice>
      )}
      <QueryTable
        label="Templates"
        columns={templateColumns}
        page={answer}
        rows={rows}
        rowId={({ id }) => id}
        empty={<Empty search={search} isAvailable={data?.available !== false} onSearch={onSearch} />}
        pages={{
          summary: rows ? count(rows.length, "template") : "Loading",
          total: rows?.length,
          onPrevious: undefined,
          onNext: undefined,
        }}
      />
    </Page>
  );
}

/** Filters while it is typed in. What can't stand in an address filters nothing, and stays in the field. */
function NameFilter({ value, onChange }: { value: string | undefined; onChange: (value: string | undefined) => void }) {
  const [typed, setTyped] = useState(value ?? "");
  // the address was changed elsewhere: Back, Clear filters
  if (namePart(typed) !== value) setTyped(value ?? "");
  return (
    <TextField
      label="Name or ID"
      hideLabel
      placeholder="Name or ID"
      className="w-56 max-sm:w-full"
      maxLength={80}
      spellCheck={false}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(namePart(event.target.value));
      }}
    />
  );
}

type EmptyProps = Pick<TemplatesPageProps, "search" | "onSearch"> & { isAvailable: boolean };

function Empty({ search, isAvailable, onSearch }: EmptyProps) {
  if (!isAvailable) {
    return (
      <EmptyState title="Persona shows no templates to this key" icon={LayoutTemplateIcon}>
        Templates are refused to Sandbox keys, and to keys without the permission to read them. Find them in Persona’s dashboard.
      </EmptyState>
    );
  }
  if (!isTemplateFiltered(search)) {
    return (
      <EmptyState title="There is no inquiry template yet" icon={LayoutTemplateIcon}>
        Somebody makes one in Persona’s dashboard.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No template matches"
      icon={LayoutTemplateIcon}
      actions={
        <>
          {search.q !== undefined && <Button onClick={() => onSearch({ ...search, q: undefined })}>Any name</Button>}
          {search.status !== undefined && <Button onClick={() => onSearch({ ...search, status: undefined })}>Any status</Button>}
        </>
      }
    />
  );
}
