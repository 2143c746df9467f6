import type { AccountModel } from "@/api/models";
import { UntrustedText } from "@/components/untrusted-text";
import { Veiled } from "@/components/veiled";
import { fieldViewText, viewFieldValue } from "@/domain/field-value";
import { readFields } from "@/domain/fields";
import { isRedacted } from "@/domain/inquiry-status";
import { Description, DescriptionList } from "@/ui/description-list";
import { Section } from "@/ui/section";

const most = 60;

/** What Persona keeps about the person, each value behind a veil until somebody asks for it. */
export function AccountFields({ account }: { account: AccountModel }) {
  const fields = readFields(account.fields)
    .map((field) => ({ ...field, text: fieldViewText(viewFieldValue(field.value)) }))
    .filter(({ text }) => text !== "");
  return (
    <Section title="Fields">
      {fields.length === 0 ? (
        <p className="text-sm text-ink-muted">{isRedacted(account) ? "The values were erased for good." : "No values."}</p>
      ) : (
        <DescriptionList>
          {fields.slice(0, most).map(({ rawKey, label, text, pii }) => (
            <Description key={rawKey} term={<UntrustedText value={label} limit={60} />}>
              {pii === null ? (
                <UntrustedText value={text} limit={160} />
              ) : (
                <Veiled what={label.toLowerCase()} panel="Fields">
                  <UntrustedText value={text} limit={160} />
                </Veiled>
              )}
            </Description>
          ))}
        </DescriptionList>
      )}
      {fields.length > most && (
        <p className="mt-2 text-xs text-ink-muted">
          The first {most} of {fields.length} fields.
        </p>
      )}
    </Section>
  );
}
