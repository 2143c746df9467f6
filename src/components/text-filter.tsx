import { clsx } from "clsx";
import { type SubmitEvent, useState } from "react";
import { takePaste } from "@/ui/take-paste";
import { TextField } from "@/ui/text-field";

const loadReader = () => import("@/domain/pasted/for-address");

type FittingIds = { readonly kept: readonly string[]; readonly said: string | undefined };

const oneId = (ids: readonly string[]): FittingIds =>
  ids.length > 1 ? { kept: [], said: "One at a time: find several in the field at the top." } : { kept: ids, said: undefined };

type TextFilterProps = {
  label: string;
  /** What is looked for and how: "Reference ID, then Enter". */
  placeholder: string;
  /** Of the address. Give the filter the same as its key, so that Back changes what stands in it. */
  value: string | undefined;
  maxLength: number;
  className?: string;
  /** Where it takes several IDs: what of them has room, and what is said of the others. They are committed with a comma between them. */
  fit?: (ids: readonly string[]) => FittingIds;
  onCommit: (value: string | undefined) => void;
  /** Where it may lead to a page of the desk that was named in it, on Enter. */
  onOpen?: (path: string) => void;
};

/**
 * A filter that matches whole texts only, such as IDs: asked for when the text is complete, on Enter or on leaving the field; until
 * then a keystroke concerns nothing but this field.
 */
export function TextFilter({ label, placeholder, value, maxLength, className, fit = oneId, onCommit, onOpen }: TextFilterProps) {
  const [{ typed, said }, setField] = useState<{ typed: string; said?: string | undefined }>({ typed: value ?? "" });
  /** Secrets are out before a text stands in the field, and what is personal stays out of the address. */
  const take = async (next: string, isDone: boolean, isEntered = false) => {
    const reader = await loadReader().catch(() => undefined);
    if (!reader) return setField({ typed: isDone ? next : typed, said: "Part of the desk could not be loaded. Try again." });
    const { text, ids, said: words, opens, splits } = reader.forAddress(next, onOpen && window.location.href);
    if (onOpen && opens !== undefined) {
      setField({ typed: text, said: words ?? "This names a page of the desk: press Enter to open it." });
      return isEntered ? onOpen(opens) : undefined;
    }
    const { kept, said: unfit } = fit(ids);
    const told = [words, kept.length > 1 ? splits : undefined, unfit].filter((sentence) => sentence !== undefined);
    setField({ typed: unfit === undefined || kept.length === 0 ? text : kept.join(", "), said: told.join(" ") || undefined });
    const id = kept.length === 0 ? undefined : kept.join(",");
    if (isDone && id !== value && (id !== undefined || text === "")) onCommit(id);
  };
  const commit = (isEntered: boolean) => {
    if (typed.trim() !== (value ?? "")) void take(typed.trim(), true, isEntered);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    commit(true);
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
        hint={said}
        onFocus={() => void loadReader().catch(() => undefined)}
        onChange={(event) => setField({ typed: event.target.value })}
        onPaste={(event) => takePaste(event, (next) => void take(next, false))}
        onBlur={() => commit(false)}
      />
    </form>
  );
}
