import { zodResolver } from "@hookform/resolvers/zod";
import { alsoWaitingStatuses } from "@/domain/default-settings";
import { Checkbox } from "@/ui/checkbox";
import { queueChanges, waitingLabels } from "./setting-changes";
import type { FieldsProps, SettingDefinition } from "./setting-definition";
import { type QueueForm, queueSchema } from "./setting-schemas";

export const queueSetting: SettingDefinition<QueueForm> = {
  key: "reviewQueue",
  title: "Review queue",
  description: "What waits for a reviewer besides inquiries that need review, until somebody has decided it.",
  resolver: zodResolver(queueSchema),
  read: (value) => queueSchema.safeParse(value).data,
  write: (form) => form,
  changes: queueChanges,
  Fields,
};

function Fields({ register }: FieldsProps<QueueForm>) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">Also wait</legend>
      {alsoWaitingStatuses.map((status) => (
        <Checkbox key={status} value={status} label={waitingLabels[status]} {...register("alsoWaiting")} />
      ))}
    </fieldset>
  );
}
