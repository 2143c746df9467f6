import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Decision } from "@/api/decisions/writes";
import { newIdempotencyKey } from "@/api/idempotency";
import { isUnderWay } from "@/api/decisions/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { type InquiryDetail, inquiryQuery } from "@/api/inquiries/queries";
import type { InquiryFacts, ReportFacts } from "@/domain/facts";
import type { InquirySeen } from "@/domain/inquiry-seen";
import type { SharedDeviceFacts } from "@/domain/signals/shared-devices";
import type { Opened } from "@/ui/shortcut-definition";
import { strayedKeys } from "@/ui/shortcut-registry";
import { SkeletonLines } from "@/ui/skeleton";
import { type DecisionAction, decisionActions } from "./decision-actions";
import { capabilitiesOf, reading } from "./decision-capabilities";
import { DecisionButtons } from "./decision-buttons";
import { decisionDrafts } from "./decision-drafts";
import { DecisionForm } from "./decision-form";
import { useInquiryDecisions, wentWrong } from "./decision-lists";
import { DecisionNotice } from "./decision-notice";
import { seenIn } from "@/components/seen-in";
import { SecondLooks } from "./second-looks";
import { TwoPeopleLine } from "./two-people-line";
import { answersLook, besideLook, needsSecondPerson, useInquiryLooks } from "./use-inquiry-looks";
import { useDecide } from "./use-decide";
import { useReasons } from "@/components/use-reasons";
import { useTwoPeople } from "@/components/use-two-people";

type Open = {
  action: DecisionAction;
  seen: InquirySeen;
  id: string;
  /** How much text had gone astray by then: Enter sends only while it is no more. */
  strayed: number;
};

type DecisionRailProps = {
  inquiryId: string;
  /** As a list showed it: what can be done with it stands there while the inquiry itself is being read. */
  listed?: InquiryFacts | undefined;
  /** The account's reports that are not the inquiry's, where they are known. */
  otherReports?: readonly ReportFacts[] | undefined;
  /** Who else used a device of it, where that is known. */
  sharedDevices?: SharedDeviceFacts | undefined;
  /** Told when somebody begins to decide. */
  onBegin?: (() => void) | undefined;
  /** Told once the server has taken a decision. */
  onDecided?: (() => void) | undefined;
  /** What must be known before anything is decided. */
  caution?: string | undefined;
};

/** Where an inquiry is approved, declined or marked for review, beside the evidence and never over it. */
export function DecisionRail({ inquiryId, listed, ...rest }: DecisionRailProps) {
  const detail = useQuery(inquiryQuery(inquiryId));
  const reached = useRef<string>(undefined);
  // another inquiry is another mind to make up: nothing of the last one may linger
  if (detail.data) return <Rail key={inquiryId} detail={detail.data} isReading={detail.isFetching} reached={reached} {...rest} />;
  if (detail.isError) return null;
  return listed ? <RailToCome inquiryId={inquiryId} listed={listed} reached={reached} /> : <SkeletonLines count={4} />;
}

/** The tone of the decision that had the focus before the inquiry came: the same one has it afterwards. */
type Reached = RefObject<string | undefined>;

/** The buttons while the inquiry is still being read: in their final place, and a press says that it is not there yet. */
function RailToCome({ inquiryId, listed, reached }: { inquiryId: string; listed: InquiryFacts; reached: Reached }) {
  const rail = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const section = rail.current;
    return () => {
      const { activeElement } = document;
      reached.current = section?.contains(activeElement) === true ? (activeElement?.getAttribute("data-tone") ?? undefined) : undefined;
    };
  }, [reached]);
  const session = useQuery(deskSessionQuery());
  const decisions = useInquiryDecisions(inquiryId);
  const known = capabilitiesOf(listed, decisions.data?.[0], session.data ?? (session.isError ? "unknown" : "pending"));
  const capabilities = { ...known };
  for (const action of decisionActions) if (known[action].allowed) capabilities[action] = reading;
  return (
    <section ref={rail} aria-label="Decision" aria-busy="true" className="flex flex-col gap-3">
      <DecisionButtons
        capabilities={capabilities}
        passing={reading}
        current={undefined}
        busy={false}
        hasFailed={false}
        onChoose={nothing}
        onKey={refused}
      />
    </section>
  );
}

const nothing = () => undefined;
const refused = (): Opened => ({ retract: nothing });

type RailProps = Omit<DecisionRailProps, "inquiryId" | "listed"> & {
  detail: InquiryDetail;
  /** Whether it is being read again. */
  isReading: boolean;
  reached: Reached;
};

