import type { Decision } from "@/api/decisions/writes";
import { pageShortcuts } from "@/components/page-shortcuts";
import { useShortcut, useShortcutKey } from "@/ui/use-shortcuts";
import { useShownDecisions } from "./decision-lists";
import { spokenDecision } from "./decision-words";
import { useDismissed } from "./dismissed-decisions";
import { HoldLine } from "./hold-line";
import "./hold-strip.css";
import { useDecisionCommands } from "./use-decision-commands";
import { useStripHeight } from "./use-strip-height";

/**
 * One's own decisions on their way, on every page: held for a moment, sent, confirmed, or what came of them otherwise. It stands where the
 * page has nothing, and covers neither evidence nor decisions. `Z` takes the latest back that is still held.
 */
export function HoldStrip() {
  const shown = useShownDecisions(useDismissed());
  const latestHeld = shown.find(({ state }) => state === "held");
  const { takeBack } = useDecisionCommands();
  const takeBackLatest = () => {
    if (latestHeld) takeBack(latestHeld.id);
  };
  useShortcut(pageShortcuts.takeBack, takeBackLatest, { enabled: latestHeld !== undefined });
  const key = useShortcutKey(pageShortcuts.takeBack);
  return (
    <>
      {/* always there, so that what it says is read out; it changes with the decisions and not with the clock */}
      <p role="status" className="sr-only">
        {spokenOf(shown, key)}
      </p>
      {shown.length > 0 && <Strip shown={shown} latestHeld={latestHeld} shortcut={key} />}
    </>
  );
}

type StripProps = { shown: readonly Decision[]; latestHeld: Decision | undefined; shortcut: string | undefined };

function Strip({ shown, latestHeld, shortcut }: StripProps) {
  const strip = useStripHeight();
  return (
    <section ref={strip} aria-label="Decisions on their way" className="hold-strip">
      <ul>
        {shown.map((decision) => (
          <HoldLine key={decision.id} decision={decision} shortcut={decision === latestHeld ? shortcut : undefined} />
        ))}
      </ul>
    </section>
  );
}

/** What changed last. */
function spokenOf(shown: readonly Decision[], key: string | undefined): string {
  const [latest] = shown.toSorted((one, other) => other.changedAt.localeCompare(one.changedAt));
  return latest ? spokenDecision(latest, key) : "";
}
