import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { isApiError, isConflict, mayHaveHappened } from "@/api/errors";
import type { InquiryModel } from "@/api/models";
import { writeOutcomeQuery } from "@/api/queries/write-outcome";
import { FailurePanel } from "@/components/failure-panel";
import { InquiryStatusBadge, RedactedBadge } from "@/components/inquiry-status-badge";
import { shortcuts } from "@/components/shortcut-list";
import type { Capability } from "@/domain/inquiry-action";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { TextArea } from "@/ui/text-field";
import { strayedKeys } from "@/ui/shortcut-registry";
import { useShortcut } from "@/ui/use-shortcuts";
import { commentDrafts } from "./comment-drafts";
import { commentSchema, type CommentValues } from "./comment-schema";
import { type DecisionAction, decisionDetails } from "./decision-actions";
import { DecisionOutcome } from "./decision-outcome";
import { hasChangedSince, type SeenState } from "./seen-state";
import { ChangedMeanwhile, type useDecide } from "./use-decide";

type DecisionFormProps = {
  inquiry: InquiryModel;
  action: DecisionAction;
  /** The inquiry as it was when this decision was chosen. */
  seen: SeenState;
  /** How much text had gone astray when it was opened. */
  strayed: number;
  capability: Capability;
  /** What must be known before anything is decided. */
  caution: string | undefined;
  decide: ReturnType<typeof useDecide>;
  onClose: () => void;
  /** Start over from what the inquiry is now. */
  onLookAgain: () => void;
  onDone: () => void;
};

