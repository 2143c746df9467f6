import { useState } from "react";
import { Button } from "@/ui/button";
import { SearchIcon } from "@/ui/icons";
import { takePaste } from "@/ui/take-paste";
import { TextField } from "@/ui/text-field";
import { type NamedPeople, peopleIn } from "./account-search";

type ReferenceIdsFieldProps = {
  value: readonly string[];
  /** What of the text that was asked for last was left out. */
  leftOut: string | undefined;
  onCommit: (people: NamedPeople) => void;
};

/** One reference ID or many; asked for on Enter, since Persona matches whole IDs only. */
export function ReferenceIdsField({ value, leftOut, onCommit }: ReferenceIdsFieldProps) {
  const [{ typed, said }, setField] = useState({ typed: value.join(", "), said: leftOut });
  const take = (text: string) => {
    const { ids, leftOut: left } = peopleIn(text);
    setField({ typed: ids.join(", "), said: left });
  };
  return (
    <form
      className="flex w-full max-w-xl items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const people = peopleIn(typed);
        onCommit({ ids: people.ids, leftOut: people.leftOut ?? said });
      }}
    >
      <TextField
        label="Reference IDs"
        hideLabel
        placeholder="One reference ID, or many: a list from a spreadsheet works"
        className="min-w-0 flex-1"
        spellCheck={false}
        value={typed}
        hint={said}
        onChange={(event) => setField({ typed: event.target.value, said: undefined })}
        onPaste={(event) => takePaste(event, take)}
      />
      <Button type="submit" icon={<SearchIcon />}>
        Find
      </Button>
    </form>
  );
}
