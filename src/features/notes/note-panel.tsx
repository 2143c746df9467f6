import { useQuery } from "@tanstack/react-query";
import PencilIcon from "lucide-react/icons/pencil";
import { useEffect, useRef } from "react";
import type { InquiryModel } from "@/api/models";
import { deskSessionQuery } from "@/api/sessions/queries";
import { UntrustedText } from "@/components/untrusted-text";
import { WriteForm } from "@/components/write-form";
import { noteCapability } from "@/domain/capability";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { TextArea } from "@/ui/text-field";
import { useNote } from "./use-note";

/** The note that Persona keeps of an inquiry, written in its place. */
export function NotePanel({ inquiry }: { inquiry: InquiryModel }) {
  const session = useQuery(deskSessionQuery());
  const { shown, isSaving, editing, open, type, save, close } = useNote(inquiry);
  const allowed = session.data && noteCapability(inquiry, session.data);
  const refusal = allowed === undefined ? "Your role is not known yet." : allowed.allowed ? undefined : allowed.reason;
  const opener = useRef<HTMLButtonElement>(null);
  const stop = () => {
    close();
    opener.current?.focus();
  };
  return (
    <Section title="Note" className={shown === "" ? "print:hidden" : undefined}>
      {editing ? (
        <NoteForm editing={editing} onType={type} onSave={save} onClose={stop} />
      ) : (
        <div className="flex flex-col items-start gap-2 text-sm">
          {shown === "" ? <p className="text-ink-muted">No note.</p> : <UntrustedText value={shown} multiline />}
          <Button
            ref={opener}
            size="small"
            icon={<PencilIcon />}
            busy={isSaving}
            unavailable={refusal}
            onClick={open}
            className="print:hidden"
          >
            {isSaving ? "Saving…" : shown === "" ? "Write a note" : "Edit note"}
          </Button>
        </div>
      )}
    </Section>
  );
}

type NoteFormProps = {
  editing: NonNullable<ReturnType<typeof useNote>["editing"]>;
  onType: (text: string) => void;
  onSave: () => void;
  onClose: () => void;
};

function NoteForm({ editing: { text, before, theirs, error }, onType, onSave, onClose }: NoteFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <WriteForm
      label="Note"
      error={error}
      // it is shown as saved at once, and comes back when it was not
      busy={false}
      isCommand
      className="print:hidden"
      onSubmit={onSave}
      send={{ label: theirs === undefined ? "Save note" : "Save yours over it", size: "small" }}
      onCancel={onClose}
      cancelLabel={theirs === undefined ? "Cancel" : "Keep theirs"}
    >
      {theirs !== undefined && (
        <Notice kind="warning" role="alert" title="Somebody wrote the note meanwhile. Yours was not saved.">
          {theirs === "" ? "They took it away." : <UntrustedText value={theirs} multiline />}
        </Notice>
      )}
      <TextArea
        ref={field}
        label={theirs === undefined ? "Note" : "Your note"}
        hint="Kept at Persona, for everybody who sees the inquiry."
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSave();
          // what was typed is not thrown away by a key
          if (event.key === "Escape" && text === before) onClose();
        }}
      />
    </WriteForm>
  );
}
