import "@/lib/zod-config";
import { z } from "zod/mini";
import type { CreationRequest } from "@/api/generated/desk/types.gen";
import { creationFaults, fieldFault } from "@/domain/creation-details";
import { type Duplicate, duplicateRefusal } from "@/domain/duplicate-guard";
import type { TemplateField } from "@/domain/template-fields";
import { isFieldPath } from "./prefill-fields";

/** Characters that a reason may have: openapi/desk.yaml, CreationRequest. */
export const longestReason = 500;

type Situation = {
  /** What the person has on the template already. */
  duplicates: readonly Duplicate[];
  /** What can be filled in already. */
  fields: readonly Pick<TemplateField, "key" | "type">[];
};

/** What a new inquiry needs to be created. */
export const creationSchema = ({ duplicates, fields }: Situation) =>
  z
    .object({
      templateId: z.string().check(z.minLength(1, "Choose the template of the new inquiry.")),
      reason: z.string().check(
        z.trim(),
        z.maxLength(longestReason, `At most ${longestReason} characters.`),
        z.refine((reason) => duplicateRefusal(duplicates, reason) === undefined, "Say why: the policy asks for a reason."),
      ),
      kind: z.enum(["link", "sdk-token"]),
      versionId: z.string(),
      note: z.string(),
      /** With commas between them. */
      tags: z.string(),
      redirectUri: z.string(),
      /** Seconds as text; empty where the template decides. */
      afterCreate: z.string(),
      afterStart: z.string(),
      afterResume: z.string(),
      /** By field key; empty for nothing. */
      fields: z.record(z.string(), z.string()),
    })
    .check(({ value, issues }) => {
      const tell = (path: string[], message: string) => issues.push({ code: "custom", path, message, input: "" });
      const typed = typedFields(value.fields, fields);
      for (const { pointer, sentence } of creationFaults(extrasOf(value, fields))) tell(pointer.split("/").slice(1), sentence);
      for (const { key, type } of fields) {
        const given = typed[key];
        // what the key alone tells was told above
        if (given === undefined || fieldFault(key, given) !== undefined) continue;
        const fault = fieldFault(key, given, type);
        if (fault !== undefined) tell(["fields", key], fault);
      }
    });

export type CreationValues = z.infer<ReturnType<typeof creationSchema>>;

export const emptyCreation: CreationValues = {
  templateId: "",
  reason: "",
  kind: "link",
  versionId: "",
  note: "",
  tags: "",
  redirectUri: "",
  afterCreate: "",
  afterStart: "",
  afterResume: "",
  fields: {},
};

type Extras = Omit<CreationRequest, "accountId" | "referenceId" | "inquiryTemplateId" | "seen" | "reason">;

/** What goes along with the template and the person: nothing for what was left empty. */
export function extrasOf(values: CreationValues, known: Situation["fields"]): Extras {
  const tags = values.tags.split(",").flatMap((tag) => tag.trim().replaceAll(/\s+/g, " ") || []);
  const fields = typedFields(values.fields, known);
  const text = (value: string) => (value.trim() === "" ? undefined : value.trim());
  const seconds = (value: string) => (value === "" ? undefined : Number(value));
  return withoutAbsent({
    kind: values.kind === "link" ? undefined : values.kind,
    inquiryTemplateVersionId: text(values.versionId),
    note: text(values.note),
    tags: tags.length === 0 ? undefined : tags,
    fields: Object.keys(fields).length === 0 ? undefined : fields,
    redirectUri: text(values.redirectUri),
    expirationAfterCreateIntervalSeconds: seconds(values.afterCreate),
    expirationAfterStartIntervalSeconds: seconds(values.afterStart),
    expirationAfterResumeIntervalSeconds: seconds(values.afterResume),
  });
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutAbsent<T extends object>(values: T): Present<T> {
  // the entries left are those of T that are not undefined
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}

/** As their types have them: a form knows texts alone. */
function typedFields(texts: CreationValues["fields"], known: Situation["fields"]): NonNullable<CreationRequest["fields"]> {
  return Object.fromEntries(
    known.flatMap(({ key, type }): [string, string | number | boolean][] => {
      const text = (texts[key] ?? "").trim();
      if (text === "") return [];
      if (type === "boolean") return [[key, text === "true"]];
      return [[key, type === "number" ? Number(text) : text]];
    }),
  );
}

const places: Readonly<Record<string, keyof CreationValues>> = {
  inquiryTemplateId: "templateId",
  inquiryTemplateVersionId: "versionId",
  note: "note",
  tags: "tags",
  redirectUri: "redirectUri",
  expirationAfterCreateIntervalSeconds: "afterCreate",
  expirationAfterStartIntervalSeconds: "afterStart",
  expirationAfterResumeIntervalSeconds: "afterResume",
};

/** Which field of the form a refusal is about, by its pointer; undefined where it has none. */
export function placeOf(pointer: string, known: Situation["fields"]): keyof CreationValues | `fields.${string}` | undefined {
  const [, name = "", key] = pointer.split("/");
  if (name !== "fields") return places[name];
  return known.some((field) => field.key === key) && key !== undefined && isFieldPath(key) ? `fields.${key}` : undefined;
}
