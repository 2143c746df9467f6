import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { deskSessionQuery } from "@/api/sessions/queries";
import type { InquiryDetail } from "@/api/inquiries/queries";
import type { UsedLink as UsedLinkEvidence } from "@/components/used-link";
import { settingsQuery } from "@/api/settings/queries";
import { FailurePanel } from "@/components/failure-panel";
import { ObjectLink } from "@/components/object-link";
import type { AccessDiagnosis } from "@/domain/access/access-diagnosis";
import { readScripts, withScript } from "@/domain/access/reply-script";
import { capability, creationCapability } from "@/domain/capability";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { Notice } from "@/ui/notice";
import { SkeletonLines } from "@/ui/skeleton";
import { Diagnosis } from "./diagnosis";
import { noteWith, replyWith } from "./issued-words";
import { OtherRemedy } from "./other-remedy";
import { ReplyChoice } from "./reply-choice";
import { RestoreForm } from "./restore-form";
import { useDiagnosis } from "./use-diagnosis";
import { UsedLink } from "./used-link";
import type { IssuedLink } from "./use-restore-access";
import { OpenedPanel } from "./opened-panel";
import type { PanelEnter } from "./use-panel-enter";

type AccessPanelProps = {
  /** Anew each time it is opened, with how much text had gone astray by then. */
  opened: { inquiryId: string; strayed: number };
  /** What the page would open it for by now, where that is another inquiry. */
  newer: { inquiryId: string; onSwitch: () => void } | undefined;
  onClose: () => void;
};

/** The cause first, then the remedy with its price, then the button. */
export function AccessPanel({ opened, newer, onClose }: AccessPanelProps) {
  const { detail, used, diagnosis } = useDiagnosis(opened.inquiryId);
  return (
    <OpenedPanel opened={opened} label="Way back in" onClose={onClose}>
      {(enter) => (
        <>
          {newer && <NewerInquiry {...newer} />}
          {enter === "refused" && (
            <p role="status" className="text-sm">
              Nothing was copied: something else was typed here. Use the button, or open this again.
            </p>
          )}
          {detail.data && diagnosis ? (
            <Loaded detail={detail.data} current={diagnosis} used={used} enter={enter} onClose={onClose} />
          ) : detail.isError ? (
            <>
              {enter === "kept" && <NothingCopied />}
              <FailurePanel error={detail.error} headingLevel={3} onRetry={() => void detail.refetch()} />
            </>
          ) : (
            <Waiting enter={enter} lines={6} />
          )}
        </>
      )}
    </OpenedPanel>
  );
}

/** The panel stays with the inquiry it was opened for: what is under somebody's hands is never exchanged. */
function NewerInquiry({ inquiryId, onSwitch }: { inquiryId: string; onSwitch: () => void }) {
  return (
    <Notice role="status" title="There is another inquiry to look at now." actions={<Button onClick={onSwitch}>Switch to it</Button>}>
      This stays about the one it was opened for. The other is <ObjectLink id={inquiryId} />.
    </Notice>
  );
}

function Waiting({ enter, lines }: { enter: PanelEnter; lines: number }) {
  return (
    <>
      {enter === "kept" && (
        <p role="status" className="text-sm">
          The link is made as soon as the cause is known.
        </p>
      )}
      <SkeletonLines count={lines} />
    </>
  );
}

const NothingCopied = () => <Notice kind="warning" role="alert" title="Nothing was copied." />;

type LoadedProps = {
  detail: InquiryDetail;
  /** The diagnosis as the facts are now. */
  current: AccessDiagnosis;
  used: UsedLinkEvidence | undefined;
  enter: PanelEnter;
  onClose: () => void;
};

