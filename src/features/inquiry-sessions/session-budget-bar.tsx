import type { SessionBudget } from "@/domain/session-budget";
import { displayLine } from "@/lib/display-text";
import { joinWords } from "@/lib/words";
import type { Tone } from "@/ui/tone";

const tones: Record<SessionBudget["state"], Tone> = { ample: "blue", low: "amber", "used up": "red" };

const words: Record<SessionBudget["state"], (left: number) => string> = {
  ample: (left) => `${left} left`,
  low: (left) => `Only ${left} left`,
  "used up": () => "None left: Persona may refuse another.",
};

type SessionBudgetBarProps = { budget: SessionBudget; live: number; countries: readonly string[] };

/** How much of the session limit is used, as words and as a bar. */
export function SessionBudgetBar({ budget, live, countries }: SessionBudgetBarProps) {
  const share = Math.min(100, (budget.used / budget.limit) * 100);
  return (
    <div data-tone={tones[budget.state]} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm print:break-after-avoid">
      <span className="font-medium">{budget.label}</span>
      <span aria-hidden="true" className="h-1.5 w-32 overflow-hidden rounded-full bg-pressed print:hidden">
        <span className="block h-full bg-tone-mark" style={{ width: `${share}%` }} />
      </span>
      <span className="text-ink-muted">{words[budget.state](budget.left)}</span>
      <span className="text-ink-muted">{live} not expired</span>
      {countries.length > 0 && (
        <span className="text-ink-muted">
          Opened from <bdi>{joinWords(countries.slice(0, 6).map((country) => displayLine(country, 60)))}</bdi>
          {countries.length > 6 && ` and ${countries.length - 6} more`}
        </span>
      )}
    </div>
  );
}
