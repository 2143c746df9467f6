import type { InquiryTemplateModel } from "@/api/models";
import { UntrustedText } from "@/components/untrusted-text";
import { readTemplateFields, type TemplateField } from "@/domain/template-fields";
import { Section } from "@/ui/section";

/** The fields that the template declares: what an integration may fill in, and what becomes of it. */
export function TemplateFields({ fieldSchemas }: Pick<InquiryTemplateModel, "fieldSchemas">) {
  const fields = readTemplateFields(fieldSchemas);
  return (
    <Section title="Fields" aside={fields.length > 0 ? String(fields.length) : undefined}>
      {fields.length === 0 ? (
        <p className="text-sm text-ink-muted">Persona tells of none.</p>
      ) : (
        <ul className="flex flex-col gap-1.5 text-sm">
          {fields.map((field) => (
            <li key={field.key} className="flex flex-wrap items-baseline gap-x-2">
              <UntrustedText value={field.label} limit={80} className="font-medium" />
              <span className="font-mono text-xs text-ink-muted">{field.key}</span>
              <span className="text-xs text-ink-muted">{wordsOf(field)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const wordsOf = ({ type, isRequired, isWriteOnce, isKept, isInUse }: TemplateField): string =>
  [
    type,
    isRequired && "required",
    isWriteOnce && "written once",
    isKept && "kept when the inquiry is redacted",
    !isInUse && "no longer in use",
  ]
    .filter((word) => word !== false)
    .join(" · ");
