import { clsx } from "clsx";
import ArrowRightIcon from "lucide-react/icons/arrow-right";
import type { AuditEntry } from "@/api/generated/desk/types.gen";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { ObjectLink } from "@/components/object-link";
import { roleLabel } from "@/domain/viewer";
import { displayLine, displayValue } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { humanize } from "@/lib/humanize";

/** Who did it, and as what. */
export function EntryActor({ actor }: { actor: AuditEntry["actor"] }) {
  return (
    <>
      <bdi>{displayValue(actor.name, middleEllipsis(displayLine(actor.id)), 60)}</bdi>
      <span className="text-ink-muted"> · {actorKind(actor)}</span>
    </>
  );
}

function actorKind({ type, role }: AuditEntry["actor"]): string {
  if (type === "partner") return "Partner";
  if (type === "system") return "System";
  return displayLine(roleLabel({ role: role ?? null }), 40);
}

/** What it was done to: a link where the desk has a page for it. */
export function EntrySubject({ subject }: { subject: AuditEntry["subject"] }) {
  if (subject === null) return "–";
  if (subject.type === "inquiry" || subject.type === "account") return <ObjectLink id={subject.id} />;
  return (
    <span data-tip={`${displayLine(subject.type, 60)}: ${displayLine(subject.id)}`}>
      {humanize(subject.type)} <span className="font-mono text-xs text-ink-muted">{middleEllipsis(displayLine(subject.id), 16)}</span>
    </span>
  );
}

/** The status before and after; one badge where it stayed what it was. */
export function StatusChange({ before, after, wraps = false }: { before: string | null; after: string | null; wraps?: boolean }) {
  if (before === null && after === null) return "–";
  if (before === null || before === after) return <InquiryStatusBadge status={after} />;
  return (
    <span className={clsx("inline-flex items-center gap-1 align-middle", wraps && "flex-wrap")}>
      <InquiryStatusBadge status={before} />
      {after !== null && (
        <>
          <ArrowRightIcon className="size-3 text-ink-faint" />
          <span className="sr-only">became</span>
          <InquiryStatusBadge status={after} />
        </>
      )}
    </span>
  );
}
