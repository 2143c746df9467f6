import UserRoundIcon from "lucide-react/icons/user-round";
import { useRef, useState } from "react";
import type { Claim } from "@/api/claims/writes";
import { claimSentence, claimTime } from "@/components/claim-mark";
import { describeFailure } from "@/components/failure";
import { pageShortcuts } from "@/components/page-shortcuts";
import { displayValue } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { useShortcut, useShortcutKey } from "@/ui/use-shortcuts";
import { TakeOver } from "./take-over";
import type { InquiryClaim } from "./use-claim";

type ClaimBarProps = {
  claim: InquiryClaim;
  /** Whether its place is kept while nobody works on it, so that nothing moves when somebody does. */
  isExpected: boolean;
};

const howItWorks = "An inquiry in review becomes yours after a few seconds here, any inquiry when you begin to decide. Colleagues see it.";

const unread = "Who is working on this could not be read";

/** Who is working on the inquiry, above its decisions. */
export function ClaimBar({
  claim: { claim, isKnown, hasFailed, mayClaim, begin, takeOver, release, isPending, error },
  isExpected,
}: ClaimBarProps) {
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isTheirs = claim !== undefined && !claim.mine;
  const act = claim?.mine ? release : isTheirs ? () => setAsking(!isAsking) : begin;
  const label = claim?.mine ? "Release" : isTheirs ? "Take over" : "Claim";
  const askOrAct = () => {
    act();
    if (isTheirs) return { retract: () => setAsking(isAsking) };
  };
  useShortcut(pageShortcuts.claim, askOrAct, {
    enabled: isKnown && mayClaim,
    label: `${label} this inquiry`,
    // a question closes without a trace; what colleagues are told at once does not
    kind: isTheirs ? "opens" : "acts",
  });
  const shortcutKey = useShortcutKey(pageShortcuts.claim);
  if (!isExpected && !claim) return null;
  const close = () => {
    setAsking(false);
    button.current?.focus();
  };
  return (
    <section aria-label="Who is working on this" data-tone={isTheirs ? "amber" : "neutral"} className="flex flex-col gap-2 print:hidden">
      <div className="flex h-8 items-center gap-2 text-xs">
        {isKnown && <UserRoundIcon className={isTheirs ? "size-4 text-tone-mark" : "size-4 text-ink-faint"} />}
        <div className="min-w-0 flex-1">
          <p role="status" className="sr-only">
            {claim ? claimSentence(claim) : isKnown ? "Nobody is working on this." : hasFailed && `${unread}.`}
          </p>
          <div aria-hidden="true">
            {isTheirs ? (
              <Theirs claim={claim} />
            ) : claim ? (
              "You are working on this"
            ) : isKnown ? (
              "Nobody is working on this"
            ) : (
              hasFailed && unread
            )}
          </div>
        </div>
        {isKnown && mayClaim && (
          <Button
            ref={button}
            size="small"
            variant="quiet"
            shortcut={shortcutKey}
            busy={isPending}
            data-tip={howItWorks}
            aria-expanded={isTheirs ? isAsking : undefined}
            onClick={act}
          >
            {label}
          </Button>
        )}
      </div>
      {isTheirs && isAsking && (
        <TakeOver
          from={displayValue(claim.user.name, "your colleague", 60)}
          onClose={close}
          onTakeOver={() => {
            close();
            takeOver();
          }}
        />
      )}
      {error && (
        <p role="alert" className="text-xs text-ink-muted">
          It could not be claimed: {describeFailure(error, "write").title}.
        </p>
      )}
    </section>
  );
}

/** Two short lines, so that the decisions below stay where they are however long the name is. */
function Theirs({ claim }: { claim: Claim }) {
  const since = claimTime(claim);
  return (
    <>
      <p className="truncate font-medium">
        <bdi>{displayValue(claim.user.name, "A colleague", 60)}</bdi>
      </p>
      <p className="truncate text-ink-muted">on this{since === undefined ? "" : ` since ${since}`}</p>
    </>
  );
}
