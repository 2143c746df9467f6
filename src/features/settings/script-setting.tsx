import { zodResolver } from "@hookform/resolvers/zod";
import { useRef } from "react";
import { useFieldArray, useFormState, useWatch } from "react-hook-form";
import { newIdempotencyKey } from "@/api/idempotency";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { PlusIcon } from "@/ui/icons";
import { TextArea, TextField } from "@/ui/text-field";
import { RowTools, useRowMoves } from "./row-tools";
import { scriptChanges } from "./setting-changes";
import type { FieldsProps, SettingDefinition } from "./setting-definition";
import { type ScriptsForm, scriptsSchema } from "./setting-schemas";

export const scriptSetting: SettingDefinition<ScriptsForm> = {
  key: "scripts",
  title: "Scripts",
  description: "Words to paste: what to tell the user, and what to write into the ticket. Keep names, values and links out of them.",
  resolver: zodResolver(scriptsSchema),
  read: (value) => scriptsSchema.safeParse({ items: value }).data,
  write: ({ items }) => items,
  changes: scriptChanges,
  Fields,
};

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
        onClick={() => append({ id: newIdempotencyKey(), title: "", toUser: "", toTicket: "" })}
      >
        Add a script
      </Button>
    </div>
  );
}
