import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { inquiryStatuses } from "@/domain/inquiry-status";
import { zoneName } from "@/lib/time";
import { useNow } from "@/ui/now";
import { TextField } from "@/ui/text-field";
import { ChecklistFilter } from "./checklist-filter";
import { statusSummary, type TemplateNames, templateName, templateSummary } from "./filter-words";
import { type InquirySearch, listOf, withFilters, withToggled } from "./inquiry-search";
import { ReferenceFilter } from "./reference-filter";

type InquiryFiltersProps = {
  search: InquirySearch;
  onSearch: (search: InquirySearch) => void;
  templates: TemplateNames;
  /** Why templates have no names here, when they have none. */
  templatesUnavailable: string | undefined;
};

/** The filters above the list; each lives in the address. */
export function InquiryFilters({ search, onSearch, templates, templatesUnavailable }: InquiryFiltersProps) {
  const statuses = listOf(search.status) ?? [];
  const chosenTemplates = listOf(search.template) ?? [];
  const set = (change: Partial<InquirySearch>) => onSearch(withFilters(search, change));
  return (
    <div role="search" aria-label="Filters" className="flex flex-wrap items-center gap-2">
      <ChecklistFilter
        name="Status"
        options={[...new Set([...inquiryStatuses, ...statuses])].map((value) => ({
          value,
          label: <InquiryStatusBadge status={value} />,
        }))}
        chosen={statuses}
        summary={statusSummary(search)}
        onToggle={(value) => onSearch(withToggled(search, "status", value))}
        onClear={() => set({ status: undefined })}
      />
      <ChecklistFilter
        name="Template"
        options={[...new Set([...templates.keys(), ...chosenTemplates])].map((value) => ({ value, label: templateName(templates, value) }))}
        chosen={chosenTemplates}
        summary={templateSummary(search, templates)}
        onToggle={(value) => onSearch(withToggled(search, "template", value))}
        onClear={() => set({ template: undefined })}
        none={<p className="text-xs text-ink-muted">{templatesUnavailable ?? "There are no templates."}</p>}
      />
      <CreatedFilter search={search} onChange={set} />
      <ReferenceFilter key={search.reference} value={search.reference} onCommit={(reference) => set({ reference })} />
    </div>
  );
}

function CreatedFilter({ search, onChange }: { search: InquirySearch; onChange: (change: Partial<InquirySearch>) => void }) {
  const zone = zoneName(useNow());
  const dateOf = (value: string) => (value === "" ? undefined : value);
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5" data-tip={`Days of your own time zone (${zone}), both included`}>
      <legend className="sr-only">Created between two days, in {zone}</legend>
      <span aria-hidden="true" className="text-sm text-ink-muted">
        Created
      </span>
      <TextField
        label="Created from"
        hideLabel
        type="date"
        className="w-36 max-sm:w-auto max-sm:min-w-0 max-sm:flex-1"
        max={search.to}
        value={search.from ?? ""}
        onChange={(event) => onChange({ from: dateOf(event.target.value) })}
      />
      <span aria-hidden="true" className="text-ink-faint">
        –
      </span>
      <TextField
        label="Created to"
        hideLabel
        type="date"
        className="w-36 max-sm:w-auto max-sm:min-w-0 max-sm:flex-1"
        min={search.from}
        value={search.to ?? ""}
        onChange={(event) => onChange({ to: dateOf(event.target.value) })}
      />
    </fieldset>
  );
}
