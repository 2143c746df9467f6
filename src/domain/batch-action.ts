/** What is done with many inquiries at once: one of the decisions, or a snooze. */
import type * as Desk from "@/api/generated/desk/types.gen";

export type BatchAction = Desk.BatchAction;

/** Whether it decides nothing, and only sets aside for a time. */
export const isSnooze = (action: BatchAction): action is "snooze" => action === "snooze";
