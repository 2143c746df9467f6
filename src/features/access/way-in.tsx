import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { InquiryDetail } from "@/api/inquiries/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { settingsQuery } from "@/api/settings/queries";
import { FailurePanel } from "@/components/failure-panel";
import { ObjectLink } from "@/components/object-link";
import type { UsedLink as UsedLinkEvidence } from "@/components/used-link";
import type { AccessDiagnosis } from "@/domain/access/access-diagnosis";
import { readScripts, withScript } from "@/domain/access/reply-script";
import { capability, creationCapability } from "@/domain/capability";
import { displayLine } from "@/lib/display-text";
import { CopyButton } from "@/ui/copy-button";
import { Notice } from "@/ui/notice";
import { useNow } from "@/ui/now";
import { SkeletonLines } from "@/ui/skeleton";
import { noteWith, replyWith } from "./issued-words";
import { hasEnded } from "./link-life";
import { OtherRemedy } from "./other-remedy";
import { ReplyChoice } from "./reply-choice";
import { RestoreForm } from "./restore-form";
import { UsedLink } from "./used-link";
import type { PanelEnter } from "./use-panel-enter";
import type { IssuedLink } from "./use-restore-access";

type WayInProps = {
  detail: InquiryDetail;
  /** The diagnosis as the facts are now. */
  current: AccessDiagnosis;
  used: UsedLinkEvidence | undefined;
  /** Enter on the panel it stands in; none where it is a page, which takes the focus from nothing either. */
  enter?: PanelEnter;
  /** Draws the cause; once a link was made its remedy is past. */
  cause: (diagnosis: AccessDiagnosis, isRemedied: boolean) => ReactNode;
  /** Beside the buttons that copy. */
  actions?: ReactNode;
};

/** Why the user is out, the remedy as a form or a button, and the words for user and ticket, true for what was done. */
export function WayIn({ detail, current, used, enter, cause, actions }: WayInProps) {
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
  const now = useNow();
  // what has ended meanwhile goes to nobody
  const working = issued && !hasEnded(issued, now) ? issued : undefined;
  const allowed = session.data ? capability("restoreAccess", detail.inquiry, session.data) : undefined;
  const isForAnother = diagnosis.remedy.action === "createInquiry" && session.data && creationCapability(session.data).allowed;
  const wasEntered = enter === "kept";
  const form = (advised: boolean) => (
    <RestoreForm
      inquiry={detail.inquiry}
      isAdvised={advised}
      warning={allowed?.allowed ? [diagnosis.warning, allowed.warning] : []}
      wasEntered={advised && wasEntered}
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
      {cause(said, issued !== undefined)}
      {allowed === undefined ? (
        session.isError ? (
          <FailurePanel error={session.error} headingLevel={3} onRetry={() => void session.refetch()} />
        ) : (
          <Waiting wasEntered={wasEntered} lines={2} />
        )
      ) : !allowed.allowed && !isForAnother ? (
        <NoWayIn
          isTooLate={isTooLate}
          wasEntered={wasEntered}
          takesFocus={enter !== undefined}
          reason={allowed.reason}
          wayOut={allowed.wayOut?.sentence}
        />
      ) : byLink.includes(diagnosis.remedy.action) ? (
        form(true)
      ) : (
        <OtherRemedy
          inquiry={detail.inquiry}
          diagnosis={said}
          wasEntered={wasEntered}
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
          text={working ? replyWith(said, working, script !== undefined) : said.sayToUser}
          label="Copy reply"
        >
          {working ? "Copy reply with the link" : "Copy reply"}
        </CopyButton>
        <CopyButton key={`note ${words}`} text={issued ? noteWith(said.ticketNote, issued) : said.ticketNote} label="Copy ticket note">
          Copy ticket note
        </CopyButton>
        {actions}
      </div>
    </>
  );
}

/** Remedies that are a link: the form is the remedy. */
const byLink: readonly string[] = ["restoreAccess", "generateOneTimeLink", "sendExistingLink", "none", "decide"];

export function Waiting({ wasEntered, lines }: { wasEntered: boolean; lines: number }) {
  return (
    <>
      {wasEntered && (
        <p role="status" className="text-sm">
          The link is made as soon as the cause is known.
        </p>
      )}
      <SkeletonLines count={lines} />
    </>
  );
}

export const NothingCopied = () => <Notice kind="warning" role="alert" title="Nothing was copied." />;

type NoWayInProps = {
  isTooLate: boolean;
  wasEntered: boolean;
  /** That of the form which stood here, or would have, so that the answer is read out. */
  takesFocus: boolean;
  reason: string;
  wayOut: string | undefined;
};

function NoWayIn({ isTooLate, wasEntered, takesFocus, reason, wayOut }: NoWayInProps) {
  const place = useRef<HTMLDivElement>(null);
  const isReadOut = takesFocus || isTooLate;
  useEffect(() => {
    if (isReadOut) place.current?.focus();
  }, [isReadOut]);
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-3 outline-none">
      {isTooLate && <Notice kind="warning" role="alert" title="It changed while you were looking. Nothing was sent." />}
      {wasEntered && !isTooLate && <NothingCopied />}
      <Notice title={reason}>{wayOut}</Notice>
    </div>
  );
}
