import PlusIcon from "lucide-react/icons/plus";
import { type SubmitEvent, useState } from "react";
import { checkTag, longestTag } from "@/domain/tags";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/text-field";

type TagFieldProps = {
  existing: readonly string[];
  /** Why no tag can be added, if none can. */
  refusal: string | undefined;
  onAdd: (tag: string) => void;
};

export function TagField({ existing, refusal, onAdd }: TagFieldProps) {
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (refusal !== undefined) return;
    const checked = checkTag(typed, existing);
    if (!checked.ok) return setError(checked.reason);
    onAdd(checked.tag);
    setTyped("");
  };
  return (
    <form className="flex items-start gap-2" onSubmit={submit}>
      <TextField
        label="Add a tag"
        hideLabel
        placeholder="Add a tag"
        className="min-w-0 flex-1"
        // One more than is allowed, so that a pasted text too long is refused with a reason and not cut without a word.
        maxLength={longestTag + 1}
        disabled={refusal !== undefined}
        hint={refusal}
        error={error}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setError(undefined);
        }}
      />
      <Button type="submit" icon={<PlusIcon />} unavailable={refusal}>
        Add
      </Button>
    </form>
  );
}
