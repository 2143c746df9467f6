import { capitalize } from "@/lib/words";
import { zoneName } from "@/lib/time";
import { useNow } from "@/ui/now";
import { TextField } from "@/ui/text-field";

/** Days of the reader's own calendar, both included: `2026-03-02`. */
type DayRange = { from?: string | undefined; to?: string | undefined };

/** @param what happened on those days, for the labels: "created" */
export function DayRangeFilter({ what, range, onChange }: { what: string; range: DayRange; onChange: (change: DayRange) => void }) {
  const zone = zoneName(useNow());
  const label = capitalize(what);
  const dateOf = (value: string) => (value === "" ? undefined : value);
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5" data-tip={`Days of your own time zone (${zone}), both included`}>
      <legend className="sr-only">
        {label} between two days, in {zone}
      </legend>
      <span aria-hidden="true" className="text-sm text-ink-muted">
        {label}
      </span>
      <TextField
        label={`${label} from`}
        hideLabel
        type="date"
        className="w-36 max-sm:w-auto max-sm:min-w-0 max-sm:flex-1"
        max={range.to}
        value={range.from ?? ""}
        onChange={(event) => onChange({ from: dateOf(event.target.value) })}
      />
      <span aria-hidden="true" className="text-ink-faint">
        –
      </span>
      <TextField
        label={`${label} to`}
        hideLabel
        type="date"
        className="w-36 max-sm:w-auto max-sm:min-w-0 max-sm:flex-1"
        min={range.from}
        value={range.to ?? ""}
        onChange={(event) => onChange({ to: dateOf(event.target.value) })}
      />
    </fieldset>
  );
}
