import type { AuditActor, DeskUser } from "@/api/generated/desk/types.gen";
import { ActorFilter } from "@/components/actor-filter";
import { ChecklistFilter } from "@/components/checklist-filter";
import { DayRangeFilter } from "@/components/day-range-filter";
import { TextFilter } from "@/components/text-filter";
import { auditActionLabel, auditActions } from "@/domain/audit-action";
import { auditOutcomes, describeAuditOutcome } from "@/domain/audit-outcome";
import { Select } from "@/ui/select";
import { actionsOf, type AuditSearch, withAuditFilters } from "./audit-search";

type AuditFiltersProps = {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
  me: DeskUser | undefined;
  /** Who did what is on this page. */
  actors: readonly AuditActor[];
  /** False where only one's own entries are shown. */
  canChooseActor: boolean;
};

const openingsOptions = [
  { value: "", label: "Openings: hidden" },
  { value: "with", label: "Openings: shown" },
  { value: "only", label: "Openings: nothing else" },
];

/** The filters above the log; each lives in the address. */
export function AuditFilters({ search, onSearch, me, actors, canChooseActor }: AuditFiltersProps) {
  const set = (change: Parameters<typeof withAuditFilters>[1]) => onSearch(withAuditFilters(search, change));
  const actions = actionsOf(search);
  const toggle = (action: string) => {
    const next = actions.includes(action) ? actions.filter((other) => other !== action) : [...actions, action];
    set({ action: next.length === 0 ? undefined : next.join(",") });
  };
  const isByAction = actions.length > 0;
  const outcomes = [...new Set([...auditOutcomes, ...(search.outcome === undefined ? [] : [search.outcome])])];
  return (
    <div
      role="search"
      aria-label="Filters"
      className="flex flex-wrap items-center gap-2 max-sm:grid max-sm:grid-cols-2 max-sm:[&>:nth-last-child(-n+2)]:col-span-2"
    >
      {canChooseActor && <ActorFilter label="Who" me={me} seen={actors} value={search.who} onChange={(who) => set({ who })} />}
      <ChecklistFilter
        name="What"
        options={[...new Set([...auditActions, ...actions])].map((value) => ({ value, label: auditActionLabel(value) }))}
        chosen={actions}
        summary={
          actions.length === 0 ? "anything" : actions.length === 1 ? auditActionLabel(actions[0] ?? "") : `${actions.length} actions`
        }
        onToggle={toggle}
        onClear={() => set({ action: undefined })}
        any="Anything"
      />
      <Select
        label="Outcome"
        hideLabel
        className="w-44 max-sm:w-full"
        options={[
          { value: "", label: "Outcome: any" },
          ...outcomes.map((value) => ({ value, label: `Outcome: ${describeAuditOutcome(value).label.toLowerCase()}` })),
        ]}
        value={search.outcome ?? ""}
        onChange={(event) => set({ outcome: event.target.value === "" ? undefined : event.target.value })}
      />
      <Select
        label="Openings"
        hideLabel
        className="w-44 max-sm:w-full"
        data-tip="An opening: somebody opened an inquiry or a person."
        options={isByAction ? [{ value: "", label: "Openings: if chosen" }] : openingsOptions}
        disabled={isByAction}
        value={isByAction ? "" : (search.openings ?? "")}
        onChange={({ target: { value } }) => set({ openings: value === "with" || value === "only" ? value : undefined })}
      />
      <TextFilter
        key={search.subject}
        label="Object"
        placeholder="Object ID, then Enter"
        maxLength={200}
        value={search.subject}
        onCommit={(subject) => set({ subject })}
      />
      <DayRangeFilter what="recorded" range={search} onChange={set} />
    </div>
  );
}
