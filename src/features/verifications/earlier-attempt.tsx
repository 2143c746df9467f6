import { clsx } from "clsx";
import ChevronRightIcon from "lucide-react/icons/chevron-right";
import { useId, useState } from "react";
import { AttemptBody } from "@/features/verifications/attempt-body";
import { AttemptDifference } from "@/features/verifications/attempt-difference";
import { AttemptMeta } from "@/features/verifications/attempt-meta";
import { StatusBadge } from "@/components/status-badge";
import type { Attempt } from "@/domain/verification-view";
import { Button } from "@/ui/button";

type EarlierAttemptProps = { kindLabel: string; attempt: Attempt; counting: Attempt };

/** An attempt that does not count, folded to one line, and the way to hold it against the one that does. */
export function EarlierAttempt({ kindLabel, attempt, counting }: EarlierAttemptProps) {
  const [shown, setShown] = useState<"nothing" | "checks" | "difference">("nothing");
  const panelId = useId();
  const toggle = (part: "checks" | "difference") => setShown(shown === part ? "nothing" : part);
  const name = `${kindLabel}, attempt ${attempt.number}`;
  return (
    <div data-attempt="" tabIndex={-1} role="group" aria-label={name} className="rounded">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <button
          type="button"
          aria-expanded={shown === "checks"}
          aria-controls={panelId}
          className="prints flex min-h-7 min-w-0 flex-1 basis-60 items-center gap-1.5 rounded text-start text-sm text-ink-muted hover:text-ink"
          onClick={() => toggle("checks")}
        >
          <ChevronRightIcon className={clsx("size-3.5 print:hidden", shown === "checks" && "rotate-90")} />
          <span className="shrink-0 font-medium text-ink">Attempt {attempt.number}</span>
          <StatusBadge of="verification" status={attempt.verification.status} />
          <span className="min-w-0 truncate">{attempt.sentence}</span>
        </button>
        <Button
          size="small"
          variant="quiet"
          aria-expanded={shown === "difference"}
          aria-controls={panelId}
          onClick={() => toggle("difference")}
        >
          Compare with attempt {counting.number}
          <span className="sr-only">({name})</span>
        </Button>
      </div>
      <div id={panelId} className={shown === "nothing" ? undefined : "pt-1 pb-2 ps-5"}>
        {shown === "checks" && (
          <>
            <AttemptMeta verification={attempt.verification} />
            <AttemptBody attempt={attempt} />
          </>
        )}
        {shown === "difference" && <AttemptDifference one={attempt} other={counting} />}
      </div>
    </div>
  );
}
