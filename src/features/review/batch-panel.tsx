import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { batchQuery, isLive, myBatchesQuery } from "@/api/batches/queries";
import { type Batch, type BatchItem, batchVerbMutation, type BatchVerb } from "@/api/batches/writes";
import { describeFailure } from "@/components/failure";
import { FailurePanel } from "@/components/failure-panel";
import { ObjectLink } from "@/components/object-link";
import { displayValue } from "@/lib/display-text";
import { readTime } from "@/lib/read";
import { hour, second } from "@/lib/time";
import { Button } from "@/ui/button";
import { currentTime, useNow } from "@/ui/now";
import { batchProgress, batchTitle, cameToNothing, itemSentence } from "./batch-words";

/** What is over is shown to who comes back within this, unless they put it away. */
const toldMs = hour;
const none: ReadonlySet<string> = new Set();

type BatchPanelsProps = {
  /** Begins anew with what came to nothing: somebody has to look at what is now. */
  onTryAgain: (action: Batch["action"], items: readonly BatchItem[]) => void;
};

/** One's own batches: held, on their way, and what came of them; also after the page was loaded again. */
export function BatchPanels({ onTryAgain }: BatchPanelsProps) {
  const { data } = useQuery(myBatchesQuery());
  const [dismissed, setDismissed] = useState(none);
  const isShown = (batch: Batch) =>
    !dismissed.has(batch.id) && (isLive(batch) || currentTime() - (readTime(batch.changedAt) ?? 0) < toldMs);
  const shown = (data ?? []).filter(isShown);
  return (
    <section aria-label="Batches" className="flex flex-col gap-2 empty:hidden">
      {shown.map((batch) => (
        <BatchPanel
          key={batch.id}
          batch={batch}
          onTryAgain={(items) => {
            setDismissed(new Set([...dismissed, batch.id]));
            onTryAgain(batch.action, items);
          }}
          onDismiss={() => setDismissed(new Set([...dismissed, batch.id]))}
        />
      ))}
    </section>
  );
}

type BatchPanelProps = { batch: Batch; onTryAgain: (items: readonly BatchItem[]) => void; onDismiss: () => void };

function BatchPanel({ batch, onTryAgain, onDismiss }: BatchPanelProps) {
  const { id, action, state, counts } = batch;
  const change = useMutation(batchVerbMutation(id));
  const button = (verb: BatchVerb, label: string) => (
    <Button size="small" busy={change.isPending && change.variables === verb} onClick={() => change.mutate(verb)}>
      {label}
    </Button>
  );
  const over = counts.total - counts.waiting - counts.underWay;
  const hasTrouble = counts.refused + counts.unknown > 0;
  return (
    <article
      aria-label={batchTitle(action, counts.total)}
      data-tone={hasTrouble ? "amber" : state === "done" ? "green" : "blue"}
      className="flex flex-col gap-2 rounded border border-tone-line bg-tone-soft px-3 py-2 text-sm"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="font-medium">{batchTitle(action, counts.total)}</p>
        <p role="status" className="text-ink-muted tabular-nums">
          {batchProgress(batch)}
        </p>
        {state === "held" && <Countdown batch={batch} />}
        <div className="ms-auto flex flex-wrap gap-2">
          {state === "held" && button("takeBack", "Take back")}
          {(state === "held" || state === "running") && button("pause", "Pause")}
          {state === "paused" && button("resume", "Go on")}
          {(state === "running" || state === "paused") && button("stop", "Stop")}
          {!isLive(batch) && (
            <Button size="small" variant="quiet" onClick={onDismiss}>
              Dismiss
            </Button>
          )}
        </div>
      </div>
      {(state === "running" || state === "paused") && (
        <progress aria-label={batchTitle(action, counts.total)} className="h-1.5 w-full accent-accent" max={counts.total} value={over} />
      )}
      {change.isError && <p role="alert">That did not work: {describeFailure(change.error).title}</p>}
      {hasTrouble && <Troubles batch={batch} onTryAgain={onTryAgain} />}
    </article>
  );
}

/** Hidden from who listens: how long it is held is said by the button. */
function Countdown({ batch: { startsAt, holdSeconds } }: { batch: Batch }) {
  const now = useNow(second);
  const due = readTime(startsAt);
  return due === undefined ? null : (
    <span aria-hidden="true" className="tabular-nums">
      {Math.min(holdSeconds, Math.max(0, Math.ceil((due - now) / second)))} s
    </span>
  );
}

/** What did not come to what was meant, each with its reason. */
function Troubles({ batch: { id, state }, onTryAgain }: Pick<BatchPanelProps, "batch" | "onTryAgain">) {
  const detail = useQuery(batchQuery(id));
  if (detail.isError) return <FailurePanel error={detail.error} headingLevel={3} onRetry={() => void detail.refetch()} />;
  const items = detail.data?.items ?? [];
  const troubled = items.filter((item) => cameToNothing(item) || item.state === "unknown");
  const failed = items.filter(cameToNothing);
  return (
    <>
      <ul className="flex max-h-60 flex-col gap-1 overflow-auto">
        {troubled.map((item) => (
          <li key={item.inquiryId}>
            <ObjectLink id={item.inquiryId}>
              <bdi>{displayValue(item.referenceId, item.inquiryId)}</bdi>
            </ObjectLink>
            : {itemSentence(item)}
          </li>
        ))}
      </ul>
      {failed.length > 0 && state !== "running" && (
        <Button size="small" className="self-start" onClick={() => onTryAgain(failed)}>
          Look at {failed.length === 1 ? "the one" : `the ${failed.length}`} again
        </Button>
      )}
    </>
  );
}
