import { zodResolver } from "@hookform/resolvers/zod";
import { useFieldArray, useFormState, useWatch } from "react-hook-form";
import { newIdempotencyKey } from "@/api/idempotency";
import { accessCauses } from "@/domain/access/access-cause";
import { causeLabels } from "@/domain/access/reply-script";
import { TextArea, TextField } from "@/ui/text-field";
import { FormSelect } from "./form-select";
import { RowList } from "./row-list";
import { scriptChanges } from "./setting-changes";
import type { FieldsProps, SettingDefinition } from "./setting-definition";
import { type ScriptsForm, scriptsSchema } from "./setting-schemas";

export const scriptSetting: SettingDefinition<ScriptsForm> = {
  key: "scripts",
  title: "Scripts",
  description:
    "What to tell the user, and what to write into the ticket: in force for a cause of lost access, or to choose on the panel. Link and expiry are added by themselves. Keep names, values and links out of them.",
  resolver: zodResolver(scriptsSchema),
  read: (value) => {
    const form = scriptsSchema.safeParse({ items: value }).data;
    return form && { items: form.items.map((script) => ({ ...script, cause: script.cause ?? "" })) };
  },
  write: ({ items }) => items.map(({ cause = "", ...script }) => (cause === "" ? script : { ...script, cause })),
  changes: scriptChanges,
  Fields,
};

const causes = [
  { value: "", label: "No cause: to choose on the panel" },
  ...accessCauses.map((cause) => ({ value: cause, label: causeLabels[cause] })),
];

function Fields({ control, register }: FieldsProps<ScriptsForm>) {
  const rows = useFieldArray({ control, name: "items", keyName: "key" });
  const items = useWatch({ control, name: "items" });
  const { errors } = useFormState({ control, name: "items" });
  return (
    <RowList
      label="Scripts"
      noun="script"
      rows={rows}
      nameOf={(index) => items[index]?.title}
      error={errors.items?.root?.message}
      empty="No scripts."
      onAdd={() => rows.append({ id: newIdempotencyKey(), title: "", toUser: "", toTicket: "", cause: "" })}
      rowClassName="grid gap-2 border-b border-line py-3 first:pt-0 sm:grid-cols-2"
    >
      {({ index, nth, tools }) => (
        <>
          <div className="flex items-end gap-2 sm:col-span-2">
            <TextField
              label={`Title of ${nth}`}
              className="min-w-0 flex-1 sm:max-w-sm"
              maxLength={81}
              error={errors.items?.[index]?.title?.message}
              {...register(`items.${index}.title`)}
            />
            {tools}
          </div>
          <FormSelect
            control={control}
            name={`items.${index}.cause`}
            label="In force for"
            className="sm:col-span-2 sm:max-w-sm"
            options={causes}
          />
          <TextArea label="Tell the user" error={errors.items?.[index]?.toUser?.message} {...register(`items.${index}.toUser`)} />
          <TextArea
            label="Write into the ticket"
            error={errors.items?.[index]?.toTicket?.message}
            {...register(`items.${index}.toTicket`)}
          />
        </>
      )}
    </RowList>
  );
}
