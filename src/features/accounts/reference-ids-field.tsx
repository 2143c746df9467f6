import SearchIcon from "lucide-react/icons/search";
import { useState } from "react";
import { forAddress } from "@/domain/pasted/for-address";
import { Button } from "@/ui/button";
import { takePaste } from "@/ui/take-paste";
import { TextField } from "@/ui/text-field";
import type { NamedPeople } from "./account-search";

type ReferenceIdsFieldProps = {
  value: readonly string[];
  /** What of the text that was asked for last was left out. */
  leftOut: string | undefined;
  onCommit: (people: NamedPeople) => void;
  /** What was pasted names a page of the desk. */
  onOpen: (path: string) => void;
};

/** One reference ID or many; asked for on Enter, since Persona matches whole IDs only. */
export function ReferenceIdsField({ value, leftOut, onCommit, onOpen }: ReferenceIdsFieldProps) {
  const [{ typed, said }, setField] = useState({ typed: value.join(", "), said: leftOut });
  const read = (text: string) => {
    const named = forAddress(text, window.location.href);
    const words = named.said ?? named.splits;
    setField({ typed: named.text, said: words });
    return { ...named, said: words };
  };
  return (
    <form
      className="flex w-full max-w-xl items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const { text, ids, said: words, opens } = read(typed);
        if (opens !== undefined) onOpen(opens);
        else if (ids.length > 0 || text === "") onCommit({ ids, leftOut: words ?? said });
      }}
    >
      <TextField
        label="Reference IDs"
        hideLabel
        placeholder="One reference ID, or many"
        className="min-w-0 flex-1"
        spellCheck={false}
        value={typed}
        hint={said}
        onChange={(event) => setField({ typed: event.target.value, said: undefined })}
        onPaste={(event) => takePaste(event, read)}
      />
      <Button type="submit" icon={<SearchIcon />}>
        Find
      </Button>
    </form>
  );
}
