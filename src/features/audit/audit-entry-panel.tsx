import XIcon from "lucide-react/icons/x";
import { type ReactNode, useEffect, useRef } from "react";
import type { AuditEntry } from "@/api/generated/desk/types.gen";
import { UntrustedText } from "@/components/untrusted-text";
import { auditActionWords } from "@/domain/audit-action";
import { displayValue } from "@/lib/display-text";
import { readEntries } from "@/lib/read";
import { humanize } from "@/lib/humanize";
import { CopyButton } from "@/ui/copy-button";
import { Description, DescriptionList } from "@/ui/description-list";
import { IconButton } from "@/ui/icon-button";
import { IdChip } from "@/ui/id-chip";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import { chainSentence } from "./audit-columns";
import { EntryActor, EntrySubject, StatusChange } from "./entry-words";
import { OutcomeBadge } from "./outcome-badge";

type AuditEntryPanelProps = {
  /** Undefined: the address names one that is not on this page of the list. */
  entry: AuditEntry | undefined;
  /** The entry on this page of the list that says otherwise of the same act. */
  correction: AuditEntry | undefined;
  onClose: () => void;
};

/** Everything an entry says, beside the list; in the place of the list where there is no room for both. */
export function AuditEntryPanel({ entry, correction, onClose }: AuditEntryPanelProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const list = document.activeElement?.closest(".table-frame");
    // the focus goes along where the list has made room
    if (list?.getClientRects().length === 0) title.current?.focus();
  }, [entry]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, pressed on any control inside
    <aside
      aria-label="Entry"
      className="flex min-h-0 w-full flex-col overflow-auto rounded border border-line bg-surface lg:w-96 lg:flex-none"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <header className="sticky top-0 flex items-start justify-between gap-2 border-b border-line bg-surface py-2 pr-2 pl-4">
        <h2 ref={title} tabIndex={-1} className="mt-1.5 text-sm font-semibold outline-none">
          {entry ? auditActionWords(entry.action, entry.outcome) : "This entry is not in this list"}
        </h2>
        <IconButton label="Close the entry" onClick={onClose}>
          <XIcon />
        </IconButton>
      </header>
      <div className="p-4">
        {entry ? (
          <Facts entry={entry} correction={correction} />
        ) : (
          <p className="text-sm text-ink-muted">It may be on an older page, or left out by a filter.</p>
        )}
      </div>
    </aside>
  );
}

function Facts({ entry, correction }: { entry: AuditEntry; correction: AuditEntry | undefined }) {
  const { actor, subject } = entry;
  const { corrects, ...details } = entry.details;
  return (
    <DescriptionList>
      <Description term="When">
        <Time value={entry.createdAt} show="absolute" />
      </Description>
      <Description term="Who">
        <EntryActor actor={actor} />
        {actor.emailAddress !== undefined && (
          <span className="block text-xs text-ink-muted">{displayValue(actor.emailAddress, "No e-mail address", 80)}</span>
        )}
        <More search={{ who: actor.id }}>What else they did</More>
      </Description>
      <Description term="Object">
        <EntrySubject subject={subject} />
        {subject && <More search={{ subject: subject.id }}>What else was done to it</More>}
      </Description>
      <Description term="Outcome">
        <OutcomeBadge outcome={entry.outcome} />
        {correction && <More search={{ ...ofSubject(subject), entry: correction.id }}>Corrected by entry {correction.position}</More>}
        {typeof corrects === "string" && <More search={{ ...ofSubject(subject), entry: corrects }}>Corrects an earlier entry</More>}
      </Description>
      <Description term="Status">
        <StatusChange before={entry.statusBefore} after={entry.statusAfter} wraps />
      </Description>
      <Description term="Comment">
        <Erasable entry={entry} field="comment" />
      </Description>
      <Description term="Reason">
        <UntrustedText value={entry.reason} multiline />
      </Description>
      <Description term="Reference ID">
        <Erasable entry={entry} field="referenceId" />
      </Description>
      {readEntries(details).map(([name, value]) => (
        <Description key={name} term={humanize(name)}>
          {typeof value === "boolean" ? value ? "Yes" : "No" : <UntrustedText value={typeof value === "number" ? String(value) : value} />}
        </Description>
      ))}
      <Description term="Action">
        <code className="font-mono text-xs">{displayValue(entry.action, "–", 80)}</code>
      </Description>
      <Description term="Request ID">{entry.requestId === null ? "–" : <IdChip id={entry.requestId} className="-ml-1" />}</Description>
      <Description term="Persona's request ID">
        {entry.personaRequestId === null ? "–" : <IdChip id={entry.personaRequestId} className="-ml-1" />}
      </Description>
      <Description term="Chain">
        Entry {entry.position}
        <span className="mt-0.5 flex items-start gap-1">
          <code className="min-w-0 font-mono text-xs break-all text-ink-muted">{displayValue(entry.hash, "–", 200)}</code>
          <CopyButton text={entry.hash} label="Copy hash" />
        </span>
        <span className="mt-1 block text-xs text-ink-muted">{chainSentence}</span>
      </Description>
    </DescriptionList>
  );
}

/** A text that goes when what it is about is redacted. */
function Erasable({ entry, field }: { entry: AuditEntry; field: "comment" | "referenceId" }) {
  if (!entry.erased.includes(field)) return <UntrustedText value={entry[field]} multiline />;
  return (
    <span className="text-ink-muted">
      Erased after redaction, <Time value={entry.erasedAt} />
    </span>
  );
}

const ofSubject = (subject: AuditEntry["subject"]) => (subject === null ? {} : { subject: subject.id });

function More({ search, children }: { search: { who?: string; subject?: string; entry?: string }; children: ReactNode }) {
  return (
    <TextLink to="/audit" search={search} preload={false} className="mt-0.5 block w-fit text-xs">
      {children}
    </TextLink>
  );
}
