import { zodResolver } from "@hookform/resolvers/zod";
import { useFormState } from "react-hook-form";
import { TextField } from "@/ui/text-field";
import { slaChanges } from "./setting-changes";
import type { FieldsProps, SettingDefinition } from "./setting-definition";
import { type SlaForm, slaSchema } from "./setting-schemas";

export const slaSetting: SettingDefinition<SlaForm> = {
  key: "sla",
  title: "Service level",
  description: "How long an inquiry may wait for review, and how long before that it counts as due.",
  resolver: zodResolver(slaSchema),
  read: (value) => slaSchema.safeParse(value).data,
  write: (form) => form,
  changes: slaChanges,
  Fields,
};

function Fields({ control, register }: FieldsProps<SlaForm>) {
  const { errors } = useFormState({ control });
  return (
    <div className="grid max-w-xl gap-4 sm:grid-cols-2">
      <TextField
        label="May wait for review, in hours"
        type="number"
        inputMode="numeric"
        min={1}
        max={720}
        error={errors.reviewHours?.message}
        {...register("reviewHours", { valueAsNumber: true })}
      />
      <TextField
        label="Warn this many hours before"
        type="number"
        inputMode="numeric"
        min={0}
        max={720}
        error={errors.warnHours?.message}
        {...register("warnHours", { valueAsNumber: true })}
      />
    </div>
  );
}
