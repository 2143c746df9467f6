import { useQuery } from "@tanstack/react-query";
import type { FieldErrors, UseFormRegister } from "react-hook-form";
import { inquiryTemplateVersionsQuery } from "@/api/template-catalog/queries";
import { displayLine } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { Disclosure } from "@/ui/disclosure";
import { Select } from "@/ui/select";
import { TextArea, TextField } from "@/ui/text-field";
import type { CreationValues } from "./creation-schema";
import type { PrefillField } from "./prefill-fields";

type CreationOptionsProps = {
  /** The template, where its versions can be read. */
  templateId: string | undefined;
  fields: readonly PrefillField[];
  register: UseFormRegister<CreationValues>;
  errors: FieldErrors<CreationValues>;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
};

/** Seconds, in people's units. Persona advises at most 15 days from the creation (Persona help, "Inquiry expiration"). */
const windows = [
  { value: "", label: "As the template says" },
  { value: "3600", label: "1 hour" },
  { value: "14400", label: "4 hours" },
  { value: "86400", label: "24 hours" },
  { value: "259200", label: "3 days" },
  { value: "604800", label: "7 days" },
  { value: "1209600", label: "14 days" },
  { value: "2592000", label: "30 days, more than Persona advises" },
] as const;

const kinds = [
  { value: "link", label: "A one-time link, for the person" },
  { value: "sdk-token", label: "A session token, for your own application" },
] as const;

/** What a new inquiry can be given, and nobody has to: one step away, so that the usual one stays one key. */
export function CreationOptions({ templateId, fields, register, errors, isOpen, onToggle }: CreationOptionsProps) {
  return (
    <Disclosure
      summary="More: way in, version, values, note, tags, expiry"
      open={isOpen}
      bodyClassName="flex flex-col gap-4 pt-2"
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      {isOpen && (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            <Select label="Way in" options={kinds} {...register("kind")} />
            {templateId !== undefined && <VersionSelect templateId={templateId} register={register} error={errors.versionId?.message} />}
          </div>
          <fieldset className="flex flex-col gap-3">
            <legend className="mb-1 text-sm font-medium">Filled in already</legend>
            <p className="text-xs text-ink-muted">
              These and the note go to Persona and are kept nowhere else: only in this tab until then, and a reload empties them.
            </p>
            <div className="grid gap-3 sm:grid-cols-2">
              {fields.map((field) => (
                <PrefillRow key={field.key} field={field} register={register} error={errors.fields?.[field.key]?.message} />
              ))}
            </div>
          </fieldset>
          <TextArea label="Note" hint="For your own use." error={errors.note?.message} {...register("note")} />
          <TextField label="Tags" hint="With commas between them." error={errors.tags?.message} {...register("tags")} />
          <fieldset className="grid gap-3 sm:grid-cols-3">
            <legend className="mb-1 text-sm font-medium">It expires</legend>
            <Select label="After it was created" options={windows} error={errors.afterCreate?.message} {...register("afterCreate")} />
            <Select label="After it was begun" options={windows} error={errors.afterStart?.message} {...register("afterStart")} />
            <Select label="After it was resumed" options={windows} error={errors.afterResume?.message} {...register("afterResume")} />
          </fieldset>
          <TextField
            label="Where it leads to in the end"
            hint="The redirect URI of the hosted flow, as in https://app.example.com/done."
            inputMode="url"
            spellCheck={false}
            autoCapitalize="off"
            error={errors.redirectUri?.message}
            {...register("redirectUri")}
          />
        </>
      )}
    </Disclosure>
  );
}

type VersionSelectProps = { templateId: string; register: CreationOptionsProps["register"]; error: string | undefined };

function VersionSelect({ templateId, register, error }: VersionSelectProps) {
  const versions = useQuery(inquiryTemplateVersionsQuery(templateId));
  const published = versions.data?.versions.filter(({ status }) => status === "published") ?? [];
  const options = published.map(({ id, nameDisplay, live }) => ({
    value: id,
    label: `${displayLine(nameDisplay ?? "", 60) || middleEllipsis(id)}${live ? ", which is live" : ""}`,
  }));
  return (
    <Select
      label="Version"
      hint={versions.isError ? "The versions could not be read: it begins on the latest." : undefined}
      options={[{ value: "", label: "The latest published" }, ...options]}
      error={error}
      {...register("versionId")}
    />
  );
}

type PrefillRowProps = { field: PrefillField; register: CreationOptionsProps["register"]; error: string | undefined };

function PrefillRow({ field: { key, label, type }, register, error }: PrefillRowProps) {
  const row = { label, error, ...register(`fields.${key}`) };
  if (type === "boolean") {
    const options = [
      { value: "", label: "Not said" },
      { value: "true", label: "Yes" },
      { value: "false", label: "No" },
    ];
    return <Select {...row} options={options} />;
  }
  return <TextField {...row} type={type === "date" ? "date" : "text"} inputMode={type === "number" ? "decimal" : undefined} />;
}
