import type { CheckExplanation } from "@/domain/checks/check-catalogue";
import { byCategory } from "@/domain/verification-view";
import { statusIcon } from "@/components/status-icons";
import type { Icon } from "@/ui/icon";

/**
 * Checks that need no explanation by category, one line each: sign, name, and the word where it isn't "passed". What they mean is one stop of
 * Tab for all of them, and the arrows go from one to the next.
 */
export function CheckGrid({ label, checks }: { label: string; checks: readonly CheckExplanation[] }) {
  if (checks.length === 0) return null;
  return (
    <div role="group" aria-label={label} data-tips="" className="flex flex-col gap-1 text-sm print:block">
      {byCategory(checks).map(({ category, members }, place) => (
        <div key={category.label} className="flex flex-wrap gap-x-3 print:block">
          <span
            data-tip={category.sentence}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what it means must be reachable by keyboard
            tabIndex={place === 0 ? 0 : -1}
            className="w-24 shrink-0 truncate rounded text-xs leading-6 text-ink-muted print:me-2 print:inline"
          >
            <bdi>{category.label}</bdi>
          </span>
          <ul
            aria-label={category.label}
            className="grid min-w-60 flex-1 grid-cols-[repeat(auto-fill,minmax(12.5rem,1fr))] gap-x-4 print:inline"
          >
            {members.map((check, index) => (
              <CheckLine key={index} check={check} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function CheckLine({ check }: { check: CheckExplanation }) {
  const { status } = check;
  const reasons = check.reasons.map((reason) => reason.sentence).join(" ");
  const isPassed = status.status === "passed";
  return (
    <li
      data-tone={status.tone}
      data-tip={[check.meaning, `${check.requirement.label}.`, isPassed ? "" : reasons || status.sentence].join("\n").trim()}
      tabIndex={-1}
      className="flex min-h-6 min-w-0 items-center rounded gap-1.5 print:me-2 print:inline-flex print:max-w-full"
    >
      <Mark icon={statusIcon("check", status.status)} />
      <span className="min-w-0 truncate">
        <bdi>{check.label}</bdi>
        <span className={isPassed ? "sr-only" : "text-ink-muted"}> · {status.label}</span>
        {!isPassed && reasons !== "" && <span className="sr-only">: {reasons}</span>}
      </span>
    </li>
  );
}

function Mark({ icon: MarkIcon }: { icon: Icon }) {
  return <MarkIcon className="size-3.5 text-tone-mark" />;
}
