import { useState } from "react";
import type { Capability } from "@/domain/inquiry-action";
import { Button } from "@/ui/button";
import { useShortcut } from "@/ui/use-shortcuts";
import { type DecisionAction, decisionActions, decisionDetails } from "./decision-actions";

type DecisionButtonsProps = {
  capabilities: Record<DecisionAction, Capability>;
  /** The one whose form is open. */
  current: DecisionAction | undefined;
  busy: boolean;
  onChoose: (action: DecisionAction) => void;
};

/** The three decisions. What cannot be done says why, in words that stand there and not only in a tooltip. */
export function DecisionButtons({ capabilities, current, busy, onChoose }: DecisionButtonsProps) {
  const [asked, setAsked] = useState<DecisionAction>();
  const choose = (action: DecisionAction) => {
    if (busy) return;
    if (capabilities[action].allowed) {
      setAsked(undefined);
      onChoose(action);
    } else setAsked(action);
  };
  const reasons = reasonsOf(capabilities);
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
            onChoose={() => choose(action)}
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
  onChoose,
}: {
  action: DecisionAction;
  capability: Capability;
  isCurrent: boolean;
  onChoose: () => void;
}) {
  const { key, label, icon: ActionIcon, tone } = decisionDetails[action];
  useShortcut({ keys: key, label, group: "Decide" }, onChoose);
  return (
    <Button
      data-tone={tone}
      icon={<ActionIcon className={capability.allowed ? "text-tone-mark" : undefined} />}
      unavailable={!capability.allowed && capability.reason}
      shortcut={key}
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

/** Each reason once, with the decisions it stands for. */
function reasonsOf(capabilities: Record<DecisionAction, Capability>) {
  const reasons = new Map<string, { reason: string; labels: string[]; wayOut: string | undefined }>();
  for (const action of decisionActions) {
    const capability = capabilities[action];
    if (capability.allowed) continue;
    const known = reasons.get(capability.reason) ?? { reason: capability.reason, labels: [], wayOut: capability.wayOut?.sentence };
    known.labels.push(decisionDetails[action].label);
    reasons.set(capability.reason, known);
  }
  return [...reasons.values()];
}
