/** The company's own words in the place of the desk's (openapi/desk.yaml, Script). */
import type { AccessCause } from "@/domain/access/access-cause";
import type { AccessDiagnosis } from "@/domain/access/access-diagnosis";
import { isUsualRemedy } from "@/domain/access/safe-to-say";
import type { Script } from "@/domain/default-settings";
import { holdsPlaceholder } from "@/domain/script-placeholder";
import { readList, readProperty, readText } from "@/lib/read";

/** The scripts of the setting that can be used; what can't be read is left out. */
export function readScripts(value: unknown): Script[] {
  return readList(value).flatMap((item) => {
    const [id, title] = [readText(readProperty(item, "id")), readText(readProperty(item, "title"))];
    if (id === undefined || title === undefined) return [];
    const [toUser, toTicket] = [usable(readProperty(item, "toUser")), usable(readProperty(item, "toTicket"))];
    return [{ id, title, toUser, toTicket, cause: readText(readProperty(item, "cause")) }];
  });
}

/** The words as they can be said; none where they wait for something to be filled in. */
function usable(value: unknown): string {
  const words = readText(value) ?? "";
  return holdsPlaceholder(words) ? "" : words;
}

/** The first script that a lead has put in force for the cause; none where the remedy is another than the words for the cause speak of. */
export function scriptInForce(scripts: readonly Script[], { cause, remedy }: AccessDiagnosis): Script | undefined {
  if (!isUsualRemedy(cause, remedy.action)) return undefined;
  return scripts.find((script) => script.cause === cause && `${script.toUser}${script.toTicket}`.trim() !== "");
}

/** The same diagnosis in the words of a script; what the script leaves empty stays as it was. */
export function withScript(diagnosis: AccessDiagnosis, script: Script | undefined): AccessDiagnosis {
  const [toUser, toTicket] = [script?.toUser.trim() ?? "", script?.toTicket.trim() ?? ""];
  const { ticketWords, ticketNote } = diagnosis;
  return {
    ...diagnosis,
    ...(toUser !== "" && { sayToUser: toUser }),
    ...(toTicket !== "" && { ticketWords: toTicket, ticketNote: ticketNote.replace(ticketWords, () => toTicket) }),
  };
}

/** What each cause is called where a script is put in force for it. */
export const causeLabels: Readonly<Record<AccessCause, string>> = {
  "expired-before-start": "Expired before the user started",
  "expired-midway": "Expired after the user started",
  "expired-again": "Expired again after a resume",
  "ended-early": "Ended before its window ran out",
  "window-over": "Window over, not expired yet",
  "link-not-opened": "Link not opened",
  "in-use": "Opened minutes ago",
  "session-lost": "Tab closed or other device",
  "opened-by-scanner": "Opened by a mail scanner, perhaps",
  "sessions-over": "Every session expired",
  "link-without-session": "Opened without a session after the start",
  "one-time-link-used": "One-time link used or too old",
  "session-limit": "No more sessions",
  finished: "Finished or approved",
  "under-review": "Under review",
  "stopped-for-review": "Marked for review before the end",
  "expired-under-review": "Expired, then marked for review",
  declined: "Declined",
  failed: "Failed",
  redacted: "Redacted",
  "other-inquiry": "In another inquiry",
  "static-link": "Static link",
  "template-inactive": "Template switched off",
  "template-moved-on": "Template moved on",
  "not-opened": "Never opened",
  "stuck-in-flow": "Stuck in the flow",
  "cannot-tell": "Cause unknown",
};
