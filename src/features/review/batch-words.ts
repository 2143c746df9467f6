import type { Batch, BatchItem } from "@/api/batches/writes";
import { describeInquiryStatus } from "@/domain/inquiry-status";
import { displayLine } from "@/lib/display-text";
import { count } from "@/lib/words";

type Words = {
  /** "Approve 3 inquiries" */
  readonly infinitive: string;
  /** "3 approved" */
  readonly done: string;
};

const words: Readonly<Record<Batch["action"], Words>> = {
  approve: { infinitive: "Approve", done: "approved" },
  decline: { infinitive: "Decline", done: "declined" },
  markForReview: { infinitive: "Mark for review", done: "marked for review" },
  snooze: { infinitive: "Snooze", done: "snoozed" },
};

export const batchActions = ["approve", "decline", "markForReview", "snooze"] as const satisfies readonly Batch["action"][];

/** What a button that begins it says. */
export const actionLabel = (action: Batch["action"]): string => words[action].infinitive;

/** "Approve 3 inquiries". */
export const batchTitle = (action: Batch["action"], total: number): string =>
  `${words[action].infinitive} ${count(total, "inquiry", "inquiries")}`;

/** How far it is, in one line that changes with the batch and not with the clock. */
export function batchProgress({ action, state, counts }: Batch): string {
  const { total, waiting, underWay, confirmed, refused, unknown, leftOut } = counts;
  if (state === "held") return "Held. Nothing is sent yet.";
  if (state === "taken-back") return "Taken back. Nothing was sent.";
  const parts = [
    `${total - waiting - underWay - leftOut} of ${total}`,
    `${confirmed} ${words[action].done}`,
    ...(refused > 0 ? [`${refused} not`] : []),
    ...(unknown > 0 ? [`${unknown} not known yet`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
  ];
  const head = { paused: "Paused. ", stopped: "Stopped. ", done: "Done. " }[String(state)] ?? "";
  return head + parts.join(", ");
}

/** Why an inquiry of a batch did not come to what was meant, in one sentence. */
export function itemSentence({ state, why, difference }: BatchItem): string {
  if (state === "left-out") return "Left out.";
  if (state === "unknown") return "It is not known yet whether Persona did it. That is found out by itself.";
  const status = difference.find(({ what }) => what === "status")?.now ?? undefined;
  if (status !== undefined) return `It is ${describeInquiryStatus(status).label.toLowerCase()} now. Nothing was sent.`;
  if (state === "stopped") return "It has changed since you looked. Nothing was sent.";
  return why === null ? "It was refused." : displayLine(why, 300);
}

/** Whether somebody has to look at it again. */
export const cameToNothing = ({ state }: BatchItem): boolean => state === "refused" || state === "stopped";
