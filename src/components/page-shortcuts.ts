import type { ShortcutDefinition } from "@/ui/shortcut-definition";

const reasonIds = ["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((digit) => `decide.reason${digit}`);
const opensForm = { group: "Decide", kind: "opens" } as const;
/** What belongs to a decision at any speed, in this order. One reason only: several digits in a row are a number that went astray. */
const endOfDecision = ["decide.comment", "Enter"];
const opensDecision = { ...opensForm, followers: [...reasonIds, ...endOfDecision] } as const;

/** The shortcuts of a person's page and of the workbench, which the first page does without. The ids are stable, as those beside them. */
export const pageShortcuts = {
  approve: { id: "decide.approve", keys: "a", label: "Approve", ...opensDecision },
  decline: { id: "decide.decline", keys: "d", label: "Decline", ...opensDecision },
  markForReview: { id: "decide.markForReview", keys: "r", label: "Mark for review", ...opensDecision },
  comment: { id: "decide.comment", keys: "c", label: "Write a comment", group: "Decide", kind: "opens" },
  secondLook: { id: "decide.secondLook", keys: "q", label: "Ask for a second look", group: "Decide", kind: "opens" },
  takeBack: {
    id: "decide.takeBack",
    keys: "z",
    label: "Take the latest decision back",
    group: "Decide",
    kind: "acts",
    // it only ever keeps something from being sent, and there are seconds for it
    followers: ["decide.takeBack"],
  },
  claim: { id: "decide.claim", keys: "t", label: "Claim or release this inquiry", group: "Decide", kind: "acts", followers: ["Enter"] },
  restoreAccess: { id: "access.restore", keys: "l", label: "Restore access", group: "Access", kind: "opens", followers: ["Enter"] },
  newInquiry: { id: "access.create", keys: "n", label: "New inquiry for a person", group: "Access", kind: "opens", followers: ["Enter"] },
  copyLink: { id: "access.copyLink", keys: "c", label: "Copy the one-time link", group: "Access", kind: "acts" },
  nextAttempt: { id: "workbench.nextAttempt", keys: "j", label: "Next verification attempt", group: "Workbench", kind: "moves" },
  previousAttempt: {
    id: "workbench.previousAttempt",
    keys: "k",
    label: "Previous verification attempt",
    group: "Workbench",
    kind: "moves",
  },
  nextInQueue: {
    id: "review.next",
    keys: "j",
    label: "Next inquiry of the review queue",
    group: "Review queue",
    kind: "moves",
    repeats: true,
  },
  formerInQueue: {
    id: "review.former",
    keys: "k",
    label: "Former inquiry of the review queue",
    group: "Review queue",
    kind: "moves",
    repeats: true,
  },
  selectRow: {
    id: "review.select",
    keys: "x",
    label: "Select the row or leave it out; Shift with an arrow selects several",
    group: "Review queue",
    kind: "moves",
  },
  selectRows: { id: "review.selectAll", keys: "mod+a", label: "Select every row that is loaded", group: "Review queue", kind: "moves" },
  peek: { id: "review.peek", keys: "o", label: "Look at the row without leaving the queue", group: "Review queue", kind: "opens" },
  postpone: { id: "review.postpone", keys: "s", label: "Set the inquiry aside, and go on", group: "Review queue", kind: "opens" },
  pictures: { id: "workbench.pictures", keys: "p", label: "Open or close the pictures", group: "Workbench", kind: "opens" },
} as const satisfies Record<string, ShortcutDefinition>;

/** The company's reasons for a decision, in their order: the first nine have a digit. */
export const reasonShortcuts: readonly ShortcutDefinition[] = reasonIds.map((id, index) => ({
  id,
  keys: String(index + 1),
  label: `Choose reason ${index + 1}, or take the choice back`,
  ...opensForm,
  followers: endOfDecision,
}));
