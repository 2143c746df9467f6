import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useFieldArray, useFormState, useWatch } from "react-hook-form";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { displayLine } from "@/lib/display-text";
import { TextField } from "@/ui/text-field";
import { FormSelect } from "./form-select";
import { RowList } from "./row-list";
import { peopleChanges, twoPeopleLabels } from "./setting-changes";
import type { FieldsProps, SettingDefinition } from "./setting-definition";
import { type PeopleForm, peopleSchema, twoPeopleDecisions } from "./setting-schemas";

export const peopleSetting: SettingDefinition<PeopleForm> = {
  key: "twoPeople",
  title: "Two people",
  description:
    "On which templates nobody decides alone. Whoever decides there proposes it, and it is carried out once a lead or an admin has said the same without having seen it. A mark for review needs nobody else.",
  resolver: zodResolver(peopleSchema),
  read: (value) => peopleSchema.safeParse({ items: value }).data,
  write: ({ items }) => items,
  changes: peopleChanges,
  Fields,
};

const decisions = twoPeopleDecisions.map((value) => ({ value, label: twoPeopleLabels[value] }));

function Fields({ control, register }: FieldsProps<PeopleForm>) {
  const rows = useFieldArray({ control, name: "items", keyName: "key" });
  const items = useWatch({ control, name: "items" });
  const { errors } = useFormState({ control, name: "items" });
  // only for their names: where they can't be read, an ID is written by hand
  const templates = useQuery({ ...inquiryTemplatesQuery(), retryOnMount: true }).data?.templates ?? [];
  const listId = useId();
  const nameOf = (id: string | undefined) => displayLine(templates.find((template) => template.id === id)?.name ?? "", 60);
  return (
    <>
      <datalist id={listId}>
        {templates.map(({ id }) => (
          <option key={id} value={id} label={nameOf(id)} />
        ))}
      </datalist>
      <RowList
        label="Rules for two people"
        noun="rule"
        rows={rows}
        nameOf={(index) => nameOf(items[index]?.inquiryTemplateId) || items[index]?.inquiryTemplateId}
        error={errors.items?.root?.message}
        empty="No rules: one person decides on every template."
        onAdd={() => rows.append({ inquiryTemplateId: "", decisions: "every" })}
        className="@container"
        rowClassName="grid grid-cols-[minmax(0,1fr)_15rem_auto] items-start gap-2 border-b border-line py-2.5 first:pt-0 @max-2xl:grid-cols-[minmax(0,1fr)_auto]"
      >
        {({ index, nth, tools }) => (
          <>
            <TextField
              label={`Template of ${nth}`}
              hint={nameOf(items[index]?.inquiryTemplateId) || undefined}
              className="min-w-0"
              list={listId}
              spellCheck={false}
              placeholder="itmpl_…"
              error={errors.items?.[index]?.inquiryTemplateId?.message}
              {...register(`items.${index}.inquiryTemplateId`)}
            />
            <FormSelect
              control={control}
              name={`items.${index}.decisions`}
              label={`Decisions of ${nth}`}
              className="@max-2xl:order-last @max-2xl:col-span-2"
              options={decisions}
            />
            <div className="mt-6">{tools}</div>
          </>
        )}
      </RowList>
    </>
  );
}
