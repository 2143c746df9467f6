import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useForm, useWatch } from "react-hook-form";
import { askMutation } from "@/api/second-looks/writes";
import { WriteForm } from "@/components/write-form";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-field";
import { decisionDetails } from "./decision-actions";
import { ReasonChoice } from "./reason-choice";
import { longestNote, type SecondLookValues, secondLookSchema } from "./second-look-schema";
import { useReasons } from "@/components/use-reasons";

type SecondLookFormProps = {
  inquiryId: string;
  /** What can be proposed: one of them at least. */
  mayPropose: readonly ("approve" | "decline")[];
  onCancel: () => void;
  onDone: () => void;
};

/** What one would decide and why, and what somebody else is to look at. */
export function SecondLookForm({ inquiryId, mayPropose, onCancel, onDone }: SecondLookFormProps) {
  const ask = useMutation(askMutation());
  const reasonsOf = { approve: useReasons("approve"), decline: useReasons("decline") };
  const { register, control, handleSubmit, setValue, formState } = useForm<SecondLookValues>({
    resolver: (values, ...rest) => zodResolver(secondLookSchema(reasonsOf[values.action]))(values, ...rest),
    defaultValues: { action: mayPropose[0] ?? "approve", reasonId: "", comment: "", note: "" },
  });
  const { errors, isSubmitted } = formState;
  const [action, reasonId] = useWatch({ control, name: ["action", "reasonId"] });
  const reasons = reasonsOf[action];
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("select")?.focus({ preventScroll: true }), []);
  const choose = (id: string) => setValue("reasonId", id, { shouldValidate: isSubmitted });
  return (
    <WriteForm
      ref={form}
      label="Ask for a second look"
      error={ask.error}
      busy={ask.isPending}
      onSubmit={handleSubmit(({ reasonId: given, comment, note }) =>
        ask.mutate(
          { inquiryId, action, reasonIds: given === "" ? [] : [given], comment: textOrNull(comment), note: textOrNull(note) },
          { onSuccess: onDone },
        ),
      )}
      send={{ label: "Ask for a second look", busyLabel: "Asking…", retryLabel: "Try again" }}
      onCancel={onCancel}
      className="rounded border border-line-strong bg-surface p-3"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears of Escape in the fields
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
    >
      <Select
        label="I would"
        options={mayPropose.map((value) => ({ value, label: decisionDetails[value].label.toLowerCase() }))}
        {...register("action", { onChange: () => choose("") })}
      />
      {reasons !== undefined && reasons.length > 0 && (
        <ReasonChoice
          reasons={reasons}
          chosen={reasonId}
          isNeeded={action === "decline"}
          error={errors.reasonId?.message}
          onToggle={({ id }) => {
            choose(id === reasonId ? "" : id);
            return { retract: () => choose(reasonId) };
          }}
        />
      )}
      <TextArea
        label="Why I would"
        hint="Read only once the second look is answered."
        error={errors.comment?.message}
        {...register("comment")}
      />
      <TextArea
        label="What to look at"
        hint="Read first. Do not say here what you would decide."
        maxLength={longestNote}
        error={errors.note?.message}
        {...register("note")}
      />
      <p className="text-xs text-ink-muted">
        It leaves the review queue. A lead says what they would decide before they see what you would.
      </p>
    </WriteForm>
  );
}

const textOrNull = (text: string) => (text.trim() === "" ? null : text.trim());
