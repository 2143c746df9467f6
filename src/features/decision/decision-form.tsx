import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { useForm } from "react-hook-form";
import { isApiError, isConflict, mayHaveHappened } from "@/api/errors";
import type { InquiryModel } from "@/api/models";
import { writeOutcomeQuery } from "@/api/queries/write-outcome";
import { FailurePanel } from "@/components/failure-panel";
import { InquiryStatusBadge, RedactedBadge } from "@/components/inquiry-status-badge";
import type { Capability } from "@/domain/inquiry-action";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { TextArea } from "@/ui/text-field";
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
export function DecisionForm({ inquiry, action, seen, capability, caution, decide, onClose, onLookAgain, onDone }: DecisionFormProps) {
  const { becomes, confirm, doing, takesComment } = decisionDetails[action];
  const { register, handleSubmit, setFocus, getValues, formState } = useForm<CommentValues>({
    resolver: zodResolver(commentSchema),
    defaultValues: { comment: commentDrafts.read(inquiry.id) },
  });
  const confirmButton = useRef<HTMLButtonElement>(null);
  const hasChanged = hasChangedSince(seen, inquiry) && !decide.isPending && !decide.isSuccess;
  const learnt = useQuery(writeOutcomeQuery(isApiError(decide.error) ? decide.error.deskRequestId : undefined)).data;
  const cameToNothing = decide.isError && (learnt === "refused" || learnt === "failed");
  const mayBeTaken = mayHaveHappened(decide.error) && !cameToNothing;
  const cameTrue = hasChanged && mayBeTaken && inquiry.status === becomes;

  useEffect(() => confirmButton.current?.focus(), []);
  // what is said about a failure pushes down the button that tries again
  useEffect(() => {
    if (decide.isError) confirmButton.current?.scrollIntoView({ block: "nearest" });
  }, [decide.isError]);
  useKeptOnUnload(() => takesComment && getValues("comment").trim() !== "" && !decide.isSuccess);
  useShortcut({ keys: "C", label: "Write a comment", group: "Decide", enabled: takesComment }, () => setFocus("comment"));

  const send = handleSubmit(({ comment }) => {
    if (hasChanged || !capability.allowed) return;
    decide.take({ action, comment: takesComment ? comment : "", seen }, () => {
      commentDrafts.keep(inquiry.id, "");
      onDone();
    });
  });

  // its answer was lost, and the server has told since
  useEffect(() => {
    if (cameTrue) commentDrafts.keep(inquiry.id, "");
  }, [cameTrue, inquiry.id]);
  if (cameTrue) return <DecisionOutcome inquiry={inquiry} />;
  if (hasChanged) {
    const fate = isConflict(decide.error) || cameToNothing ? "refused" : mayBeTaken ? "unknown" : "not sent";
    return <Changed seen={seen} now={inquiry} fate={fate} onLookAgain={onLookAgain} onClose={onClose} />;
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on any control inside arrive here
    <form
      aria-label={confirm}
      noValidate
      className="flex flex-col gap-3 rounded border border-line-strong bg-surface p-3"
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
        // sending it also keeps the key from pressing the button it may be on
        else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send(event);
      }}
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
          {...register("comment", { onChange: () => commentDrafts.keep(inquiry.id, getValues("comment")) })}
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
