import { zodResolver } from "@hookform/resolvers/zod";
import PlusIcon from "lucide-react/icons/plus";
import { useRef } from "react";
import { useFieldArray, useFormState, useWatch } from "react-hook-form";
import { newIdempotencyKey } from "@/api/idempotency";
import { accessCauses } from "@/domain/access/access-cause";
import { causeLabels } from "@/domain/access/reply-script";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { TextArea, TextField } from "@/ui/text-field";
import { FormSelect } from "./form-select";
import { RowTools, useRowMoves } from "./row-tools";
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
  const { fields, append, move, remove } = useFieldArray({ control, name: "items", keyName: "key" });
  const items = useWatch({ control, name: "items" });
  const { errors } = useFormState({ control, name: "items" });
  const list = useRef<HTMLDivElement>(null);
  const rows = useRowMoves(list, fields, { move, remove });
  return (
    <div ref={list} className="flex flex-col gap-3">
      <ol aria-label="Scripts" className="flex flex-col">
        {fields.map((field, index) => {
          const nth = `script ${index + 1}`;
          const wrong = errors.items?.[index];
          return (
            <li key={field.key} className="grid gap-2 border-b border-line py-3 first:pt-0 sm:grid-cols-2">
              <div className="flex items-end gap-2 sm:col-span-2">
                <TextField
                  label={`Title of ${nth}`}
                  className="min-w-0 flex-1 sm:max-w-sm"
                  maxLength={81}
                  error={wrong?.title?.message}
                  {...register(`items.${index}.title`)}
                />
                <RowTools
                  what={items[index]?.title ? `“${displayLine(items[index].title, 40)}”` : nth}
                  index={index}
                  count={fields.length}
                  onMove={(to) => rows.move(index, to)}
                  onRemove={() => rows.remove(index)}
                />
              </div>
              <FormSelect
                control={control}
                name={`items.${index}.cause`}
                label="In force for"
                className="sm:col-span-2 sm:max-w-sm"
                options={causes}
              />
              <TextArea label="Tell the user" error={wrong?.toUser?.message} {...register(`items.${index}.toUser`)} />
              <TextArea label="Write into the ticket" error={wrong?.toTicket?.message} {...register(`items.${index}.toTicket`)} />
            </li>
          );
        })}
      </ol>
      {errors.items?.root?.message !== undefined && <p className="text-sm">{errors.items.root.message}</p>}
      {fields.length === 0 && <p className="text-sm text-ink-muted">No scripts.</p>}
      <Button
        data-tool="add"
        icon={<PlusIcon />}
        className="self-start"
        onClick={() => append({ id: newIdempotencyKey(), title: "", toUser: "", toTicket: "", cause: "" })}
      >
        Add a script
      </Button>
    </div>
  );
}
