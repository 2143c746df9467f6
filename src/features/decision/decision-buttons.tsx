import { useState } from "react";
import type { Capability } from "@/domain/inquiry-action";
import { Button } from "@/ui/button";
import type { Opened } from "@/ui/shortcut-definition";
import { useShortcut, useShortcutKey } from "@/ui/use-shortcuts";
import { type DecisionAction, decisionActions, decisionDetails } from "./decision-actions";

type DecisionButtonsProps = {
  capabilities: Record<DecisionAction, Capability>;
  /** A reason that is over in a moment: it is said when the button is pressed, and takes no line. */
  passing?: Capability;
  /** The one whose form is open. */
  current: DecisionAction | undefined;
  busy: boolean;
  /** Whether it is shown how the last one failed, which choosing another puts away for good. */
  hasFailed: boolean;
  onChoose: (action: DecisionAction) => void;
  /** The same by its key, which may turn out to be text. */
  onKey: (action: DecisionAction) => Opened;
};

/** The three decisions. What cannot be done says why, in words that stand there and not only in a tooltip. */
export function DecisionButtons({ capabilities, passing, current, busy, hasFailed, onChoose, onKey }: DecisionButtonsProps) {
  const [asked, setAsked] = useState<DecisionAction>();
  const choose = <Result,>(action: DecisionAction, begin: (action: DecisionAction) => Result): Result | undefined => {
    if (busy) return undefined;
    setAsked(capabilities[action].allowed ? undefined : action);
    return capabilities[action].allowed ? begin(action) : undefined;
  };
  const chooseByKey = (action: DecisionAction): Opened => {
    const opened = choose(action, onKey);
    return {
      retract: () => {
        setAsked(asked);
        opened?.retract();
      },
      stands: opened?.stands,
    };
  };
  const reasons = reasonsOf(capabilities, passing);
  return (
    <div className="flex flex-col gap-2">
      <div
        role="group"
        aria-label="Decide"
        className="grid grid-cols-[auto_auto_minmax(0,1fr)] gap-2 max-[22rem]:grid-cols-2 max-[22rem]:[&>:last-child]:col-span-2 lg:grid-cols-1"
      >
        {decisionActions.map((action) => (
          <Choice
            key={action}
            action={action}
            capability={capabilities[action]}
            isCurrent={current === action}
            waits={hasFailed}
            onChoose={() => choose(action, onChoose)}
            onKey={() => chooseByKey(action)}
          />
        ))}
      </div>
      {reasons.length > 0 && (
        <ul className="flex flex-col gap-1.5 text-xs text-ink-muted max-lg:sr-only">
          {reasons.map(({ reason, labels, wayOut }) => (
            <li key={reason}>
              <span className="font-medium text-ink">{labels.join(", ")}:</span> {reason} {wayOut}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={asked ? "text-sm" : "sr-only"}>
        {asked && refusal(capabilities[asked])}
      </p>
    </div>
  );
}

function Choice({
  action,
  capability,
  isCurrent,
  waits,
  onChoose,
  onKey,
}: {
  action: DecisionAction;
  capability: Capability;
  isCurrent: boolean;
  /** Its key does nothing before it is known to be meant. */
  waits: boolean;
  onChoose: () => void;
  onKey: () => Opened;
}) {
  const { shortcut, label, icon: ActionIcon, tone } = decisionDetails[action];
  const unavailable = capability.allowed ? undefined : capability.reason;
  useShortcut(shortcut, onKey, { kind: waits ? "acts" : "opens", unavailable });
  const shortcutKey = useShortcutKey(shortcut);
  return (
    <Button
      data-tone={tone}
      icon={<ActionIcon className={capability.allowed ? "text-tone-mark" : undefined} />}
      unavailable={unavailable}
      shortcut={shortcutKey}
      aria-expanded={isCurrent}
      className="min-w-0 max-sm:px-2 max-sm:[&_kbd]:hidden"
      onClick={onChoose}
    >
      <span className="min-w-0 flex-1 truncate text-start">{label}</span>
    </Button>
  );
}

const refusal = (capability: Capability) =>
  capability.allowed ? "" : [capability.reason, capability.wayOut?.sentence].filter(Boolean).join(" ");

/** Each reason once, with the decisions it stands for; a way out that several share stands behind the last of them. */
function reasonsOf(capabilities: Record<DecisionAction, Capability>, passing: Capability | undefined) {
  const reasons = new Map<string, { reason: string; labels: string[]; wayOut: string | undefined }>();
  for (const action of decisionActions) {
    const capability = capabilities[action];
    if (capability.allowed || capability === passing) continue;
    const known = reasons.get(capability.reason) ?? { reason: capability.reason, labels: [], wayOut: capability.wayOut?.sentence };
    known.labels.push(decisionDetails[action].label);
    reasons.set(capability.reason, known);
  }
  const listed = [...reasons.values()];
  return listed.map(({ wayOut, ...reason }, index) => {
    const isSaidLater = listed.slice(index + 1).some((later) => later.wayOut === wayOut);
    return { ...reason, wayOut: isSaidLater ? undefined : wayOut };
  });
}
