import { clsx } from "clsx";
import XIcon from "lucide-react/icons/x";
import { useEffect, useRef } from "react";
import type { Decision } from "@/api/decisions/writes";
import { ObjectLink } from "@/components/object-link";
import { describeDecisionState } from "@/domain/decision-state";
import { Button } from "@/ui/button";
import { IconButton } from "@/ui/icon-button";
import { useNow } from "@/ui/now";
import { decisionDetails } from "./decision-actions";
import { confirmedWords, outcomeSentence, secondsLeft, whom } from "./decision-words";
import { dismiss } from "./dismissed-decisions";
import { useDecisionCommands } from "./use-decision-commands";

type HoldLineProps = {
  decision: Decision;
  /** The key that takes it back, where it does. */
  shortcut: string | undefined;
};

/** One decision: what, whom, how long it is held yet, and what can be done about it. */
export function HoldLine({ decision, shortcut }: HoldLineProps) {
  const { id, inquiryId, action, state } = decision;
  const { label, icon: ActionIcon } = decisionDetails[action];
  const { tone } = describeDecisionState(state);
  const line = useRef<HTMLLIElement>(null);
  // what had the focus is gone with the line: the page goes on from its content
  useEffect(() => {
    const node = line.current;
    return () => {
      if (node?.contains(document.activeElement)) document.getElementById("main")?.focus({ preventScroll: true });
    };
  }, []);
  const isHeld = state === "held";
  return (
    <li ref={line} tabIndex={-1} data-tone={tone} className="hold-line">
      <p className="hold-what">
        <ActionIcon className="size-4 text-tone-mark" />
        <span className="font-medium whitespace-nowrap">{label}</span>
        <span className="min-w-0 truncate">
          <ObjectLink id={inquiryId}>
            <bdi>{whom(decision)}</bdi>
          </ObjectLink>
        </span>
        {isHeld && <Countdown decision={decision} />}
      </p>
      {isHeld ? <Held decision={decision} shortcut={shortcut} onTaken={() => line.current?.focus()} /> : <Outcome decision={decision} />}
      {(state === "refused" || state === "stopped") && (
        <IconButton label="Dismiss" size="small" className="hold-dismiss" onClick={() => dismiss(id)}>
          <XIcon />
        </IconButton>
      )}
    </li>
  );
}

/** Hidden from who listens: the time that is left is said once, when it begins. */
function Countdown({ decision }: { decision: Decision }) {
  const left = secondsLeft(decision, useNow(1_000));
  return (
    <span
      aria-hidden="true"
      className={clsx("ml-auto whitespace-nowrap tabular-nums", left === undefined ? "text-ink-muted" : "font-medium")}
    >
      {left === undefined ? "Paused" : `${left} s`}
    </span>
  );
}

function Held({ decision: { id, pausedAt }, shortcut, onTaken }: HoldLineProps & { onTaken: () => void }) {
  const { takeBack, pause, isTakingBack, failure } = useDecisionCommands();
  return (
    <div className="hold-actions">
      <Button
        size="small"
        shortcut={shortcut}
        busy={isTakingBack}
        onClick={() => {
          onTaken();
          takeBack(id);
        }}
      >
        Take back
      </Button>
      <Button size="small" variant="quiet" onClick={() => pause(id, pausedAt === null)}>
        {pausedAt === null ? "Pause" : "Go on"}
      </Button>
      {failure !== undefined && (
        <p role="alert" className="w-full text-xs text-ink-muted">
          {failure}
        </p>
      )}
    </div>
  );
}

function Outcome({ decision }: { decision: Decision }) {
  const { inquiryId, state } = decision;
  const { label, sentence } = describeDecisionState(state);
  if (state === "checking" || state === "sending") return <p className="hold-outcome">{label}…</p>;
  if (state === "confirmed") return <p className="hold-outcome">{confirmedWords(decision)}</p>;
  if (state === "taken-back") return <p className="hold-outcome">Taken back. Nothing was sent.</p>;
  const words = state === "stopped" ? `${label}. ${sentence}` : outcomeSentence(decision);
  return (
    <p className="hold-outcome">
      {words} <ObjectLink id={inquiryId}>Look at it</ObjectLink>
    </p>
  );
}
