import ChevronDownIcon from "lucide-react/icons/chevron-down";
import XIcon from "lucide-react/icons/x";
import { ChecklistFilter } from "@/components/checklist-filter";
import { DayRangeFilter } from "@/components/day-range-filter";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { TextFilter } from "@/components/text-filter";
import { inquiryStatuses } from "@/domain/inquiry-status";
import { Button } from "@/ui/button";
import { late } from "@/ui/late";
import { Popover } from "@/ui/popover";
import { SkeletonLines } from "@/ui/skeleton";
import { fittingReferences } from "./fitting-references";
import { statusSummary, type TemplateNames, templateName, templateSummary } from "./filter-words";
import { filtersInWords } from "./filters-in-words";
import { type InquirySearch, listOf, withFilters, withToggled } from "./inquiry-search";

const MoreFilters = late(async () => (await import("./more-filters")).MoreFilters);

type InquiryFiltersProps = {
  search: InquirySearch;
  onSearch: (search: InquirySearch) => void;
  onOpen: (path: string) => void;
  templates: TemplateNames;
  /** Whether Persona gives templates to this key; null where they could not be loaded. */
  templatesAvailable: boolean | null | undefined;
};

/** The filters above the list; each lives in the address. */
export function InquiryFilters({ search, onSearch, onOpen, templates, templatesAvailable }: InquiryFiltersProps) {
  const statuses = listOf(search.status) ?? [];
  const chosenTemplates = listOf(search.template) ?? [];
  const set = (change: Parameters<typeof withFilters>[1]) => onSearch(withFilters(search, change));
  const others = filtersInWords(search, templates).filter(({ isInBar }) => !isInBar);
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
        none={<p className="text-xs text-ink-muted">{whyNoTemplates(templatesAvailable)}</p>}
      />
      <DayRangeFilter what="created" range={search} onChange={set} />
      <TextFilter
        key={search.reference}
        label="Reference ID"
        placeholder="Reference IDs, then Enter"
        maxLength={4_000}
        value={search.reference}
        fit={fittingReferences}
        onCommit={(reference) => set({ reference })}
        onOpen={onOpen}
      />
      <Popover
        label="More filters"
        className="w-96"
        trigger={(popoverTarget) => (
          <Button popoverTarget={popoverTarget} className="max-sm:w-full max-sm:justify-between">
            More filters
            <ChevronDownIcon className="size-3.5" />
          </Button>
        )}
      >
        <MoreFilters
          search={search}
          onSearch={onSearch}
          fallback={<SkeletonLines count={8} />}
          instead={<p className="p-2">The other filters can't be shown now.</p>}
        />
      </Popover>
      {others.map(({ name, words, without }) => (
        <Button key={name} size="small" icon={<XIcon />} aria-label={`Take away: ${words}`} onClick={() => set(without)}>
          {words}
        </Button>
      ))}
    </div>
  );
}

/** Why templates have no names here, when they have none. */
function whyNoTemplates(available: boolean | null | undefined): string {
  if (available === null) return "The templates could not be loaded. Reload the page to try again.";
  return available === false ? "Persona gives templates to production keys only, so they have no names here." : "There are no templates.";
}
