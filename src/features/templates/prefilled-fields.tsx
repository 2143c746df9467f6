import XIcon from "lucide-react/icons/x";
import { type Control, useFieldArray, useFormState, type UseFormRegister } from "react-hook-form";
import type { InquiryTemplateModel } from "@/api/models";
import { readTemplateFields } from "@/domain/template-fields";
import { IconButton } from "@/ui/icon-button";
import { Select } from "@/ui/select";
import { TextField } from "@/ui/text-field";
import type { StaticLinkForm } from "./static-link-schema";

/** What no text can be written into. */
const notTexts = ["file", "government_id", "selfie", "array", "hash"];

type PrefilledFieldsProps = Pick<InquiryTemplateModel, "fieldSchemas"> & {
  control: Control<StaticLinkForm>;
  register: UseFormRegister<StaticLinkForm>;
};

/** The fields that the link fills in, one after the other as they are chosen. */
export function PrefilledFields({ control, register, fieldSchemas }: PrefilledFieldsProps) {
  const { fields, append, remove } = useFieldArray({ control, name: "fields" });
  const { errors } = useFormState({ control, name: "fields" });
  const left = readTemplateFields(fieldSchemas).filter(
    ({ key, type, isInUse }) => isInUse && !notTexts.includes(type) && !fields.some((field) => field.key === key),
  );
  return (
    <div className="flex flex-col gap-3">
      {fields.map(({ id, label }, index) => (
        <div key={id} className="flex items-start gap-1">
          <TextField
            label={`${label}, filled in`}
            className="min-w-0 flex-1"
            maxLength={201}
            error={errors.fields?.[index]?.value?.message}
            {...register(`fields.${index}.value`)}
          />
          <div className="mt-5">
            <IconButton label={`Don’t fill in ${label}`} onClick={() => remove(index)}>
              <XIcon />
            </IconButton>
          </div>
        </div>
      ))}
      {left.length > 0 && (
        <Select
          label="Fill in a field"
          hint="Readable by everybody who sees the link: no personal data."
          options={[{ value: "", label: "Choose a field" }, ...left.map(({ key, label }) => ({ value: key, label }))]}
          value=""
          onChange={(event) => {
            const field = left.find(({ key }) => key === event.target.value);
            if (field) append({ key: field.key, label: field.label, value: "" });
          }}
        />
      )}
    </div>
  );
}