/** One decision on its way: what it will do, the comment, and the answer if it could not be done. Enter sends, Escape closes. */
export function DecisionForm({
  inquiry,
  action,
  seen,
  strayed,
  capability,
  caution,
  decide,
  onClose,
  onLookAgain,
  onDone,
}: DecisionFormProps) {
  const { becomes, confirm, doing, takesComment } = decisionDetails[action];
  const { register, handleSubmit, getValues, formState } = useForm<CommentValues>({
    resolver: zodResolver(commentSchema),
    defaultValues: { comment: commentDrafts.read(inquiry.id, action) },
  });
  const panel = useRef<HTMLFormElement>(null);
  const confirmButton = useRef<HTMLButtonElement>(null);
  const [isEnterRefused, setEnterRefused] = useState(false);
  const hasChanged = hasChangedSince(seen, inquiry) && !decide.isPending && !decide.isSuccess;
  const learnt = useQuery(writeOutcomeQuery(isApiError(decide.error) ? decide.error.deskRequestId : undefined)).data;
  const cameToNothing = decide.isError && (learnt === "refused" || learnt === "failed");
  const mayBeTaken = mayHaveHappened(decide.error) && !cameToNothing;
  const cameTrue = hasChanged && mayBeTaken && inquiry.status === becomes;

  // never the button that sends: a key that was meant for something else would press it
  useLayoutEffect(() => panel.current?.focus({ preventScroll: true }), []);
  // what is said about a failure pushes down the button that tries again
  useEffect(() => {
    if (decide.isError) confirmButton.current?.scrollIntoView({ block: "nearest" });
  }, [decide.isError]);
  useKeptOnUnload(() => takesComment && getValues("comment").trim() !== "" && !decide.isSuccess);
  // where there is none it does nothing: who presses it by habit loses nothing
  useShortcut(shortcuts.comment, () => {
    // not by the form library, which lets other keys go first
    panel.current?.querySelector("textarea")?.focus();
  });

  const send = handleSubmit(({ comment }) => {
    if (hasChanged || !capability.allowed) return;
    decide.take({ action, comment: takesComment ? comment : "", seen }, () => {
      commentDrafts.keep(inquiry.id, action, "");
      onDone();
    });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Escape") onClose();
    if (event.key !== "Enter" || event.repeat) return;
    // sending it also keeps the key from pressing the button it may be on
    if (event.ctrlKey || event.metaKey) return void send(event);
    if (event.target !== event.currentTarget) return;
    // only an Enter that follows the opening by itself: after anything else it may belong to a line that went astray
    if (strayedKeys() === strayed) void send(event);
    else setEnterRefused(true);
  };

  // its answer was lost, and the server has told since
  useEffect(() => {
    if (cameTrue) commentDrafts.keep(inquiry.id, action, "");
  }, [cameTrue, inquiry.id, action]);
  if (cameTrue) return <DecisionOutcome inquiry={inquiry} />;
  if (hasChanged) {
    const fate = isConflict(decide.error) || cameToNothing ? "refused" : mayBeTaken ? "unknown" : "not sent";
    return <Changed seen={seen} now={inquiry} fate={fate} onLookAgain={onLookAgain} onClose={onClose} />;
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on any control inside arrive here
    <form
      ref={panel}
      tabIndex={-1}
      aria-label={confirm}
      noValidate
      className="flex flex-col gap-3 rounded border border-line-strong bg-surface p-3"
      onSubmit={(event) => void send(event)}
      onKeyDown={onKeyDown}
    >
      {capability.allowed && caution !== undefined && (
        <Notice kind="warning" role="status">
          {caution}
        </Notice>
      )}
      {capability.allowed && capability.warning !== undefined && <Notice kind="warning">{capability.warning}</Notice>}
      {!capability.allowed && <Notice kind="warning">{capability.reason}</Notice>}
      {takesComment ? (
        <TextArea
          label="Comment for the audit trail"
          hint="Optional. Seen by your team in Persona, never by the user. Ctrl+Enter sends."
          error={formState.errors.comment?.message}
          {...register("comment", { onChange: () => commentDrafts.keep(inquiry.id, action, getValues("comment")) })}
        />
      ) : (
        <p className="text-sm text-ink-muted">Persona takes no comment with this. Write one when you decide.</p>
      )}
      {cameToNothing ? (
        <Notice kind="warning" role="alert" title="Your decision did not take effect.">
          {learnt === "refused" ? "Persona refused it." : "It did not reach Persona."} Nothing was changed by it.
        </Notice>
      ) : (
        decide.isError &&
        !(decide.error instanceof ChangedMeanwhile) && <FailurePanel error={decide.error} during="write" headingLevel={3} />
      )}
      {isEnterRefused && (
        <p role="status" className="text-sm">
          Nothing was sent: something else was typed here. Use the button, or choose the decision again.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          ref={confirmButton}
          type="submit"
          variant={decisionDetails[action].variant}
          busy={decide.isPending}
          unavailable={!capability.allowed && capability.reason}
          className="flex-1"
        >
          {decide.isPending ? `${doing}…` : decide.isError ? "Try again" : confirm}
        </Button>
        <Button variant="quiet" onClick={onClose} unavailable={decide.isPending && "It is being sent"}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

type ChangedProps = {
  seen: SeenState;
  now: SeenState;
  /** Of the decision: a colleague may have been faster by so little that it had been sent. */
  fate: keyof typeof fates;
  onLookAgain: () => void;
  onClose: () => void;
};

const fates = {
  refused: "It changed in the meantime. Your decision was refused, and nothing was changed by it.",
  unknown: "It changed in the meantime. It is not known whether your decision took effect.",
  "not sent": "It changed while you were looking. Nothing was sent.",
};

function Changed({ seen, now, fate, onLookAgain, onClose }: ChangedProps) {
  // not a button: it comes by itself, and the Enter that was meant for the form would press it unread
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes it as it closes the form, wherever the focus is in it
    <div ref={place} tabIndex={-1} className="outline-none" onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <Notice
        kind="warning"
        role="alert"
        title={fates[fate]}
        actions={
          <>
            <Button onClick={onClose}>Look at it again</Button>
            <Button variant="quiet" onClick={onLookAgain}>
              Decide on what it is now
            </Button>
          </>
        }
      >
        <p className="mt-1 flex flex-wrap items-center gap-x-1.5 gap-y-1">
          <span>
            You saw <InquiryStatusBadge status={seen.status} />,
          </span>
          <span>
            now it is <InquiryStatusBadge status={now.status} />
          </span>
          {now.redactedAt !== null && <RedactedBadge />}
        </p>
      </Notice>
    </div>
  );
}

/** Asks before the tab is closed or reloaded while something would be lost. */
function useKeptOnUnload(wouldLose: () => boolean): void {
  const ask = useEffectEvent((event: BeforeUnloadEvent) => {
    if (wouldLose()) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: BeforeUnloadEvent) => ask(event);
    window.addEventListener("beforeunload", listener);
    return () => window.removeEventListener("beforeunload", listener);
  }, []);
}
