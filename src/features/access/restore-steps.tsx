import { CircleAlertIcon, CircleCheckIcon, CircleIcon, type Icon, LoaderIcon } from "@/ui/icons";
import type { RestoreState, StepState } from "./use-restore-access";

const looks: Record<StepState, { icon: Icon; word: string; tone: string; className?: string }> = {
  waiting: { icon: CircleIcon, word: "waiting", tone: "neutral" },
  running: { icon: LoaderIcon, word: "under way", tone: "blue", className: "spin" },
  done: { icon: CircleCheckIcon, word: "done", tone: "green" },
  failed: { icon: CircleAlertIcon, word: "failed", tone: "red" },
};

/** What is done in which order, and how far it got. */
export function RestoreSteps({ state }: { state: Pick<RestoreState, "resume" | "link"> }) {
  return (
    <ol aria-label="Steps" aria-live="polite" className="flex flex-col gap-1 text-sm">
      {state.resume !== undefined && <Step label="Resume the inquiry" state={state.resume} />}
      <Step label="Create a one-time link" state={state.link} />
    </ol>
  );
}

function Step({ label, state }: { label: string; state: StepState }) {
  const { icon: StepIcon, word, tone, className } = looks[state];
  return (
    <li data-tone={tone} className="flex items-center gap-2">
      <StepIcon className={`text-tone-mark ${className ?? ""}`} />
      {label} <span className="text-ink-muted">{word}</span>
    </li>
  );
}
