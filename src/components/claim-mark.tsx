import UserRoundIcon from "lucide-react/icons/user-round";
import type { Claim } from "@/api/claims/writes";
import { displayValue } from "@/lib/display-text";
import { readTime } from "@/lib/read";
import { formatClock } from "@/lib/time";

/** "10:41", when it was claimed; undefined when that cannot be read. */
export function claimTime({ claimedAt }: Claim): string | undefined {
  const time = readTime(claimedAt);
  return time === undefined ? undefined : formatClock(time);
}

/** "Dana Okafor has been working on this since 10:41." */
export function claimSentence(claim: Claim): string {
  if (claim.mine) return "You are working on this.";
  const time = claimTime(claim);
  return `${displayValue(claim.user.name, "A colleague", 60)} has been working on this${time === undefined ? "" : ` since ${time}`}.`;
}

/** Marks an inquiry in a list that somebody is working on. */
export function ClaimMark({ claim }: { claim: Claim }) {
  const sentence = claimSentence(claim);
  return (
    <span
      data-tip={sentence}
      data-tone={claim.mine ? "blue" : "amber"}
      className="ms-1 inline-flex h-5.5 items-center align-middle text-tone-mark"
    >
      <UserRoundIcon className="size-4" />
      <span className="sr-only">{sentence}</span>
    </span>
  );
}
