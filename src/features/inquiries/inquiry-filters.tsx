import { ChecklistFilter } from "@/components/checklist-filter";
import { DayRangeFilter } from "@/components/day-range-filter";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { TextFilter } from "@/components/text-filter";
import { inquiryStatuses } from "@/domain/inquiry-status";
import { statusSummary, type TemplateNames, templateName, templateSummary } from "./filter-words";
import { type InquirySearch, listOf, withFilters, withToggled } from "./inquiry-search";

type InquiryFiltersProps = {
  search: InquirySearch;
  onSearch: (search: InquirySearch) => void;
  onOpen: (path: string) => void;
  templates: TemplateNames;
  /** Why templates have no names here, when they have none. */
  templatesUnavailable: string | undefined;
};

/** The filters above the list; each lives in the address. */
export function InquiryFilters({ search, onSearch, onOpen, templates, templatesUnavailable }: InquiryFiltersProps) {
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
      <DayRangeFilter what="created" range={search} onChange={set} />
      <TextFilter
        key={search.reference}
        label="Reference ID"
        placeholder="Reference ID, then Enter"
        maxLength={255}
        value={search.reference}
        onCommit={(reference) => set({ reference })}
        onOpen={onOpen}
      />
    </div>
  );
}
