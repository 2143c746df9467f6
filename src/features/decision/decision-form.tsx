import { zodResolver } from "@hookform/resolvers/zod";
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { InquiryDetail } from "@/api/inquiries/queries";
import { pageShortcuts } from "@/components/page-shortcuts";
import { WriteForm } from "@/components/write-form";
import type { DecisionReason } from "@/domain/default-settings";
import type { ReportFacts } from "@/domain/facts";
import type { Capability } from "@/domain/inquiry-action";
import { differencesBetween, type InquirySeen } from "@/domain/inquiry-seen";
import { rehearse } from "@/domain/rehearsal";
import type { SharedDeviceFacts } from "@/domain/signals/shared-devices";
import { Notice } from "@/ui/notice";
import type { Opened } from "@/ui/shortcut-definition";
import { strayedKeys } from "@/ui/shortcut-registry";
import { TextArea } from "@/ui/text-field";
import { useShortcut } from "@/ui/use-shortcuts";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { type DecisionAction, decisionDetails } from "./decision-actions";
import { decisionDrafts, type DecisionValues } from "./decision-drafts";
import { decisionSchema } from "@/components/decision-schema";
import { ReasonsToCome, useEarlyReason } from "./early-reason";
import { ReasonChoice } from "./reason-choice";
import { RehearsalView } from "./rehearsal-view";
import { seenIn } from "@/components/seen-in";
import type { useDecide } from "./use-decide";
import { sendKeys } from "@/ui/send-key";

type DecisionFormProps = {
  detail: InquiryDetail;
  /** The account's reports that are not the inquiry's, where they are known. */
  otherReports: readonly ReportFacts[] | undefined;
  /** Who else used a device of the inquiry, where that is known. */
  sharedDevices: SharedDeviceFacts | undefined;
  action: DecisionAction;
  /** The inquiry as it was when this decision was chosen. */
  seen: InquirySeen;
  /** How much text had gone astray when it was opened. */
  strayed: number;
  /** The company's reasons for it; undefined while they are not known. */
  reasons: readonly DecisionReason[] | undefined;
  capability: Capability;
  /** What must be known before anything is decided. */
  caution: string | undefined;
  /** Whether one person may not decide so alone: it is proposed, and somebody else says what they would. */
  isProposal: boolean;
  decide: ReturnType<typeof useDecide>;
  onClose: () => void;
  /** Start over from what the inquiry is now. */
  onLookAgain: () => void;
  /** @param isTaken whether it is a decision by now; the answer to a second look may be none */
  onTaken: (isTaken: boolean) => void;
};

/** Who reads the comment of what is proposed. */
const proposalHint = "Read only once the second look is answered.";

