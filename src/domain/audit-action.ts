/** What the audit log says was done, in words. */
import { readText } from "@/lib/read";
import { humanize } from "@/lib/humanize";
import { capitalize } from "@/lib/words";

/** As it is said of what was done, and of what somebody tried. */
type Words = readonly [done: string, attempted: string];

const actions = {
  // The desk's own (openapi/desk.yaml, AuditEntry.action)
  "sign-in": ["signed in", "sign in"],
  "sign-out": ["signed out", "sign out"],
  "end-session": ["ended somebody's session", "end somebody's session"],
  "reveal-pii": ["revealed personal data", "reveal personal data"],
  export: ["exported data", "export data"],
  "change-setting": ["changed a setting", "change a setting"],
  "create-partner-token": ["created a partner token", "create a partner token"],
  "revoke-partner-token": ["revoked a partner token", "revoke a partner token"],
  "take-over-claim": ["took over a colleague's claim", "take over a colleague's claim"],
  "snooze-inquiry": ["snoozed an inquiry", "snooze an inquiry"],
  "skip-inquiry": ["skipped an inquiry", "skip an inquiry"],
  "take-up-inquiry": ["took a postponed inquiry up again", "take a postponed inquiry up again"],
  "ask-second-look": ["asked for a second look", "ask for a second look"],
  "answer-second-look": ["answered a second look", "answer a second look"],
  "take-back-second-look": ["asked for no second look any more", "take back a second look"],
  "hold-decision": ["decided, held before it is sent", "decide"],
  "pause-decision": ["stopped the clock of a decision, or let it run", "stop the clock of a decision"],
  "take-back-decision": ["took a decision back", "take a decision back"],
  "stop-decision": ["stopped a decision, since the inquiry had changed", "send a decision on an inquiry that had changed"],
  "hold-batch": ["decided many inquiries at once, held before they are sent", "decide many inquiries at once"],
  "pause-batch": ["paused a batch of decisions", "pause a batch of decisions"],
  "resume-batch": ["went on with a batch of decisions", "go on with a batch of decisions"],
  "stop-batch": ["stopped a batch of decisions", "stop a batch of decisions"],
  "take-back-batch": ["took a batch of decisions back", "take a batch of decisions back"],
  "erase-texts": ["erased comments and reference IDs after a redaction", "erase comments and reference IDs after a redaction"],
  call: ["called the API", "call the API"],
  // Persona's reads that are recorded: one entry a person, object and hour
  "retrieve-an-inquiry": ["opened an inquiry", "open an inquiry"],
  "retrieve-an-account": ["opened a person", "open a person"],
  "print-an-inquiry-pdf": ["downloaded an inquiry as PDF", "download an inquiry as PDF"],
  // Persona's, by their operation IDs (openapi/persona.yaml)
  "approve-an-inquiry": ["approved an inquiry", "approve an inquiry"],
  "decline-an-inquiry": ["declined an inquiry", "decline an inquiry"],
  "mark-an-inquiry-for-review": ["marked an inquiry for review", "mark an inquiry for review"],
  "resume-an-inquiry": ["resumed an inquiry", "resume an inquiry"],
  "expire-an-inquiry": ["expired an inquiry", "expire an inquiry"],
  "generate-a-one-time-link": ["issued a one-time link", "issue a one-time link"],
  "create-an-inquiry": ["created an inquiry", "create an inquiry"],
  "update-an-inquiry": ["changed an inquiry", "change an inquiry"],
  "redact-an-inquiry": ["redacted an inquiry", "redact an inquiry"],
  "search-inquiries": ["searched inquiries", "search inquiries"],
  "inquiries-add-tag": ["added a tag to an inquiry", "add a tag to an inquiry"],
  "inquiries-remove-tag": ["removed a tag from an inquiry", "remove a tag from an inquiry"],
  "inquiries-set-all-tags": ["replaced the tags of an inquiry", "replace the tags of an inquiry"],
  "inquiries-perform-simulate-actions": ["simulated a user's steps", "simulate a user's steps"],
  "create-an-inquiry-session": ["created a session", "create a session"],
  "expire-an-inquiry-session": ["expired a session", "expire a session"],
  "expire-inquiry-sessions": ["expired all sessions of an inquiry", "expire all sessions of an inquiry"],
  "generate-a-one-time-link-for-an-inquiry-session": ["issued a one-time link for a session", "issue a one-time link for a session"],
  "create-an-account": ["created an account", "create an account"],
  "update-an-account": ["changed an account", "change an account"],
  "redact-an-account": ["redacted an account", "redact an account"],
  "consolidate-into-an-account": ["consolidated accounts", "consolidate accounts"],
  "search-accounts": ["searched accounts", "search accounts"],
  "accounts-add-tag": ["added a tag to an account", "add a tag to an account"],
  "accounts-remove-tag": ["removed a tag from an account", "remove a tag from an account"],
  "accounts-set-all-tags": ["replaced the tags of an account", "replace the tags of an account"],
  "dismiss-matches": ["dismissed matches of a report", "dismiss matches of a report"],
  "review-matches": ["reviewed matches of a report", "review matches of a report"],
  "report-action-re-run-report": ["ran a report again", "run a report again"],
  "report-action-pause-continuous-monitoring": ["paused the monitoring of a report", "pause the monitoring of a report"],
  "report-action-resume-continuous-monitoring": ["resumed the monitoring of a report", "resume the monitoring of a report"],
  "assign-a-case": ["assigned a case", "assign a case"],
  "add-comment-to-a-case": ["commented on a case", "comment on a case"],
  "set-status-for-a-case": ["set the status of a case", "set the status of a case"],
} as const satisfies Record<string, Words>;

export type AuditAction = keyof typeof actions;

const isKnown = (action: string): action is AuditAction => Object.hasOwn(actions, action);

/** Every action there are words for, the desk's own first. */
export const auditActions = Object.keys(actions).filter(isKnown);

/**
 * What an entry says in a plain sentence part: "Approved an inquiry", "Tried to approve an inquiry". An action nobody has words for is
 * shown as itself.
 * @param outcome as in the log; anything but `done` is an attempt
 */
export function auditActionWords(action: string, outcome: string): string {
  if (!isKnown(action)) return outcome === "done" ? humanize(action) : `Tried: ${humanize(action)}`;
  const [done, attempted] = actions[action];
  return outcome === "done" ? capitalize(done) : `Tried to ${attempted}`;
}

/** The action by itself, for a list to choose from: "Approve an inquiry". */
export function auditActionLabel(action: string): string {
  return isKnown(action) ? capitalize(actions[action][1]) : humanize(readText(action) ?? "");
}