function Loaded({ detail, current, used, enter, onClose }: LoadedProps) {
  const session = useQuery(deskSessionQuery());
  // once the way back in has begun, the facts change under the cause: what is said to the user stays what it was
  const [settled, setSettled] = useState<AccessDiagnosis>();
  const [issued, setIssued] = useState<IssuedLink>();
  const [isTooLate, setIsTooLate] = useState(false);
  const diagnosis = settled ?? current;
  const [scriptId, setScriptId] = useState<string>();
  const scripts = readScripts(useQuery(settingsQuery()).data?.get("scripts")?.value);
  const script = scripts.find(({ id }) => id === scriptId);
  const said = withScript(diagnosis, script);
  // "Copied" is said of what was copied, not of what would be now
  const words = `${script?.id ?? ""} ${issued?.issuedAt ?? ""}`;
  const allowed = session.data ? capability("restoreAccess", detail.inquiry, session.data) : undefined;
  const isForAnother = diagnosis.remedy.action === "createInquiry" && session.data && creationCapability(session.data).allowed;
  const form = (advised: boolean) => (
    <RestoreForm
      inquiry={detail.inquiry}
      isAdvised={advised}
      warning={allowed?.allowed ? [diagnosis.warning, allowed.warning] : []}
      wasEntered={advised && enter === "kept"}
      onBegin={() => setSettled(diagnosis)}
      onIssued={setIssued}
      onTooLate={() => {
        setIsTooLate(true);
        setSettled(undefined);
      }}
    />
  );
  return (
    <>
      <p className="text-xs text-ink-muted">
        <ObjectLink id={detail.inquiry.id} /> <bdi>{displayLine(detail.template?.name ?? "", 60)}</bdi>
      </p>
      <Diagnosis diagnosis={said} isRemedied={issued !== undefined} />
      {allowed === undefined ? (
        session.isError ? (
          <FailurePanel error={session.error} headingLevel={3} onRetry={() => void session.refetch()} />
        ) : (
          <Waiting enter={enter} lines={2} />
        )
      ) : !allowed.allowed && !isForAnother ? (
        <NoWayIn isTooLate={isTooLate} wasEntered={enter === "kept"} reason={allowed.reason} wayOut={allowed.wayOut?.sentence} />
      ) : byLink.includes(diagnosis.remedy.action) ? (
        form(true)
      ) : (
        <OtherRemedy
          inquiry={detail.inquiry}
          diagnosis={said}
          wasEntered={enter === "kept"}
          onBegin={() => setSettled(diagnosis)}
          onCreated={setIssued}
        >
          {allowed.allowed && form(false)}
        </OtherRemedy>
      )}
      {allowed?.allowed && issued === undefined && <UsedLink inquiryId={detail.inquiry.id} used={used} />}
      <ReplyChoice value={script?.id} scripts={scripts} onChoose={setScriptId} />
      <div className="flex flex-wrap gap-2 [&>button]:flex-1">
        <CopyButton
          key={`reply ${words}`}
          text={issued ? replyWith(said, issued, script !== undefined) : said.sayToUser}
          label="Copy reply"
        >
          {issued ? "Copy reply with the link" : "Copy reply"}
        </CopyButton>
        <CopyButton key={`note ${words}`} text={issued ? noteWith(said.ticketNote, issued) : said.ticketNote} label="Copy ticket note">
          Copy ticket note
        </CopyButton>
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
    </>
  );
}

/** Remedies that are a link: the form is the remedy. */
const byLink: readonly string[] = ["restoreAccess", "generateOneTimeLink", "sendExistingLink", "none", "decide"];

/** Takes the focus that the form of an available action has, so that the answer is read out. */
function NoWayIn({
  isTooLate,
  wasEntered,
  reason,
  wayOut,
}: {
  isTooLate: boolean;
  wasEntered: boolean;
  reason: string;
  wayOut: string | undefined;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-3 outline-none">
      {isTooLate && <Notice kind="warning" role="alert" title="It changed while you were looking. Nothing was sent." />}
      {wasEntered && !isTooLate && <NothingCopied />}
      <Notice title={reason}>{wayOut}</Notice>
    </div>
  );
}
