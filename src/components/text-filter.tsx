import { clsx } from "clsx";
import { type FormEvent, useState } from "react";
import { TextField } from "@/ui/text-field";

type TextFilterProps = {
  label: string;
  /** What is looked for and how: "Reference ID, then Enter". */
  placeholder: string;
  /** Of the address. Give the filter the same as its key, so that Back changes what stands in it. */
  value: string | undefined;
  maxLength: number;
  className?: string;
  onCommit: (value: string | undefined) => void;
};

/**
 * A filter that matches whole texts only, such as IDs: asked for when the text is complete, on Enter or on leaving the field; until
 * then a keystroke concerns nothing but this field.
 */
export function TextFilter({ label, placeholder, value, maxLength, className, onCommit }: TextFilterProps) {
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
        label={label}
        hideLabel
        placeholder={placeholder}
        className={clsx("sm:w-52", className)}
        maxLength={maxLength}
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
      />
    </form>
  );
}
