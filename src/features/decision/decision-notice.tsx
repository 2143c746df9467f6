import { type ReactNode, useEffect, useRef } from "react";
import type { Decision } from "@/api/decisions/writes";
import { isUnderWay } from "@/api/decisions/queries";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { decisionNouns, describeDecisionState } from "@/domain/decision-state";
import { displayLine, displayValue } from "@/lib/display-text";
import { minute } from "@/lib/time";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { useNow } from "@/ui/now";
import { Time } from "@/ui/time";
import { useShortcutKey } from "@/ui/use-shortcuts";
import { Differences } from "./changed-meanwhile";
import { type DecisionAction, decisionDetails } from "./decision-actions";
import { isRecent, wentWrong } from "./decision-lists";
import { confirmedWords, outcomeSentence, possessive, secondsLeft } from "./decision-words";
import { dismiss, useDismissed } from "./dismissed-decisions";
import { useDecisionCommands } from "./use-decision-commands";

type DecisionNoticeProps = {
  /** The last one on this inquiry. */
  decision: Decision;
  /** The inquiry's status now. */
  status: string;
  /** Whether it was taken just here: it gets the focus that the form had. */
  isNew: boolean;
  /** Opens the form again, on what the inquiry is now and with what was said before; absent where it can't be decided so. */
  onDecideAgain: ((action: DecisionAction) => void) | undefined;
};

/** How far the last decision on this inquiry is, or what came of it, for everybody who looks at it. */
export function DecisionNotice({ decision, status, isNew, onDecideAgain }: DecisionNoticeProps) {
  const isDismissed = useDismissed().has(decision.id);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) place.current?.focus({ preventScroll: true });
  }, [isNew]);
  if (isDismissed || !isWorthTelling(decision, status)) return null;
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      {isUnderWay(decision.state) ? (
        <UnderWay decision={decision} />
      ) : decision.state === "confirmed" ? (
        <Confirmed decision={decision} />
      ) : (
        <NotTaken decision={decision} onDecideAgain={onDecideAgain} />
      )}
    </div>
  );
}

/** What is over is told as long as it explains what is to be seen. */
function isWorthTelling(decision: Decision, status: string): boolean {
  if (isUnderWay(decision.state)) return true;
  if (decision.state === "confirmed") return decision.statusAfter === status && isRecent(decision);
  if (wentWrong(decision)) return isRecent(decision);
  return isRecent(decision, minute);
}

/** "Your approval", "Dana Okafor's approval". */
const whose = ({ mine, by, action }: Decision) =>
  `${mine ? "Your" : possessive(displayValue(by.name, "A colleague", 60))} ${decisionNouns[action]}`;

function UnderWay({ decision }: { decision: Decision }) {
  const { id, mine, state, pausedAt } = decision;
  const { takeBack, pause, isTakingBack, failure } = useDecisionCommands();
  const isHeld = state === "held";
  return (
    <Notice
      kind={state === "unknown" ? "warning" : "info"}
      role="status"
      title={
        isHeld
          ? `${whose(decision)} is ${pausedAt === null ? "held" : "paused"}.`
          : `${whose(decision)}: ${describeDecisionState(state).label.toLowerCase()}…`
      }
      actions={
        mine &&
        isHeld && (
          <>
            <Button size="small" busy={isTakingBack} onClick={() => takeBack(id)}>
              Take back
            </Button>
            <Button size="small" variant="quiet" onClick={() => pause(id, pausedAt === null)}>
              {pausedAt === null ? "Pause" : "Go on"}
            </Button>
          </>
        )
      }
    >
      {isHeld ? (
        <Until decision={decision} />
      ) : (
        <p>{state === "unknown" ? outcomeSentence(decision) : describeDecisionState(state).sentence}</p>
      )}
      <Said decision={decision} />
      {failure !== undefined && <p role="alert">{failure}</p>}
    </Notice>
  );
}

/** The seconds are not read out: they would never stop. */
function Until({ decision }: { decision: Decision }) {
  const left = secondsLeft(decision, useNow(1_000));
  if (left === undefined) return <p>After ten minutes it is taken back by itself.</p>;
  return (
    <p>
      Nothing is sent before{" "}
      <span aria-hidden="true" className="tabular-nums">
        {left} s are over
      </span>
      <span className="sr-only">the time is over</span>.
    </p>
  );
}

function Confirmed({ decision }: { decision: Decision }) {
  return (
    <Notice kind="success" role="status" title={decision.mine ? confirmedWords(decision) : `${whose(decision)} is confirmed.`}>
      <p className="flex flex-wrap items-center gap-1.5">
        The inquiry is now <InquiryStatusBadge status={decision.statusAfter} /> <Time value={decision.changedAt} />
      </p>
      <Said decision={decision} />
    </Notice>
  );
}

function NotTaken({ decision, onDecideAgain }: Pick<DecisionNoticeProps, "decision" | "onDecideAgain">) {
  const { id, mine, action, state, difference, lacks } = decision;
  const { label } = describeDecisionState(state);
  const shortcut = useShortcutKey(decisionDetails[action].shortcut);
  const isStopped = state === "stopped";
  const again: ReactNode = mine && wentWrong(decision) && (
    <>
      {onDecideAgain && (
        <Button size="small" shortcut={shortcut} onClick={() => onDecideAgain(action)}>
          {lacks === "second-person" ? "Propose it" : isStopped ? "Decide anyway" : "Decide again"}
        </Button>
      )}
      <Button size="small" variant="quiet" onClick={() => dismiss(id)}>
        Dismiss
      </Button>
    </>
  );
  return (
    <Notice
      kind={state === "taken-back" ? "info" : state === "refused" ? "danger" : "warning"}
      role={mine && wentWrong(decision) ? "alert" : "status"}
      title={isStopped ? `${whose(decision)} was stopped: it changed. Nothing was sent.` : `${whose(decision)} was ${label.toLowerCase()}.`}
      actions={again}
    >
      {isStopped ? (
        <Differences differences={difference} />
      ) : (
        <p>{state === "taken-back" ? "Nothing was sent." : outcomeSentence(decision)}</p>
      )}
      <Said decision={decision} />
    </Notice>
  );
}

/** The reasons and the comment, as far as the viewer may read them. */
function Said({ decision: { reasons, comment } }: { decision: Decision }) {
  const words = [...reasons.map(({ label }) => displayLine(label, 80)), ...(comment === null ? [] : [`“${displayLine(comment, 300)}”`])];
  return words.length === 0 ? null : (
    <p className="mt-1 text-xs">
      <bdi>{words.join(" · ")}</bdi>
    </p>
  );
}
