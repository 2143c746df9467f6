import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { newIdempotencyKey } from "@/api/idempotency";
import type { InquiryModel } from "@/api/models";
import { deskSessionQuery } from "@/api/queries/desk-session";
import { inquiryQuery } from "@/api/queries/inquiry";
import { capability } from "@/domain/capability";
import type { Capability } from "@/domain/inquiry-action";
import type { Viewer } from "@/domain/viewer";
import type { Opened } from "@/ui/shortcut-definition";
import { strayedKeys } from "@/ui/shortcut-registry";
import { SkeletonLines } from "@/ui/skeleton";
import { type DecisionAction, decisionActions } from "./decision-actions";
import { DecisionButtons } from "./decision-buttons";
import { DecisionForm } from "./decision-form";
import { DecisionOutcome } from "./decision-outcome";
import { seenState, type SeenState } from "./seen-state";
import { useDecide } from "./use-decide";

type Open = {
  action: DecisionAction;
  seen: SeenState;
  id: string;
  /** How much text had gone astray by then: Enter sends only while it is no more. */
  strayed: number;
};

const checking: Capability = { allowed: false, reason: "Finding out what you may do." };
const unknownViewer: Capability = {
  allowed: false,
  reason: "Your role could not be read, so nothing can be decided. Load the page again.",
};

type DecisionRailProps = {
  inquiryId: string;
  /** Told when somebody begins to decide. */
  onBegin?: (() => void) | undefined;
  /** What must be known before anything is decided. */
  caution?: string | undefined;
};

/** Where an inquiry is approved, declined or marked for review, beside the evidence and never over it. */
export function DecisionRail({ inquiryId, ...rest }: DecisionRailProps) {
  const detail = useQuery(inquiryQuery(inquiryId));
  if (!detail.data) return detail.isError ? null : <SkeletonLines count={4} />;
  // another inquiry is another mind to make up: nothing of the last one may linger
  return <Rail key={inquiryId} inquiry={detail.data.inquiry} {...rest} />;
}

function Rail({ inquiry, onBegin, caution }: { inquiry: InquiryModel } & Omit<DecisionRailProps, "inquiryId">) {
  const session = useQuery(deskSessionQuery());
  const decide = useDecide(inquiry.id);
  const [open, setOpen] = useState<Open>();
  const rail = useRef<HTMLElement>(null);
  const capabilities = capabilitiesOf(inquiry, session.data ?? (session.isError ? "unknown" : "pending"));

  const show = (action: DecisionAction) => {
    decide.reset();
    setOpen({ action, seen: seenState(inquiry), id: newIdempotencyKey(), strayed: strayedKeys() });
  };
  const begin = (action: DecisionAction) => {
    if (decide.isSending()) return;
    show(action);
    onBegin?.();
  };
  // nobody is told before it is known that the key was meant
  const beginByKey = (action: DecisionAction): Opened => {
    if (decide.isSending()) return { retract: () => undefined };
    show(action);
    return { retract: () => setOpen(open), stands: onBegin };
  };
  const close = () => {
    // what was sent can't be called back, and its answer must be seen
    if (decide.isSending()) return;
    rail.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
    if (decide.isError) decide.reset();
    setOpen(undefined);
  };

  return (
    <section ref={rail} aria-label="Decision" className="flex flex-col gap-3">
      <DecisionButtons
        capabilities={capabilities}
        current={open?.action}
        busy={decide.isPending}
        hasFailed={decide.isError}
        onChoose={begin}
        onKey={beginByKey}
      />
      {open && (
        <DecisionForm
          key={open.id}
          inquiry={inquiry}
          action={open.action}
          seen={open.seen}
          strayed={open.strayed}
          capability={capabilities[open.action]}
          caution={caution}
          decide={decide}
          onClose={close}
          onLookAgain={() => begin(open.action)}
          onDone={() => setOpen(undefined)}
        />
      )}
      {!open && decide.isSuccess && <DecisionOutcome inquiry={decide.data} />}
    </section>
  );
}

function capabilitiesOf(inquiry: InquiryModel, viewer: Viewer | "pending" | "unknown"): Record<DecisionAction, Capability> {
  const of = (action: DecisionAction) =>
    viewer === "pending" ? checking : viewer === "unknown" ? unknownViewer : capability(action, inquiry, viewer);
  const [approve, decline, markForReview] = decisionActions;
  return { [approve]: of(approve), [decline]: of(decline), [markForReview]: of(markForReview) };
}
