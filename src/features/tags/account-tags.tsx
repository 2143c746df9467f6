import { useQuery } from "@tanstack/react-query";
import { deskSessionQuery } from "@/api/queries/desk-session";
import { describeFailure } from "@/components/failure";
import type { AccountModel } from "@/api/models";
import { accountTagsCapability } from "@/domain/capability";
import { tagsOf } from "@/domain/tags";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { TagChip } from "./tag-chip";
import { TagField } from "./tag-field";
import { useAccountTags } from "./use-account-tags";

/** The tags of a person, and the way to change them. */
export function AccountTags({ account }: { account: AccountModel }) {
  const session = useQuery(deskSessionQuery());
  const { change, retry, dismiss, failed } = useAccountTags(account.id);
  const tags = tagsOf(account);
  const refusal = refusalOf(session.data);
  return (
    <Section title="Tags">
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

function refusalOf(viewer: Parameters<typeof accountTagsCapability>[0] | undefined): string | undefined {
  if (!viewer) return "Your role is not known yet.";
  const capability = accountTagsCapability(viewer);
  return capability.allowed ? undefined : [capability.reason, capability.wayOut?.sentence].filter(Boolean).join(" ");
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
