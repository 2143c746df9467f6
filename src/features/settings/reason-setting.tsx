import { zodResolver } from "@hookform/resolvers/zod";
import { useRef } from "react";
import { useFieldArray, useFormState, useWatch } from "react-hook-form";
import { newIdempotencyKey } from "@/api/idempotency";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { PlusIcon } from "@/ui/icons";
import { Kbd } from "@/ui/kbd";
import { TextField } from "@/ui/text-field";
import { FormSelect } from "./form-select";
import { RowTools, useRowMoves } from "./row-tools";
import { decisionLabels, reasonChanges } from "./setting-changes";
import type { FieldsProps, SettingDefinition } from "./setting-definition";
import { type ReasonsForm, reasonsSchema } from "./setting-schemas";

export const reasonSetting: SettingDefinition<ReasonsForm> = {
  key: "decisionReasons",
  title: "Decision reasons",
  description: "The company's reasons for each decision, in their order, and which of them need a comment.",
  resolver: zodResolver(reasonsSchema),
  read: (value) => reasonsSchema.safeParse({ items: value }).data,
  write: ({ items }) => items,
  changes: reasonChanges,
  Fields,
};

const decisions = (["approve", "decline", "markForReview"] as const).map((value) => ({ value, label: decisionLabels[value] }));
const comments = [
  { value: "optional", label: "Comment optional" },
  { value: "required", label: "Comment required" },
];

function Fields({ control, register }: FieldsProps<ReasonsForm>) {
  const { fields, append, move, remove } = useFieldArray({ control, name: "items", keyName: "key" });
  const items = useWatch({ control, name: "items" });
  const { errors } = useFormState({ control, name: "items" });
  const list = useRef<HTMLDivElement>(null);
  const rows = useRowMoves(list, fields, { move, remove });
  return (
    <div ref={list} className="@container flex flex-col gap-2">
      <ol aria-label="Decision reasons" className="flex flex-col">
        {fields.map((field, index) => {
          const nth = `reason ${index + 1}`;
          const what = items[index]?.label ? `“${displayLine(items[index].label, 40)}”` : nth;
          return (
            <li
              key={field.key}
              className="flex items-start gap-2 border-b border-line py-2 first:pt-0 @max-2xl:grid @max-2xl:grid-cols-[1.25rem_minmax(0,1fr)_10rem]"
            >
              <Digit digit={digitOf(items, index)} />
              <TextField
                label={`Label of ${nth}`}
                hideLabel
                className="min-w-0 flex-1 @max-2xl:col-span-2"
                maxLength={81}
                error={errors.items?.[index]?.label?.message}
                {...register(`items.${index}.label`)}
              />
              <FormSelect
                control={control}
                name={`items.${index}.decision`}
                label={`Decision of ${nth}`}
                hideLabel
                className="w-40 @max-2xl:col-span-2 @max-2xl:w-auto"
                options={decisions}
              />
              <FormSelect
                control={control}
                name={`items.${index}.comment`}
                label={`Comment for ${nth}`}
                hideLabel
                className="w-44 @max-2xl:w-auto"
                options={comments}
              />
              <div className="@max-2xl:col-span-3 @max-2xl:justify-self-end">
                <RowTools
                  what={what}
                  index={index}
                  count={fields.length}
                  onMove={(to) => rows.move(index, to)}
                  onRemove={() => rows.remove(index)}
                />
              </div>
            </li>
          );
        })}
      </ol>
      {errors.items?.root?.message !== undefined && <p className="text-sm">{errors.items.root.message}</p>}
      {fields.length === 0 && <p className="text-sm text-ink-muted">No reasons: reviewers write a comment only.</p>}
      <Button
        data-tool="add"
        icon={<PlusIcon />}
        className="self-start"
        onClick={() => append({ id: newIdempotencyKey(), decision: "decline", label: "", comment: "optional" })}
      >
        Add a reason
      </Button>
    </div>
  );
}

/** The key that chooses it, counted among the reasons of its decision. */
function digitOf(items: ReasonsForm["items"], index: number): string {
  const decision = items[index]?.decision;
  const place = items.slice(0, index + 1).filter((item) => item.decision === decision).length;
  return place <= 9 ? String(place) : "";
}

const Digit = ({ digit }: { digit: string }) => (
  <span className="flex h-8 w-5 flex-none items-center justify-center" data-tip={digit && `Chosen with ${digit}`}>
    {digit !== "" && <Kbd>{digit}</Kbd>}
  </span>
);
