import { zodResolver } from "@hookform/resolvers/zod";
import { useFormState } from "react-hook-form";
import { TextField } from "@/ui/text-field";
import { holdChanges } from "./setting-changes";
import type { FieldsProps, SettingDefinition } from "./setting-definition";
import { type HoldForm, holdSchema } from "./setting-schemas";

export const holdSetting: SettingDefinition<HoldForm> = {
  key: "decisionHold",
  title: "Hold",
  description: "How long a decision waits before it is sent, so that a slip can be taken back. With 0 it is sent at once.",
  resolver: zodResolver(holdSchema),
  read: (value) => holdSchema.safeParse(value).data,
  write: (form) => form,
  changes: holdChanges,
  Fields,
};

function Fields({ control, register }: FieldsProps<HoldForm>) {
  const { errors } = useFormState({ control });
  return (
    <div className="grid max-w-xl gap-4 sm:grid-cols-2">
      <TextField
        label="Held before it is sent, in seconds"
        type="number"
        inputMode="numeric"
        min={0}
        max={60}
        error={errors.seconds?.message}
        {...register("seconds", { valueAsNumber: true })}
      />
      <TextField
        label="Least that people may choose, in seconds"
        type="number"
        inputMode="numeric"
        min={0}
        max={60}
        error={errors.atLeastSeconds?.message}
        {...register("atLeastSeconds", { valueAsNumber: true })}
      />
    </div>
  );
}
