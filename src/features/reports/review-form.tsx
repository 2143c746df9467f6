import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import type { z } from "zod/mini";
import type { ReportChange } from "@/api/reports/writes";
import { reviewStatuses, riskLevels } from "@/domain/reports/report-actions";
import { humanize } from "@/lib/humanize";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-field";
import { ChangeForm } from "./change-form";
import { longestWords, reviewSchema } from "./match-schemas";
import { useReportChange } from "./use-report-change";

type Review = Extract<ReportChange, { action: "review" }>;

type ReviewFormProps = {
  reportId: string;
  /** One record; all of them without one. */
  record?: { readonly id: string; readonly name: string; readonly reviewStatus?: string };
  onCancel: () => void;
  onDone: () => void;
};

const hints: Record<Review["reviewStatus"], string> = {
  false_positive: "it is about somebody else",
  true_positive: "it is about this person",
  indeterminate: "it can't be told",
  pending: "open again",
};

/** Says of one matched record, or of all, whether it is about the person. */
export function ReviewForm({ reportId, record, onCancel, onDone }: ReviewFormProps) {
  const { take, isPending, error } = useReportChange(reportId, onDone);
  const { register, handleSubmit, formState } = useForm<z.infer<typeof reviewSchema>>({
    resolver: zodResolver(reviewSchema),
    defaultValues: { riskLevel: "", comment: "" },
  });
  const save = handleSubmit(({ reviewStatus, riskLevel, comment }) => {
    const which = record === undefined ? {} : { recordToken: record.id };
    take({ action: "review", reviewStatus, riskLevel: riskLevel || null, comment: comment || null, ...which });
  });
  return (
    <ChangeForm
      confirm={record ? "Save the review" : "Save the review of all records"}
      says={
        record
          ? `Persona keeps the review with the record of ${record.name}. It can be changed later.`
          : "Persona keeps the same review with every record of this report, those reviewed before among them. It can be changed later."
      }
      busy={isPending}
      error={error}
      onSubmit={save}
      onCancel={onCancel}
    >
      <fieldset>
        <legend className="mb-1 text-xs font-medium text-ink-muted">Is it this person?</legend>
        {reviewStatuses
          .filter((each) => each !== record?.reviewStatus)
          .map((each) => (
            <label key={each} className="flex min-h-7 items-center gap-2">
              <input type="radio" value={each} className="accent-accent" {...register("reviewStatus")} />
              <span>
                {humanize(each)}
                <span className="text-ink-muted">: {hints[each]}</span>
              </span>
            </label>
          ))}
        {formState.errors.reviewStatus && (
          <p role="alert" data-tone="red" className="mt-1 text-xs text-tone-text">
            {formState.errors.reviewStatus.message}
          </p>
        )}
      </fieldset>
      <Select
        label="Risk"
        options={[{ value: "", label: "Not told" }, ...riskLevels.map((level) => ({ value: level, label: humanize(level) }))]}
        {...register("riskLevel")}
      />
      <TextArea label="Comment" hint="Optional" maxLength={longestWords} {...register("comment")} />
    </ChangeForm>
  );
}
