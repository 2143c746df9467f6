import { CheckFinding } from "@/features/verifications/check-finding";
import { CheckGrid } from "@/features/verifications/check-grid";
import type { Attempt } from "@/domain/verification-view";
import { count, joinWords } from "@/lib/words";
import { Disclosure } from "@/ui/disclosure";

/** The checks of one attempt: failed required ones in full, other required ones by name, optional ones folded. */
export function AttemptBody({ attempt }: { attempt: Attempt }) {
  const { checks, failedRequired, failedOptional } = attempt;
  const isOptional = (check: (typeof checks)[number]) => !["required", "requires_retry"].includes(check.requirement.status);
  const quietRequired = checks.filter((check) => !isOptional(check) && !failedRequired.includes(check));
  const optional = checks.filter(isOptional);
  if (checks.length === 0) return <p className="mt-2 text-sm text-ink-muted">Persona sent no checks for this attempt.</p>;
  return (
    <div className="mt-2 flex flex-col gap-2">
      {failedRequired.length > 0 && (
        <ul aria-label="Failed required checks" className="flex flex-col gap-2">
          {failedRequired.map((check, index) => (
            <CheckFinding key={index} check={check} />
          ))}
        </ul>
      )}
      {quietRequired.length > 0 && <CheckGrid label="Other required checks" checks={quietRequired} />}
      {optional.length > 0 && (
        <Disclosure summary={`${count(optional.length, "optional check")}: ${tally(optional)}`} bodyClassName="flex flex-col gap-2 pt-1">
          {failedOptional.length > 0 && (
            <ul aria-label="Failed optional checks" className="flex flex-col gap-2">
              {failedOptional.map((check, index) => (
                <CheckFinding key={index} check={check} />
              ))}
            </ul>
          )}
          <CheckGrid label="Other optional checks" checks={optional.filter((check) => !failedOptional.includes(check))} />
        </Disclosure>
      )}
    </div>
  );
}

/** "1 failed, 7 passed and 2 not applicable", in the order the checks stand. */
function tally(checks: Attempt["checks"]): string {
  const counts = new Map<string, number>();
  for (const check of checks) counts.set(check.status.label, (counts.get(check.status.label) ?? 0) + 1);
  return joinWords([...counts].map(([label, n]) => `${n} ${label.toLowerCase()}`));
}
