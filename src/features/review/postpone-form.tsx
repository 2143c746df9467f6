import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { postponeMutation } from "@/api/postponements/writes";
import { WriteForm } from "@/components/write-form";
import { Select } from "@/ui/select";
import { TextField } from "@/ui/text-field";
import { currentTime } from "@/ui/now";
import { longestReason, postponeChoices, postponementOf, postponeSchema, type PostponeValues } from "./postpone-schema";

type PostponeFormProps = { inquiryId: string; onCancel: () => void; onDone: () => void };

/** Why an inquiry is not decided now, and until when; the next one follows. */
export function PostponeForm({ inquiryId, onCancel, onDone }: PostponeFormProps) {
  const postpone = useMutation(postponeMutation(inquiryId));
  const { register, handleSubmit, formState } = useForm<PostponeValues>({
    resolver: zodResolver(postponeSchema),
    defaultValues: { until: "skip", reason: "" },
  });
  const { errors } = formState;
  return (
    <WriteForm
      label="Not now"
      error={postpone.error}
      busy={postpone.isPending}
      onSubmit={handleSubmit((values) => postpone.mutate(postponementOf(values, currentTime()), { onSuccess: onDone }))}
      send={{ label: "Set aside", size: "small" }}
      onCancel={onCancel}
      className="max-w-2xl"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears of Escape in the fields
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for by the very press that opened it */}
        <TextField label="Why" autoFocus maxLength={longestReason} error={errors.reason?.message} {...register("reason")} />
        <Select label="Set aside" options={postponeChoices} {...register("until")} />
      </div>
      <p className="text-xs text-ink-muted">
        Everybody sees it, and it is recorded. It is over at once when the inquiry gets another status.
      </p>
    </WriteForm>
  );
}
