import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { TextArea } from "@/ui/text-field";
import { ChangeForm } from "./change-form";
import { dismissSchema, longestWords } from "./match-schemas";
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
  const { register, handleSubmit, formState } = useForm({ resolver: zodResolver(dismissSchema), defaultValues: { reason: "" } });
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
      onSubmit={handleSubmit(({ reason }) => take({ action: "dismiss", reason, ...(entity && { entityId: entity.id }) }))}
      onCancel={onCancel}
    >
      <TextArea
        label="Reason"
        hint="Needed. Why this is somebody else."
        aria-required
        maxLength={longestWords}
        error={formState.errors.reason?.message}
        {...register("reason")}
      />
    </ChangeForm>
  );
}
