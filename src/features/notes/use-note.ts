import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { NoteChanged, saveNoteMutation } from "@/api/inquiries/writes";
import type { InquiryModel } from "@/api/models";

type Editing = {
  /** What was there when it was opened, or was last looked at. */
  before: string;
  text: string;
  /** What somebody else has written meanwhile. */
  theirs?: string;
  error?: unknown;
};

/** Writing the note of an inquiry: shown at once, and back under one's hands, whole, when it is not written. */
export function useNote({ id, note }: InquiryModel) {
  const [editing, setEditing] = useState<Editing>();
  const { mutate, isPending, variables } = useMutation(saveNoteMutation(id));
  // known before React has painted it: a second Enter can come faster
  const isRunning = useRef(false);
  const now = note ?? "";

  const save = ({ before, text }: Editing) => {
    const written = text.trim();
    if (isRunning.current) return;
    setEditing(undefined);
    if (written === before) return;
    isRunning.current = true;
    mutate(
      { before, note: written },
      {
        onError: (error) =>
          setEditing(error instanceof NoteChanged ? { before: error.now, text, theirs: error.now } : { before, text, error }),
        onSettled: () => {
          isRunning.current = false;
        },
      },
    );
  };

  return {
    /** As it stands, or as it is about to. */
    shown: isPending ? variables.note : now,
    isSaving: isPending,
    editing,
    open: () => setEditing({ before: now, text: now }),
    type: (text: string) => setEditing((one) => one && { ...one, text }),
    save: () => editing && save(editing),
    close: () => setEditing(undefined),
  };
}