/** One decision: what it will do, what speaks against it, the reason and the comment. Enter sends, Escape closes. */
export function DecisionForm(props: DecisionFormProps) {
  const {
    detail,
    otherReports,
    sharedDevices,
    action,
    seen,
    strayed,
    reasons,
    capability,
    caution,
    isProposal,
    decide,
    onClose,
    onLookAgain,
    onTaken,
  } = props;
  const { id } = detail.inquiry;
  const { doing, propose, commentHint, ...details } = decisionDetails[action];
  const confirm = isProposal ? propose : details.confirm;
  const keys = sendKeys();
  const rehearsal = rehearse(action, { ...detail, otherReports, sharedDevices });
  const isContradicted = rehearsal.contradictions.length > 0;
  const isReasonNeeded = action === "decline" || isContradicted;
  const { register, control, handleSubmit, setFocus, setValue, getValues, formState } = useForm<DecisionValues>({
    resolver: zodResolver(decisionSchema({ action, reasons, isContradicted })),
    defaultValues: decisionDrafts.read(id, action),
    shouldFocusError: false,
  });
  const { errors, isSubmitted, submitCount } = formState;
  const reasonId = useWatch({ control, name: "reasonId" });
  const form = useRef<HTMLFormElement>(null);
  const isChosenHere = useRef(false);
  const [isEnterRefused, setEnterRefused] = useState(false);
  const differences = decide.isPending ? [] : differencesBetween(seen, seenIn(detail));

  // never the button that sends: a key that was meant for something else would press it
  useLayoutEffect(() => form.current?.focus({ preventScroll: true }), []);
  // the bar with the sending button covers the end of the visible part, so that an error may be behind it
  useEffect(() => {
    if (submitCount > 0) form.current?.querySelector("[id$=-error]")?.scrollIntoView({ block: "nearest" });
  }, [submitCount]);
  useKeptOnUnload(() => getValues("comment").trim() !== "" && !decide.isSuccess);
  // not by the form library, which lets other keys go first
  useShortcut(pageShortcuts.comment, () => form.current?.querySelector("textarea")?.focus());

  const put = (values: DecisionValues) => {
    setValue("reasonId", values.reasonId, { shouldValidate: isSubmitted });
    setValue("comment", values.comment, { shouldValidate: isSubmitted });
    decisionDrafts.keep(id, action, values);
  };
  const toggle = (reason: DecisionReason): Opened => {
    const before = { ...getValues() };
    const chosen = reasons?.find((one) => one.id === before.reasonId);
    // the digit of one that was kept from before means it, as it did then
    const next = chosen?.id === reason.id && isChosenHere.current ? undefined : reason;
    isChosenHere.current = true;
    // the words of a reason go with it; what somebody wrote stays
    const isPreset = before.comment.trim() === (chosen?.preset ?? "");
    put({ reasonId: next?.id ?? "", comment: isPreset ? (next?.preset ?? "") : before.comment });
    return { retract: () => put(before) };
  };
  const keepDigit = useEarlyReason(reasons, toggle);
  const send = handleSubmit(
    ({ reasonId: given, comment }) => {
      if (differences.length > 0 || !capability.allowed) return;
      const reasonIds = reasons?.some((reason) => reason.id === given) ? [given] : [];
      decide.take({ action, reasonIds, comment: comment.trim() === "" ? null : comment.trim(), seen }, (decision) => {
        decisionDrafts.drop(id, action);
        onTaken(decision !== null);
      });
    },
    // but not while the reason is missing: in the text field its digits would be text
    (missing) => {
      if (missing.reasonId === undefined) setFocus("comment");
    },
  );

  const isEnterKept = useRef(false);
  const sendByEnter = (event?: KeyboardEvent) => {
    // only when Enter is the first key after the one that opened the form: otherwise it may end a line that was meant for somewhere else
    if (strayedKeys() !== strayed) setEnterRefused(true);
    // it follows the digit of a reason that is not here yet
    else if (reasons === undefined && isReasonNeeded) isEnterKept.current = true;
    else void send(event);
  };
  const sendKept = useEffectEvent(() => {
    if (isEnterKept.current) sendByEnter();
    isEnterKept.current = false;
  });
  const areReasonsHere = reasons !== undefined;
  useEffect(() => {
    if (areReasonsHere) sendKept();
  }, [areReasonsHere]);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Escape") onClose();
    if (event.key !== "Enter" || event.repeat) return;
    // sending it also keeps the key from pressing the button it may be on
    if (event.ctrlKey || event.metaKey) return void send(event);
    // of the controls inside, a chosen reason passes Enter on to the form by itself
    if (event.target !== event.currentTarget) return;
    sendByEnter(event);
  };

  if (differences.length > 0) return <ChangedMeanwhile differences={differences} onLookAgain={onLookAgain} onClose={onClose} />;
  const needsComment = isContradicted || reasons?.find((reason) => reason.id === reasonId)?.comment === "required";
  return (
    <WriteForm
      ref={form}
      tabIndex={-1}
      label={confirm}
      error={decide.error}
      busy={decide.isPending}
      isCommand
      className="rounded border border-line-strong bg-surface p-3"
      onSubmit={send}
      onKeyDown={onKeyDown}
      send={{
        label: confirm,
        busyLabel: isProposal ? "Proposing…" : `${doing}…`,
        retryLabel: "Try again",
        variant: details.variant,
        unavailable: !capability.allowed && capability.reason,
        className: "flex-1",
      }}
      onCancel={onClose}
      // in sight however long the form is: the rail scrolls under it
      buttonsClassName="sticky -bottom-3 -mx-3 -mb-3 rounded-b border-t border-line bg-surface p-3 min-[75rem]:-bottom-[3px]"
    >
      {capability.allowed && caution !== undefined && (
        <Notice kind="warning" role="status">
          {caution}
        </Notice>
      )}
      {!capability.allowed && <Notice kind="warning">{capability.reason}</Notice>}
      <RehearsalView rehearsal={rehearsal} />
      {reasons === undefined ? (
        <ReasonsToCome onDigit={keepDigit} />
      ) : (
        reasons.length > 0 && (
          <ReasonChoice reasons={reasons} chosen={reasonId} isNeeded={isReasonNeeded} error={errors.reasonId?.message} onToggle={toggle} />
        )
      )}
      <TextArea
        label="Comment for the audit trail"
        hint={`${needsComment ? "Needed" : "Optional"}. ${isProposal ? proposalHint : commentHint}${keys === undefined ? "" : ` ${keys} sends.`}`}
        error={errors.comment?.message}
        aria-required={needsComment}
        {...register("comment", { onChange: () => decisionDrafts.keep(id, action, { ...getValues() }) })}
      />
      {isEnterRefused && (
        <p role="status" className="text-sm">
          Nothing was sent: something else was typed here. Use the button, or choose the decision again.
        </p>
      )}
    </WriteForm>
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
