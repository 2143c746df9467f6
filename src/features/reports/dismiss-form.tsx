import { useState } from "react";
import { TextArea } from "@/ui/text-field";
import { ChangeForm } from "./change-form";
import { useReportChange } from "./use-report-change";

type DismissFormProps = {
  reportId: string;
  /** One person of those found; all matches without one. */
  entity?: { readonly id: string; readonly name: string };
  onCancel: () => void;
  onDone: () => void;
};

/** Sets matches aside, with the reason that stays in the report. */
export function DismissForm({ reportId, entity, onCancel, onDone }: DismissFormProps) {
  const { take, isPending, error } = useReportChange(reportId, onDone);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    if (reason.trim() === "") return setMissing(true);
    take({ action: "dismiss", reason: reason.trim(), ...(entity && { entityId: entity.id }) });
  };
  return (
    <ChangeForm
      confirm={entity ? "Dismiss this match" : "Dismiss the matches"}
      says={
        entity
          ? `Persona takes ${entity.name}, with every article, off the report, and keeps your reason. The desk can't take that back.`
          : "Persona takes all matches off the report, so that it has none, and keeps your reason. The desk can't take that back."
      }
      busy={isPending}
      error={error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <TextArea
        label="Reason"
        hint="Needed. Why this is somebody else."
        aria-required
        maxLength={1000}
        error={isMissing && reason.trim() === "" ? "Write why the match is dismissed." : undefined}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ChangeForm>
  );
}
