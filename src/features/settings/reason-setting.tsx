import { zodResolver } from "@hookform/resolvers/zod";
import { useFieldArray, useFormState, useWatch } from "react-hook-form";
import { newIdempotencyKey } from "@/api/idempotency";
import { isRecord, readList } from "@/lib/read";
import { Kbd } from "@/ui/kbd";
import { TextField } from "@/ui/text-field";
import { FormSelect } from "./form-select";
import { RowList } from "./row-list";
import { decisionLabels, reasonChanges } from "./setting-changes";
import type { FieldsProps, SettingDefinition } from "./setting-definition";
import { type ReasonsForm, reasonsSchema } from "./setting-schemas";

export const reasonSetting: SettingDefinition<ReasonsForm> = {
  key: "decisionReasons",
  title: "Decision reasons",
  description:
    "The company's reasons for each decision, in their order; which of them need a comment, what it begins with, and the tag that the inquiry gets.",
  resolver: zodResolver(reasonsSchema),
  read: readReasons,
  write: writeReasons,
  changes: reasonChanges,
  Fields,
};

const decisions = (["approve", "decline", "markForReview"] as const).map((value) => ({ value, label: decisionLabels[value] }));
const comments = [
  { value: "optional", label: "Comment optional" },
  { value: "required", label: "Comment required" },
];

function Fields({ control, register }: FieldsProps<ReasonsForm>) {
  const rows = useFieldArray({ control, name: "items", keyName: "key" });
  const items = useWatch({ control, name: "items" });
  const { errors } = useFormState({ control, name: "items" });
  return (
    <RowList
      label="Decision reasons"
      noun="reason"
      rows={rows}
      nameOf={(index) => items[index]?.label}
      error={errors.items?.root?.message}
      empty="No reasons: reviewers write a comment only."
      onAdd={() => rows.append({ id: newIdempotencyKey(), decision: "decline", label: "", comment: "optional", preset: "", tag: "" })}
      className="@container"
      rowClassName="grid grid-cols-[1.25rem_minmax(0,1fr)_10rem_11rem_auto] items-start gap-2 border-b border-line py-2.5 first:pt-0 @max-2xl:grid-cols-[1.25rem_7.5rem_10.5rem_minmax(0,1fr)_minmax(0,0.7fr)] @max-md:grid-cols-[1.25rem_minmax(0,1fr)_minmax(0,1fr)]"
    >
      {({ index, nth, tools }) => (
        <>
          <Digit digit={digitOf(items, index)} />
          <TextField
            label={`Label of ${nth}`}
            hideLabel
            className="min-w-0 @max-2xl:order-first @max-2xl:col-span-3 @max-md:col-span-2"
            maxLength={81}
            error={errors.items?.[index]?.label?.message}
            {...register(`items.${index}.label`)}
          />
          <FormSelect
            control={control}
            name={`items.${index}.decision`}
            label={`Decision of ${nth}`}
            hideLabel
            className="min-w-0 @max-2xl:col-start-2 @max-md:col-span-2 @max-md:col-start-2"
            options={decisions}
          />
          <FormSelect
            control={control}
            name={`items.${index}.comment`}
            label={`Comment for ${nth}`}
            hideLabel
            className="@max-md:col-span-2 @max-md:col-start-2"
            options={comments}
          />
          <div className="@max-2xl:-order-1 @max-2xl:justify-self-end @max-md:order-last @max-md:col-span-3">{tools}</div>
          <TextField
            label={`Beginning of the comment of ${nth}`}
            hideLabel
            placeholder="Begins with …"
            className="col-start-2 min-w-0 @max-2xl:col-start-auto @max-md:col-span-2 @max-md:col-start-2"
            maxLength={501}
            error={errors.items?.[index]?.preset?.message}
            {...register(`items.${index}.preset`)}
          />
          <TextField
            label={`Tag of ${nth}`}
            hideLabel
            placeholder="Tag (optional)"
            className="col-span-2 min-w-0 @max-2xl:col-span-1 @max-md:col-span-2 @max-md:col-start-2"
            maxLength={61}
            error={errors.items?.[index]?.tag?.message}
            {...register(`items.${index}.tag`)}
          />
        </>
      )}
    </RowList>
  );
}

/** What a reason may leave out is an empty field in the form. */
function readReasons(value: unknown): ReasonsForm | undefined {
  const items = readList(value).map((item) => (isRecord(item) ? { preset: "", tag: "", ...item } : item));
  return Array.isArray(value) ? reasonsSchema.safeParse({ items }).data : undefined;
}

function writeReasons({ items }: ReasonsForm) {
  return items.map(({ preset, tag, ...reason }) => ({
    ...reason,
    ...(preset.trim() !== "" && { preset: preset.trim() }),
    ...(tag.trim() !== "" && { tag: tag.trim() }),
  }));
}

/** The key that chooses it, counted among the reasons of its decision. */
function digitOf(items: ReasonsForm["items"], index: number): string {
  const decision = items[index]?.decision;
  const place = items.slice(0, index + 1).filter((item) => item.decision === decision).length;
  return place <= 9 ? String(place) : "";
}

const Digit = ({ digit }: { digit: string }) => (
  <span className="flex h-8 w-5 flex-none items-center justify-center @max-2xl:order-first" data-tip={digit && `Chosen with ${digit}`}>
    {digit !== "" && <Kbd>{digit}</Kbd>}
  </span>
);
