import { UntrustedText } from "@/components/untrusted-text";
import { Veiled } from "@/components/veiled";
import { extractedFields } from "@/domain/extraction";

type ExtractedFieldsProps = {
  /** A document or a verification of one, whose reading it may hold. */
  resource: object;
  panel: string;
};

/** What was read out of a document, with the page and how far it agrees. Nothing where Persona read nothing. */
export function ExtractedFields({ resource, panel }: ExtractedFieldsProps) {
  const fields = extractedFields(resource);
  const found = fields.filter(({ values }) => values.length > 0);
  const missing = fields.filter(({ values }) => values.length === 0);
  if (fields.length === 0) return null;
  return (
    <div className="text-sm">
      <dl aria-label="Read from the document" className="grid gap-x-3 gap-y-0.5 sm:grid-cols-[minmax(6rem,11rem)_minmax(0,1fr)]">
        {found.map(({ label, pii, values }, index) => (
          <div key={index} className="contents">
            <dt className="text-ink-muted">
              <bdi>{label}</bdi>
            </dt>
            {values.map(({ text, page, match }, place) => (
              <dd key={place} className="min-w-0 sm:col-start-2">
                {pii === "identification number" ? (
                  <Veiled what={label.toLowerCase()} panel={panel}>
                    <UntrustedText value={text} limit={160} />
                  </Veiled>
                ) : (
                  <UntrustedText value={text} limit={160} />
                )}
                <span className="text-xs text-ink-muted">
                  {page !== null && ` · page ${page}`}
                  {match !== null && ` · ${match}`}
                </span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {missing.length > 0 && (
        <p className="mt-0.5 text-xs text-ink-muted">
          Not found: <bdi>{missing.map(({ label }) => label).join(", ")}</bdi>
        </p>
      )}
    </div>
  );
}
