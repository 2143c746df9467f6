import ChevronDownIcon from "lucide-react/icons/chevron-down";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Popover } from "@/ui/popover";

export type ChecklistOption = { value: string; label: ReactNode };

type ChecklistFilterProps = {
  name: string;
  options: readonly ChecklistOption[];
  chosen: readonly string[];
  /** The chosen ones in words, for the button. */
  summary: string;
  onToggle: (value: string) => void;
  onClear: () => void;
  /** Said in the place of the options when there are none. */
  none?: ReactNode;
  /** What the button that clears it says; "Any status" without it. */
  any?: string;
};

/** A filter of any number of values, closed to one button that says what it holds. */
export function ChecklistFilter({ name, options, chosen, summary, onToggle, onClear, none, any }: ChecklistFilterProps) {
  return (
    <Popover
      label={`Filter by ${name.toLowerCase()}`}
      className="w-64 p-2"
      trigger={(popoverTarget) => (
        <Button popoverTarget={popoverTarget} className="max-w-64 max-sm:justify-between">
          <span className="truncate">
            <span className="text-ink-muted">{name}: </span>
            {summary}
          </span>
          <ChevronDownIcon className="size-3.5" />
        </Button>
      )}
    >
      <fieldset className="flex max-h-80 flex-col gap-1.5 overflow-auto p-1">
        <legend className="sr-only">{name}</legend>
        {options.map(({ value, label }) => (
          <Checkbox key={value} label={label} checked={chosen.includes(value)} onChange={() => onToggle(value)} />
        ))}
        {options.length === 0 && none}
      </fieldset>
      {chosen.length > 0 && (
        <Button size="small" variant="quiet" className="mt-1" onClick={onClear}>
          {any ?? `Any ${name.toLowerCase()}`}
        </Button>
      )}
    </Popover>
  );
}
