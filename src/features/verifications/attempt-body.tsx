import { CheckFinding } from "@/features/verifications/check-finding";
import { CheckGrid } from "@/features/verifications/check-grid";
import { type Attempt, sectionChecks } from "@/domain/verification-view";
import { count, joinWords } from "@/lib/words";
import { Disclosure } from "@/ui/disclosure";

type Checks = Attempt["checks"];

/** The checks of one attempt: what failed and weighs in full, those against fraud by name, the rest folded with how they went. */
export function AttemptBody({ attempt: { checks } }: { attempt: Attempt }) {
  if (checks.length === 0) return <p className="mt-2 text-sm text-ink-muted">Persona sent no checks for this attempt.</p>;
  const { failedRequired, failedUntold, failedSerious, fraud, failedOther, others } = sectionChecks(checks);
  const rest = [...failedOther, ...others];
  return (
    <div className="mt-2 flex flex-col gap-2">
      <Findings label="Failed required checks" checks={failedRequired} />
      <Findings label="Failed checks whose requirement is not told" checks={failedUntold} />
      <Findings label="Failed optional checks to look at" checks={failedSerious} />
      <CheckGrid label="Checks against fraud" checks={fraud} />
      {rest.length > 0 && (
        <Disclosure summary={`${count(rest.length, "other check")}: ${tally(rest)}`} bodyClassName="flex flex-col gap-2 pt-1">
          <Findings label="Failed optional checks" checks={failedOther} />
          <CheckGrid label="Other checks" checks={others} />
        </Disclosure>
      )}
    </div>
  );
}

function Findings({ label, checks }: { label: string; checks: Checks }) {
  if (checks.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-col gap-2">
      {checks.map((check, index) => (
        <CheckFinding key={index} check={check} />
      ))}
    </ul>
  );
}

/** "1 failed, 7 passed and 2 not applicable", in the order the checks stand. */
function tally(checks: Checks): string {
  const counts = new Map<string, number>();
  for (const check of checks) counts.set(check.status.label, (counts.get(check.status.label) ?? 0) + 1);
  return joinWords([...counts].map(([label, n]) => `${n} ${label.toLowerCase()}`));
}
