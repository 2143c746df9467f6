import { useQuery } from "@tanstack/react-query";
import { deskSessionQuery } from "@/api/sessions/queries";
import { describeFailure } from "@/components/failure";
import type { AccountModel, DeskSession, InquiryModel } from "@/api/models";
import { accountTagsCapability, capability } from "@/domain/capability";
import type { Capability } from "@/domain/inquiry-action";
import { tagsOf } from "@/domain/tags";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { TagChip } from "./tag-chip";
import { TagField } from "./tag-field";
import { useTags } from "./use-tags";

/** The tags of a person or an inquiry, and the way to change them. */
export function Tags({ of }: { of: AccountModel | InquiryModel }) {
  const session = useQuery(deskSessionQuery());
  const { change, retry, dismiss, failed } = useTags({ type: of.type, id: of.id });
  const tags = tagsOf(of);
  const refusal = refusalOf(of, session.data);
  return (
    <Section title="Tags" className={tags.length === 0 ? "print:hidden" : "print:flex"}>
      <div className="flex flex-col gap-3">
        {tags.length > 0 ? (
          <ul aria-label="Tags" className="flex flex-wrap gap-1.5">
            {tags.map((tag) => (
              <li key={tag} className="max-w-full">
                <TagChip tag={tag} refusal={refusal} onRemove={() => change({ kind: "remove", tag })} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-sm text-ink-muted">No tags.</p>
        )}
        <TagField existing={tags} refusal={refusal} onAdd={(tag) => change({ kind: "add", tag })} />
        {failed && (
          <TagFailure
            what={`The tag “${displayLine(failed.intent.tag, 40)}” could not be ${failed.intent.kind === "add" ? "added" : "removed"}`}
            error={failed.error}
            onRetry={() => retry(failed)}
            onDismiss={dismiss}
          />
        )}
      </div>
    </Section>
  );
}

function refusalOf(of: AccountModel | InquiryModel, viewer: DeskSession | undefined): string | undefined {
  if (!viewer) return "Your role is not known yet.";
  const allowed: Capability = of.type === "account" ? accountTagsCapability(viewer) : capability("editTags", of, viewer);
  return allowed.allowed ? undefined : [allowed.reason, allowed.wayOut?.sentence].filter(Boolean).join(" ");
}

type TagFailureProps = { what: string; error: unknown; onRetry: () => void; onDismiss: () => void };

function TagFailure({ what, error, onRetry, onDismiss }: TagFailureProps) {
  const { text, details, sent, requestId } = describeFailure(error, "write");
  return (
    <Notice
      kind="danger"
      role="alert"
      title={what}
      actions={
        <>
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
          <Button size="small" variant="quiet" onClick={onDismiss}>
            Leave it
          </Button>
        </>
      }
    >
      <p>
        The tags are shown as they were before. {text} {sent}
      </p>
      {details.map((detail) => (
        <p key={detail}>
          <bdi>{detail}</bdi>
        </p>
      ))}
      {requestId !== undefined && <p className="text-xs">Request ID {requestId}</p>}
    </Notice>
  );
}
