import type { UseMutationResult } from "@tanstack/react-query";
import { type SubmitEvent, type ReactNode, useState } from "react";
import { isConflict } from "@/api/errors";
import { FailurePanel } from "@/components/failure-panel";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { TextField } from "@/ui/text-field";

const longestName = 60;

export type ViewValues = { name: string; shared: boolean; replace: boolean };

type ViewFormProps = {
  /** What the form is for, and what its button says: "Save as a view". */
  label: string;
  initial: Pick<ViewValues, "name" | "shared">;
  /** Offers to put the present filters in the place of the view's. */
  canReplace: boolean;
  /** Why it can't be shared, as far as the choice goes. */
  whyNotShared: (values: ViewValues) => string | undefined;
  saving: Pick<UseMutationResult, "isPending" | "error" | "reset">;
  onSave: (values: ViewValues) => void;
  /** More ways to go on. */
  children?: ReactNode;
};

/** The name of a view and who sees it. What was typed stays when saving fails. */
export function ViewForm({ label, initial, canReplace, whyNotShared, saving, onSave, children }: ViewFormProps) {
  const [values, setValues] = useState<ViewValues>({ ...initial, replace: false });
  const [isMissing, setIsMissing] = useState(false);
  const refusal = whyNotShared(values);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const name = values.name.trim();
    setIsMissing(name === "");
    if (name !== "" && !saving.isPending) onSave({ ...values, name, shared: values.shared && refusal === undefined });
  };
  // the server says which of its rules about names and numbers it was
  const conflict = isConflict(saving.error) ? displayLine(saving.error.details[0] ?? "This name is taken.", 200) : undefined;
  return (
    <form noValidate aria-label={label} className="flex flex-col gap-2" onSubmit={submit}>
      <TextField
        label="Name of the view"
        maxLength={longestName}
        value={values.name}
        error={isMissing ? "Give it a name." : conflict}
        onChange={(event) => {
          setIsMissing(false);
          saving.reset();
          setValues({ ...values, name: event.target.value });
        }}
      />
      {canReplace && (
        <Checkbox
          label="Replace its filters by those on the page"
          checked={values.replace}
          onChange={(event) => setValues({ ...values, replace: event.target.checked })}
        />
      )}
      <Checkbox
        label={
          <>
            Share with everybody
            {refusal !== undefined && <span className="block text-xs text-ink-muted">{refusal}</span>}
          </>
        }
        checked={values.shared && refusal === undefined}
        disabled={refusal !== undefined}
        onChange={(event) => setValues({ ...values, shared: event.target.checked })}
      />
      {saving.error !== null && conflict === undefined && <FailurePanel error={saving.error} during="write" headingLevel={3} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" variant="primary" busy={saving.isPending}>
          {label}
        </Button>
        {children}
      </div>
    </form>
  );
}
