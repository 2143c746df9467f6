import { type FormEvent, useState } from "react";
import { TextField } from "@/ui/text-field";

type ReferenceFilterProps = { value: string | undefined; onCommit: (value: string | undefined) => void };

/**
 * The reference ID to filter by. Persona matches whole IDs only, so it is asked for when the ID is complete, on Enter or on leaving
 * the field; until then a keystroke concerns nothing but this field.
 */
export function ReferenceFilter({ value, onCommit }: ReferenceFilterProps) {
  const [typed, setTyped] = useState(value ?? "");
  const commit = () => {
    const next = typed.trim();
    if (next !== (value ?? "")) onCommit(next === "" ? undefined : next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    commit();
  };
  return (
    <form className="max-sm:w-full" onSubmit={submit}>
      <TextField
        label="Reference ID"
        hideLabel
        placeholder="Reference ID, then Enter"
        className="sm:w-52"
        maxLength={255}
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
      />
    </form>
  );
}
