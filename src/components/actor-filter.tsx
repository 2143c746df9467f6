import { displayValue } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { Select } from "@/ui/select";

type Named = { readonly id: string; readonly name: string };

type ActorFilterProps = {
  label: string;
  /** The signed-in person, once known. */
  me: Named | undefined;
  /** Who else can be chosen: those seen in the list, since nobody gives a list of everybody. */
  seen: readonly Named[];
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  className?: string;
};

/** A filter by who did something. The address holds the ID, so that it means the same person for whoever opens it. */
export function ActorFilter({ label, me, seen, value, onChange, className = "w-52 max-sm:w-full" }: ActorFilterProps) {
  const others = new Map(seen.filter(({ id }) => id !== me?.id).map(({ id, name }) => [id, displayValue(name, middleEllipsis(id), 40)]));
  if (value !== undefined && value !== me?.id && !others.has(value)) others.set(value, middleEllipsis(value));
  const options = [
    { value: "", label: `${label}: anybody` },
    ...(me ? [{ value: me.id, label: `${label}: you` }] : []),
    ...[...others].map(([id, name]) => ({ value: id, label: `${label}: ${name}` })),
  ];
  return (
    <Select
      label={label}
      hideLabel
      className={className}
      options={options}
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
    />
  );
}
