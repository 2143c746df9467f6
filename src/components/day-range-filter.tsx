import { clsx } from "clsx";
import { capitalize } from "@/lib/words";
import { localDayStart } from "@/lib/local-day";
import { formatDate, zoneName } from "@/lib/time";
import { useNow } from "@/ui/now";
import { TextField } from "@/ui/text-field";

/** Days of the reader's own calendar, both included: `2026-03-02`. */
type DayRange = { from?: string | undefined; to?: string | undefined };

type DayRangeFilterProps = {
  /** What happened on those days, for the labels: "created". */
  what: string;
  range: DayRange;
  onChange: (change: DayRange) => void;
  /** In a panel: its label above, and the days side by side below. */
  isStacked?: boolean;
};

export function DayRangeFilter({ what, range, onChange, isStacked = false }: DayRangeFilterProps) {
  const zone = zoneName(useNow());
  const label = capitalize(what);
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5" data-tip={`Days of your own time zone (${zone}), both included`}>
      <legend className="sr-only">
        {label} between two days, in {zone}
      </legend>
      <span aria-hidden="true" className={isStacked ? "w-full text-xs font-medium text-ink-muted" : "text-sm text-ink-muted"}>
        {label}
      </span>
      <DayField
        label={`${label} from`}
        rest="from"
        max={range.to}
        day={range.from}
        onDay={(from) => onChange({ from })}
        isWide={isStacked}
      />
      <span aria-hidden="true" className="text-ink-faint">
        –
      </span>
      <DayField label={`${label} to`} rest="to" min={range.from} day={range.to} onDay={(to) => onChange({ to })} isWide={isStacked} />
    </fieldset>
  );
}

type DayFieldProps = {
  label: string;
  /** What stands in it while no day is chosen. */
  rest: string;
  day: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onDay: (day: string | undefined) => void;
  isWide: boolean;
};

/** A browser writes a day as its own language does, 03/02 or 02/03: what was chosen stands over it with the month as a word, until the field has the focus. */
function DayField({ label, rest, day, onDay, isWide, ...limits }: DayFieldProps) {
  const start = day === undefined ? undefined : localDayStart(day);
  return (
    <span
      className={clsx("day-field", isWide ? "min-w-0 flex-1" : "w-36 max-sm:w-auto max-sm:min-w-0 max-sm:flex-1")}
      data-day={start ? formatDate(Date.parse(start)) : rest}
    >
      <TextField
        label={label}
        hideLabel
        type="date"
        {...limits}
        value={day ?? ""}
        onChange={({ target: { value } }) => onDay(value === "" ? undefined : value)}
      />
    </span>
  );
}
