import { zodResolver } from "@hookform/resolvers/zod";
import { useFormState, useWatch } from "react-hook-form";
import { duplicateSituations, possibleAdvice } from "@/domain/default-settings";
import { withReverification } from "@/domain/duplicate-policy";
import { adviceLabels, overrideLabels, situationWords } from "@/domain/duplicate-words";
import { readEntries, readList, readProperty } from "@/lib/read";
import { TextField } from "@/ui/text-field";
import { FormSelect } from "./form-select";
import { NarrowLabel } from "./narrow-label";
import { PolicyTable } from "./policy-table";
import { policyChanges } from "./setting-changes";
import type { FieldsProps, SettingDefinition } from "./setting-definition";
import { type PolicyForm, policySchema } from "./setting-schemas";

export const policySetting: SettingDefinition<PolicyForm> = {
  key: "duplicatePolicy",
  title: "Duplicate policy",
  description: "What is advised when somebody who already has an inquiry on a template is to get another one, and who can override it.",
  resolver: zodResolver(policySchema),
  read: (saved) => {
    const value = withReverification(saved);
    // the table has its own order, whatever order the rules were saved in
    const rules = readList(readProperty(value, "rules"));
    const sorted = duplicateSituations.flatMap((one) => rules.filter((rule) => readProperty(rule, "situation") === one).slice(0, 1));
    return policySchema.safeParse({ ...Object.fromEntries(readEntries(value)), rules: sorted }).data;
  },
  write: (form) => form,
  changes: policyChanges,
  Fields,
  Reading: PolicyTable,
};

const overrides = (["never", "withReason", "freely"] as const).map((value) => ({ value, label: overrideLabels[value] }));

function Fields({ control, register }: FieldsProps<PolicyForm>) {
  const { errors } = useFormState({ control });
  const rules = useWatch({ control, name: "rules" });
  return (
    <div className="flex flex-col gap-4">
      <table aria-label="Duplicate policy" className="w-full text-sm max-sm:block max-sm:[&_:is(tbody,tr,td,th)]:block">
        <thead className="max-sm:sr-only">
          <tr className="border-b border-line text-xs text-ink-muted [&>th]:pb-2 [&>th]:text-start [&>th]:font-medium">
            <th scope="col">What they have</th>
            <th scope="col" className="w-52 ps-3">
              Advice
            </th>
            <th scope="col" className="w-52 ps-3">
              Who can override
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ situation }, index) => {
            const { label, sentence } = situationWords[situation];
            return (
              <tr key={situation} className="border-b border-line align-top [&>*]:py-2">
                <th scope="row" className="text-start font-medium">
                  {label}
                  <span className="block text-xs font-normal text-ink-muted">{sentence}</span>
                </th>
                <td className="sm:ps-3 max-sm:pb-0!">
                  <NarrowLabel>Advice</NarrowLabel>
                  <FormSelect
                    control={control}
                    name={`rules.${index}.advice`}
                    label={`Advice: ${label.toLowerCase()}`}
                    hideLabel
                    options={possibleAdvice[situation].map((value) => ({ value, label: adviceLabels[value] }))}
                    error={errors.rules?.[index]?.root?.message}
                  />
                </td>
                <td className="sm:ps-3">
                  <NarrowLabel>Who can override</NarrowLabel>
                  <FormSelect
                    control={control}
                    name={`rules.${index}.override`}
                    label={`Who can override: ${label.toLowerCase()}`}
                    hideLabel
                    options={overrides}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <TextField
        label="What finished well is verified again after, in days"
        type="number"
        inputMode="numeric"
        min={1}
        max={3650}
        className="max-w-80"
        error={errors.reverifyAfterDays?.message}
        {...register("reverifyAfterDays", { valueAsNumber: true })}
      />
      <TextField
        label="An expired inquiry is too old after, in days"
        type="number"
        inputMode="numeric"
        min={1}
        max={3650}
        className="max-w-80"
        error={errors.tooOldAfterDays?.message}
        {...register("tooOldAfterDays", { valueAsNumber: true })}
      />
    </div>
  );
}
