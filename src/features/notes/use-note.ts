import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { InquiryModel } from "@/api/models";
import { NoteChanged, saveNote } from "@/api/inquiries/writes";
import { inquiryQuery } from "@/api/inquiries/queries";
import { invalidate } from "@/api/query-keys";

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
  const queryClient = useQueryClient();
  const [editing, setEditing] = useState<Editing>();
  const [saving, setSaving] = useState<string>();
  const running = useRef(false);
  const { queryKey } = inquiryQuery(id);
  const now = note ?? "";
  const show = (text: string) =>
    queryClient.setQueryData(
      queryKey,
      (detail) => detail && { ...detail, inquiry: { ...detail.inquiry, note: text === "" ? null : text } },
    );

  const save = async ({ before, text }: Editing) => {
    const written = text.trim();
    if (running.current) return;
    if (written === before) return setEditing(undefined);
    running.current = true;
    setSaving(written);
    setEditing(undefined);
    try {
      await saveNote(id, { before, note: written });
      show(written);
      void invalidate(queryClient, "inquiry", "event");
    } catch (error) {
      if (error instanceof NoteChanged) show(error.now);
      setEditing(error instanceof NoteChanged ? { before: error.now, text, theirs: error.now } : { before, text, error });
    } finally {
      running.current = false;
      setSaving(undefined);
    }
  };

  return {
    /** As it stands, or as it is about to. */
    shown: saving ?? now,
    isSaving: saving !== undefined,
    editing,
    open: () => setEditing({ before: now, text: now }),
    type: (text: string) => setEditing((one) => one && { ...one, text }),
    save: () => editing && void save(editing),
    close: () => setEditing(undefined),
  };
}
