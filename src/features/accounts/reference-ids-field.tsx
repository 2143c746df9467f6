import { type ClipboardEvent, useState } from "react";
import { Button } from "@/ui/button";
import { SearchIcon } from "@/ui/icons";
import { TextField } from "@/ui/text-field";
import { splitReferenceIds } from "./account-search";

type ReferenceIdsFieldProps = { value: readonly string[]; onCommit: (referenceIds: string[]) => void };

/** One reference ID or many; asked for on Enter, since Persona matches whole IDs only. */
export function ReferenceIdsField({ value, onCommit }: ReferenceIdsFieldProps) {
  const [typed, setTyped] = useState(value.join(", "));
  return (
    <form
      className="flex w-full max-w-xl items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onCommit(splitReferenceIds(typed));
      }}
    >
      <TextField
        label="Reference IDs"
        hideLabel
        placeholder="One reference ID, or many: a list from a spreadsheet works"
        className="min-w-0 flex-1"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPaste={(event) => {
          const list = listIn(event);
          if (list === undefined) return;
          event.preventDefault();
          setTyped(typed.trim() === "" ? list : `${typed.trim()}, ${list}`);
        }}
      />
      <Button type="submit" icon={<SearchIcon />}>
        Find
      </Button>
    </form>
  );
}

/** A pasted list with its line breaks as commas: a field of one line would run the IDs together. */
function listIn(event: ClipboardEvent): string | undefined {
  const pasted = event.clipboardData.getData("text");
  return /[\n\r\t]/.test(pasted.trim()) ? splitReferenceIds(pasted).join(", ") : undefined;
}