function Rail({ detail, otherReports, sharedDevices, isReading, reached, onBegin, onDecided, caution }: RailProps) {
  const { inquiry } = detail;
  const session = useQuery(deskSessionQuery());
  const decisions = useInquiryDecisions(inquiry.id);
  const last = decisions.data?.[0];
  const looks = useInquiryLooks(inquiry.id);
  const [open, setOpen] = useState<Open>();
  const needsTwo = useTwoPeople();
  // whoever answers a second look is the second person
  const isForTwo = (action: DecisionAction) => looks.open === undefined && needsTwo(action, detail);
  const isProposal = open !== undefined && isForTwo(open.action);
  const decide = useDecide(inquiry.id, looks.open, isProposal);
  const rail = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const tone = reached.current;
    if (tone !== undefined) rail.current?.querySelector<HTMLElement>(`[data-tone="${tone}"]`)?.focus({ preventScroll: true });
  }, [reached]);
  const reasons = useReasons(open?.action);
  const viewer = session.data ?? (session.isError ? "unknown" : "pending");
  const capabilities = besideLook(capabilitiesOf(inquiry, last, viewer), looks.open);

  const [givenAt, setGivenAt] = useState("");
  const cameTrue = open !== undefined && decide.isError && last?.mine === true && last.action === open.action && last.createdAt > givenAt;
  // its answer was lost, and the server had taken it all the same
  if (cameTrue) setOpen(undefined);
  // what is under way is no draft any more, however that was learnt
  useEffect(() => {
    if (last?.mine === true && isUnderWay(last.state)) decisionDrafts.drop(last.inquiryId, last.action);
  }, [last]);

  const show = (action: DecisionAction) => {
    decide.reset();
    if (last !== undefined) recall(last, action);
    setGivenAt(last?.createdAt ?? "");
    setOpen({ action, seen: seenIn(detail), id: newIdempotencyKey(), strayed: strayedKeys() });
  };
  const begin = (action: DecisionAction) => {
    if (decide.isGiving()) return;
    show(action);
    onBegin?.();
  };
  // nobody is told before it is known that the key was meant
  const beginByKey = (action: DecisionAction): Opened => {
    if (decide.isGiving()) return { retract: () => undefined };
    show(action);
    return { retract: () => setOpen(open), stands: onBegin };
  };
  const close = () => {
    // what was sent can't be called back, and its answer must be seen
    if (decide.isGiving()) return;
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
        hasFailed={open !== undefined && decide.isError}
        onChoose={begin}
        onKey={beginByKey}
      />
      {!open && <TwoPeopleLine actions={decisionActions.filter((action) => capabilities[action].allowed && isForTwo(action))} />}
      {open && (
        <DecisionForm
          key={open.id}
          detail={detail}
          otherReports={otherReports}
          sharedDevices={sharedDevices}
          action={open.action}
          seen={open.seen}
          strayed={open.strayed}
          reasons={reasons}
          capability={capabilities[open.action]}
          caution={looks.open?.mayAnswer ? answersLook : isProposal ? [needsSecondPerson, caution].filter(Boolean).join(" ") : caution}
          isProposal={isProposal}
          decide={decide}
          onClose={close}
          onLookAgain={() => begin(open.action)}
          onTaken={(isTaken) => {
            if (isProposal) rail.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
            setOpen(undefined);
            // what is proposed is somebody else's turn
            if (isTaken || isProposal) onDecided?.();
          }}
        />
      )}
      <SecondLooks
        inquiryId={inquiry.id}
        looks={looks.all}
        capabilities={capabilities}
        isDeciding={open !== undefined}
        onAsked={onDecided}
        onBegin={onBegin}
      />
      {decisions.isError && decisions.data === undefined && (
        <p role="status" className="text-xs text-ink-muted">
          Whether a colleague's decision is under way could not be read. What you send is refused if one is.
        </p>
      )}
      {last && (!open || isUnderWay(last.state)) && (
        <DecisionNotice
          key={last.id}
          decision={last}
          status={inquiry.status}
          isNew={!open && (decide.data?.id === last.id || (decide.isError && last.mine))}
          // on what it is now, which has to be read first
          onDecideAgain={capabilities[last.action].allowed && !(isReading && last.state === "stopped") ? begin : undefined}
        />
      )}
    </section>
  );
}

/** What was said with a decision that did not take effect is there again when the same is chosen once more. */
function recall(last: Decision, action: DecisionAction): void {
  if (!last.mine || last.action !== action || !(wentWrong(last) || last.state === "taken-back")) return;
  const { reasonId, comment } = decisionDrafts.read(last.inquiryId, action);
  if (reasonId !== "" || comment !== "") return;
  decisionDrafts.keep(last.inquiryId, action, { reasonId: last.reasons[0]?.id ?? "", comment: last.comment ?? "" });
}
