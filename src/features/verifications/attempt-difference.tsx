import { attemptDifference, type CheckChange } from "@/domain/attempt-difference";
import type { CheckExplanation } from "@/domain/checks/check-catalogue";
import type { Attempt } from "@/domain/verification-view";
import { StatusBadge } from "@/components/status-badge";

const words: Record<CheckChange["change"], string> = {
  fixed: "Fixed",
  broke: "Fails now",
  appeared: "Only in the later one",
  gone: "Only in the earlier one",
  "other reasons": "Other reasons",
  other: "Changed",
};

/** What changed between two attempts, the earlier one on the left. */
export function AttemptDifference({ one, other }: { one: Attempt; other: Attempt }) {
  const [earlier, later] = one.number < other.number ? [one, other] : [other, one];
  const changes = attemptDifference(earlier, later);
  if (changes.length === 0) {
    return (
      <p className="text-sm text-ink-muted">
        No check differs between attempt {earlier.number} and attempt {later.number}.
      </p>
    );
  }
  return (
    <div className="overflow-x-auto rounded border border-line">
      <table className="w-full min-w-md text-sm">
        <caption className="sr-only">
          Checks that differ between attempt {earlier.number} and attempt {later.number}
        </caption>
        <thead>
          <tr className="border-b border-line bg-canvas text-start text-xs text-ink-muted">
            {["Check", `Attempt ${earlier.number}`, `Attempt ${later.number}`, "What changed"].map((head) => (
              <th key={head} scope="col" className="px-3 py-1.5 text-start font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line align-top">
          {changes.map((change, index) => (
            <tr key={index}>
              <th scope="row" className="px-3 py-1.5 text-start font-medium">
                <bdi>{change.label}</bdi>
              </th>
              <DifferenceCell check={change.before} />
              <DifferenceCell check={change.after} />
              <td className="px-3 py-1.5">{words[change.change]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DifferenceCell({ check }: { check: CheckExplanation | null }) {
  return (
    <td className="px-3 py-1.5">
      {check === null ? (
        <span className="text-ink-muted">Not run</span>
      ) : (
        <>
          <StatusBadge of="check" status={check.status.status} />
          {check.reasons.length > 0 && (
            <p className="mt-0.5 text-xs text-ink-muted">
              <bdi>{check.reasons.map((reason) => reason.sentence).join(" ")}</bdi>
            </p>
          )}
        </>
      )}
    </td>
  );
}
