import "@/lib/zod-config";
import { zodResolver } from "@hookform/resolvers/zod";
import type { UseMutationResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod/mini";
import { isConflict } from "@/api/errors";
import { WriteForm } from "@/components/write-form";
import { displayLine } from "@/lib/display-text";
import { Checkbox } from "@/ui/checkbox";
import { TextField } from "@/ui/text-field";

const longestName = 60;

/** A view as it is saved: openapi/desk.yaml, CreateSavedViewRequest, with words for whoever fills it in. */
const viewSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, "Give it a name."), z.maxLength(longestName, `At most ${longestName} characters.`)),
  shared: z.boolean(),
  replace: z.boolean(),
});

export type ViewValues = z.infer<typeof viewSchema>;

type ViewFormProps = {
  /** What the form is for, and what its button says: "Save as a view". */
  label: string;
  initial: Pick<ViewValues, "name" | "shared">;
  /** Offers to put the present filters in the place of the view's. */
  canReplace: boolean;
  /** Why it can't be shared, as far as the choice goes. */
  whyNotShared: (values: Pick<ViewValues, "replace">) => string | undefined;
  saving: Pick<UseMutationResult, "isPending" | "error" | "reset">;
  onSave: (values: ViewValues) => void;
  /** More ways to go on. */
  children?: ReactNode;
};

/** The name of a view and who sees it. What was typed stays when saving fails. */
export function ViewForm({ label, initial: { name, shared }, canReplace, whyNotShared, saving, onSave, children }: ViewFormProps) {
  const { register, control, handleSubmit, setValue, formState } = useForm<ViewValues>({
    resolver: zodResolver(viewSchema),
    defaultValues: { name, shared, replace: false },
  });
  const [isShared, replace] = useWatch({ control, name: ["shared", "replace"] });
  const refusal = whyNotShared({ replace });
  const canShare = refusal === undefined;
  // 409: the name is taken, or there are too many views; the server says which
  const conflict = isConflict(saving.error) ? displayLine(saving.error.details[0] ?? "This name is taken.", 200) : undefined;
  return (
    <WriteForm
      label={label}
      error={conflict === undefined ? saving.error : null}
      busy={saving.isPending}
      onSubmit={handleSubmit((values) => onSave({ ...values, shared: values.shared && canShare }))}
      send={{ label, size: "small" }}
      more={children}
    >
      <TextField
        label="Name of the view"
        maxLength={longestName}
        error={formState.errors.name?.message ?? conflict}
        {...register("name", { onChange: () => saving.reset() })}
      />
      {canReplace && <Checkbox label="Replace its filters by those on the page" {...register("replace")} />}
      <Checkbox
        label={
          <>
            Share with everybody
            {!canShare && <span className="block text-xs text-ink-muted">{refusal}</span>}
          </>
        }
        // not registered: where it may not be shared the box is empty, and the choice is kept for when it may
        checked={isShared && canShare}
        disabled={!canShare}
        onChange={(event) => setValue("shared", event.target.checked)}
      />
    </WriteForm>
  );
}
