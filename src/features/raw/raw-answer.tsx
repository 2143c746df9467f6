import { useQuery } from "@tanstack/react-query";
import { curlCommand } from "@/features/raw/curl-command";
import type { ApiCall } from "@/api/api-call";
import { deskSessionQuery } from "@/api/sessions/queries";
import { MaskedJsonView } from "@/components/masked-json-view";
import { CopyButton } from "@/ui/copy-button";
import { IdChip } from "@/ui/id-chip";
import { Time } from "@/ui/time";

type RawAnswerProps = { title: string; call: ApiCall; answer: unknown; fetchedAt: number };

/** One answer of the API: the call, ready to be repeated, and the JSON. */
export function RawAnswer({ title, call, answer, fetchedAt }: RawAnswerProps) {
  const version = useQuery(deskSessionQuery()).data?.personaVersion;
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-sm font-semibold">{title}</h3>
        {version !== undefined && (
          <CopyButton text={curlCommand(call, version)} label="Copy as curl">
            Copy as curl
          </CopyButton>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-muted">
        <code className="min-w-0 rounded bg-sunken px-1.5 py-0.5 font-mono wrap-anywhere text-ink">
          {call.method} {call.path}
        </code>
        <span>
          Fetched <Time value={fetchedAt} />
        </span>
        {call.requestId !== undefined && (
          <span className="inline-flex items-center">
            Request ID <IdChip id={call.requestId} />
          </span>
        )}
      </div>
      <MaskedJsonView value={answer} label={`JSON: ${title}`} />
    </section>
  );
}
