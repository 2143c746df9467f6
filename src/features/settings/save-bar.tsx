import type { RefObject } from "react";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/text-field";
import { ChangeList } from "./setting-conflict";

type SaveBarProps = {
  button: RefObject<HTMLButtonElement | null>;
  changes: readonly string[];
  isDirty: boolean;
  /** Why it can't be saved although something changed. */
  unavailable: string | false;
  isSaving: boolean;
  savedVersion: number | undefined;
  note: string;
  onNote: (note: string) => void;
  onDiscard: () => void;
};

/** What saving will change, why, and the button; stays in sight under a long form. */
export function SaveBar({ button, changes, isDirty, unavailable, isSaving, savedVersion, note, onNote, onDiscard }: SaveBarProps) {
  return (
    <div className="bottom-0 -mx-4 -mb-4 flex flex-col gap-3 rounded-b border-t border-line bg-surface px-4 py-3 sm:sticky">
      {isDirty && (
        <div className="max-h-32 overflow-auto text-sm text-ink-muted">
          <p className="sr-only">Not saved yet:</p>
          <ChangeList changes={changes} />
        </div>
      )}
      <div className="flex flex-wrap items-end gap-2">
        {isDirty && (
          <TextField
            label="Why (optional, kept in the history)"
            className="min-w-48 flex-1"
            maxLength={500}
            value={note}
            onChange={(event) => onNote(event.target.value)}
          />
        )}
        <Button
          ref={button}
          type="submit"
          variant="primary"
          busy={isSaving}
          unavailable={isDirty ? unavailable : "Nothing has been changed"}
        >
          {isSaving ? "Saving…" : "Save"}
        </Button>
        {isDirty && (
          <Button variant="quiet" unavailable={isSaving && "It is being saved"} onClick={onDiscard}>
            Discard
          </Button>
        )}
        <p role="status" className="self-center text-sm text-ink-muted">
          {!isDirty && savedVersion !== undefined && `Saved as version ${savedVersion}.`}
        </p>
      </div>
    </div>
  );
}
