import ArrowLeftIcon from "lucide-react/icons/arrow-left";
import ChevronLeftIcon from "lucide-react/icons/chevron-left";
import ChevronRightIcon from "lucide-react/icons/chevron-right";
import { useRef, useState } from "react";
import { describeFailure } from "@/components/failure";
import { pageShortcuts } from "@/components/page-shortcuts";
import { formatDuration } from "@/lib/time";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { late } from "@/ui/late";
import { LinkButton } from "@/ui/link-button";
import { useNow } from "@/ui/now";
import { useShortcut, useShortcutKey } from "@/ui/use-shortcuts";
import type { useReviewWalk } from "./use-review-walk";
import type { WalkState } from "./review-walk";

const PostponeForm = late(async () => (await import("./postpone-form")).PostponeForm);

type WalkBarProps = { inquiryId: string; walk: ReturnType<typeof useReviewWalk> };

/** Where one is on the walk through the queue, and the ways on that decide nothing. */
export function WalkBar({ inquiryId, walk: { state, isGoing, error, goNext, goBack, finish } }: WalkBarProps) {
  const [postponed, setPostponing] = useState<string>();
  const isPostponing = postponed === inquiryId;
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setPostponing(undefined);
    button.current?.focus();
  };
  useShortcut(pageShortcuts.nextInQueue, goNext);
  useShortcut(pageShortcuts.formerInQueue, () => goBack?.(), { unavailable: goBack ? undefined : "This is the first one." });
  useShortcut(pageShortcuts.postpone, () => {
    setPostponing(inquiryId);
    return { retract: () => setPostponing(undefined) };
  });
  const keys = { next: useShortcutKey(pageShortcuts.nextInQueue), former: useShortcutKey(pageShortcuts.formerInQueue) };
  const postponeKey = useShortcutKey(pageShortcuts.postpone);
  return (
    <section aria-label="Review queue" className="flex flex-col gap-3 border-b border-line bg-sunken px-6 py-1.5 max-sm:px-3 print:hidden">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <LinkButton to="/review" size="small" variant="quiet" icon={<ArrowLeftIcon />}>
          Review queue
        </LinkButton>
        <Progress state={state} />
        <div className="flex flex-wrap items-center gap-2">
          <Button
            ref={button}
            size="small"
            variant="quiet"
            shortcut={postponeKey}
            aria-expanded={isPostponing}
            onClick={() => (isPostponing ? close() : setPostponing(inquiryId))}
          >
            Not now
          </Button>
          <Button
            size="small"
            variant="quiet"
            icon={<ChevronLeftIcon />}
            shortcut={keys.former}
            unavailable={!goBack && "This is the first one"}
            onClick={goBack}
          >
            Former
          </Button>
          <Button size="small" icon={<ChevronRightIcon />} shortcut={keys.next} busy={isGoing} onClick={goNext}>
            Next
          </Button>
        </div>
      </div>
      {error !== undefined && (
        <p role="alert" className="text-sm">
          The next one could not be had: {describeFailure(error).title}. Press Next to try again.
        </p>
      )}
      {isPostponing && (
        <PostponeForm
          key={inquiryId}
          inquiryId={inquiryId}
          onCancel={close}
          onDone={() => {
            setPostponing(undefined);
            finish();
          }}
          instead={<p role="alert">This can't be done now: a part of the desk could not be loaded.</p>}
        />
      )}
    </section>
  );
}

/** "3 done, 41 s each · 38 left". */
function Progress({ state: { done, begunAt, waiting, visited, isAtEnd, ahead } }: { state: WalkState }) {
  const now = useNow();
  const pace = done.length > 1 && begunAt !== undefined ? `, ${formatDuration((now - begunAt) / done.length)} each` : "";
  const left = waiting && Math.max(waiting.ready - done.filter((id) => visited.includes(id)).length, ahead.length);
  return (
    <p role="status" className="min-w-0 flex-1 text-xs text-ink-muted tabular-nums">
      {`${done.length} done${pace}`}
      {isAtEnd && ahead.length === 0 ? " · this is the last one" : left !== undefined && ` · ${count(left, "more", "more")} for you`}
    </p>
  );
}
