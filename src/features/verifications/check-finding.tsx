import type { CheckExplanation } from "@/domain/checks/check-catalogue";
import { isUsual } from "@/domain/checks/check-category";
import { StatusBadge } from "@/components/status-badge";
import type { Tone } from "@/ui/tone";

/** A check that failed, in plain words: what it says, why, what Persona found, what the user can do. */
export function CheckFinding({ check }: { check: CheckExplanation }) {
  const tone = toneOf(check);
  return (
    <li
      data-tone={tone}
      className="rounded border border-tone-line border-s-tone-mark bg-surface px-3 py-2 text-sm"
      style={{ borderInlineStartWidth: 3 }}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h4 className="font-semibold">
          <bdi>{check.label}</bdi>
        </h4>
        <StatusBadge of="check" status={check.status.status} />
        <span className="text-xs text-ink-muted" data-tip={check.requirement.sentence}>
          {check.requirement.label}
        </span>
        <span className="text-xs text-ink-muted" data-tip={check.category.sentence}>
          · <bdi>{check.category.label}</bdi>
        </span>
        <code className="ms-auto font-mono text-xs text-ink-faint print:hidden">{check.slug}</code>
      </div>
      <p className="mt-0.5">{check.sentence}</p>
      {check.reasons.length > 0 && (
        <ul className="mt-1 list-disc ps-4" aria-label="Reasons">
          {check.reasons.map((reason) => (
            <li key={reason.code}>
              <bdi>{reason.sentence}</bdi> <code className="font-mono text-xs text-ink-faint">{reason.code}</code>
            </li>
          ))}
        </ul>
      )}
      <CheckFactList check={check} />
      {check.remedy !== null && (
        <p className="mt-1 text-ink-muted print:hidden">
          <span className="font-medium text-ink">What helps: </span>
          {check.remedy}
        </p>
      )}
    </li>
  );
}

/** What made the attempt fail is red; what may matter all the same, orange. */
function toneOf({ requirement, category }: CheckExplanation): Tone {
  if (["required", "requires_retry"].includes(requirement.status)) return "red";
  return requirement.status === "not_required" && isUsual(category) ? "neutral" : "orange";
}

/** What Persona says it found, as "name: value" pairs in one line. */
function CheckFactList({ check }: { check: CheckExplanation }) {
  if (check.facts.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-wrap gap-x-4 text-xs text-ink-muted">
      {check.facts.map((fact, index) => (
        <div key={index} className="flex min-w-0 gap-1">
          <dt>{fact.label}:</dt>
          <dd className="min-w-0 break-words text-ink">
            <bdi>{fact.text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
