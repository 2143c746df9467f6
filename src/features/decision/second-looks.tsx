import { useMutation } from "@tanstack/react-query";
import ScanSearchIcon from "lucide-react/icons/scan-search";
import { useRef, useState } from "react";
import type { SecondLook } from "@/api/second-looks/queries";
import { takeBackLookMutation } from "@/api/second-looks/writes";
import { describeFailure } from "@/components/failure";
import { pageShortcuts } from "@/components/page-shortcuts";
import type { LookOpinion } from "@/api/generated/desk/types.gen";
import type { Capability } from "@/domain/inquiry-action";
import { decisionNouns } from "@/domain/decision-state";
import { displayLine, displayValue } from "@/lib/display-text";
import { readTime } from "@/lib/read";
import { hour } from "@/lib/time";
import { Button } from "@/ui/button";
import { late } from "@/ui/late";
import { Notice } from "@/ui/notice";
import { useNow } from "@/ui/now";
import { Time } from "@/ui/time";
import { useShortcut, useShortcutKey } from "@/ui/use-shortcuts";
import type { DecisionAction } from "./decision-actions";

const SecondLookForm = late(async () => (await import("./second-look-form")).SecondLookForm);

/** How long what came of one is told. */
const toldMs = 24 * hour;

type SecondLooksProps = {
  inquiryId: string;
  /** The newest first. */
  looks: readonly SecondLook[];
  capabilities: Record<DecisionAction, Capability>;
  /** The form of a decision is open: it has the room, and the digits. */
  isDeciding: boolean;
  onBegin: (() => void) | undefined;
  /** Told once it is asked for: somebody else has it now. */
  onAsked: (() => void) | undefined;
};

/** The second look that is open, what came of the last one, and the way to ask for one. */
export function SecondLooks({ inquiryId, looks, capabilities, isDeciding, onBegin, onAsked }: SecondLooksProps) {
  const [last] = looks;
  if (last?.state === "open") return <OpenLook look={last} />;
  return (
    <>
      {last !== undefined && <EndedLook look={last} />}
      {!isDeciding && <Ask inquiryId={inquiryId} capabilities={capabilities} onBegin={onBegin} onAsked={onAsked} />}
    </>
  );
}

function Ask({ inquiryId, capabilities, onBegin, onAsked }: Omit<SecondLooksProps, "looks" | "isDeciding">) {
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { approve, decline } = capabilities;
  const unavailable = approve.allowed || decline.allowed ? undefined : approve.reason;
  const open = () => {
    setAsking(true);
    onBegin?.();
  };
  const close = () => {
    setAsking(false);
    button.current?.focus();
  };
  useShortcut(
    pageShortcuts.secondLook,
    () => {
      setAsking(true);
      return { retract: () => setAsking(false), stands: onBegin };
    },
    { unavailable },
  );
  const shortcut = useShortcutKey(pageShortcuts.secondLook);
  return (
    <>
      <Button
        ref={button}
        size="small"
        variant="quiet"
        icon={<ScanSearchIcon />}
        shortcut={shortcut}
        unavailable={unavailable}
        aria-expanded={isAsking}
        className="self-start max-sm:[&_kbd]:hidden"
        onClick={() => (isAsking ? close() : open())}
      >
        Ask for a second look
      </Button>
      {isAsking && (
        <SecondLookForm
          inquiryId={inquiryId}
          mayPropose={(["approve", "decline"] as const).filter((action) => capabilities[action].allowed)}
          onCancel={close}
          onDone={() => {
            setAsking(false);
            onAsked?.();
          }}
          instead={<p role="alert">This can't be done now: a part of the desk could not be loaded.</p>}
        />
      )}
    </>
  );
}

const nameOf = ({ name }: { name: string }) => displayValue(name, "A colleague", 60);

function OpenLook({ look: { id, mine, mayAnswer, by, askedAt, note, proposal } }: { look: SecondLook }) {
  const takeBack = useMutation(takeBackLookMutation());
  return (
    <Notice
      kind="info"
      role="status"
      title={mine ? "You have asked for a second look." : `${nameOf(by)} has asked for a second look.`}
      actions={
        mine && (
          <Button size="small" busy={takeBack.isPending} onClick={() => takeBack.mutate(id)}>
            Take back
          </Button>
        )
      }
    >
      <p>
        <Time value={askedAt} />
        {note !== null && <bdi>: “{displayLine(note, 500)}”</bdi>}
      </p>
      {proposal !== null && <Said opinion={proposal} who="You" />}
      <p>
        {mayAnswer
          ? "Approve or decline as you see it. What is proposed is shown once you have said so."
          : mine
            ? "A lead says what they would decide before they see what you propose."
            : "A lead answers it. Nobody else decides meanwhile."}
      </p>
      {takeBack.isError && <p role="alert">It could not be taken back: {describeFailure(takeBack.error).title}.</p>}
    </Notice>
  );
}

function EndedLook({ look: { state, proposal, answer } }: { look: SecondLook }) {
  const now = useNow();
  if (answer === null || proposal === null || now - (readTime(answer.at) ?? 0) > toldMs) return null;
  const isAgreed = state === "agreed";
  return (
    <Notice
      kind={isAgreed ? "success" : "warning"}
      role="status"
      title={isAgreed ? "The second look came to the same." : "The second look came to something else."}
    >
      <Said opinion={proposal} who={nameOf(proposal.by)} />
      <Said opinion={answer} who={nameOf(answer.by)} />
      {!isAgreed && <p>Nothing was decided. It waits in the review queue again.</p>}
    </Notice>
  );
}

const would: Readonly<Record<string, string>> = { approve: "would approve", decline: "would decline" };

/** "Ines would decline: Document is altered · “The photo…”", as far as the viewer may read it. */
function Said({ opinion: { action, reasons, comment }, who }: { opinion: LookOpinion; who: string }) {
  const words = [...reasons.map(({ label }) => displayLine(label, 80)), ...(comment === null ? [] : [`“${displayLine(comment, 300)}”`])];
  return (
    <p>
      <span className="font-medium">
        <bdi>{who}</bdi> {would[action] ?? `said ${decisionNouns[action]}`}
      </span>
      {words.length > 0 && <bdi>: {words.join(" · ")}</bdi>}
    </p>
  );
}
