import { useState } from "react";
import { maySecret } from "@/domain/pasted/may-secret";
import { TextField } from "@/ui/text-field";

type ExactFilterProps = {
  label: string;
  placeholder: string;
  /** Of the address. Give the filter the same as its key, so that Back changes what stands in it. */
  value: string | undefined;
  /** How such a value is written, and what is said of one that is not. Nothing else goes into the address. */
  pattern: RegExp;
  otherwise: string;
  onCommit: (value: string | undefined) => void;
};

/** A filter by a word or an ID of Persona's that is typed as a whole; asked for on Enter, or on leaving the field. */
export function ExactFilter({ label, placeholder, value, pattern, otherwise, onCommit }: ExactFilterProps) {
  const [typed, setTyped] = useState(value ?? "");
  const [isWrong, setWrong] = useState(false);
  const commit = () => {
    const text = typed.trim();
    const isRight = text === "" || (pattern.test(text) && !maySecret.test(text));
    setWrong(!isRight);
    if (isRight && text !== (value ?? "")) onCommit(text === "" ? undefined : text);
  };
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      maxLength={255}
      spellCheck={false}
      value={typed}
      error={isWrong ? otherwise : undefined}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={({ key }) => key === "Enter" && commit()}
    />
  );
}
