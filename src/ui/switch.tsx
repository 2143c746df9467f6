import { useId } from "react";

type SwitchProps = { label: string; checked: boolean; onChange: (checked: boolean) => void };

/** A setting that takes effect at once. */
export function Switch({ label, checked, onChange }: SwitchProps) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex h-8 items-center justify-between gap-3 rounded px-2 text-sm hover:bg-hover">
      {label}
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        className="switch"
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
