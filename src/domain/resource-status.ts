/** The statuses of what belongs to an inquiry besides verifications: sessions, documents, selfies, reports, templates. */
import { statusTable, type StatusMeaning } from "@/domain/status-meaning";

const sessions = statusTable("session", {
  new: ["New", "neutral", "user", "The session was made and nobody has opened it.", "It expires on its own."],
  active: ["Active", "blue", "user", "The user opened it. Whether the tab is still open is not recorded.", "It expires on its own."],
  expired: ["Expired", "amber", "none", "It can't be used any more. A later resume of the inquiry does not revive it."],
});

const captures = statusTable("capture", {
  initiated: ["Collecting", "neutral", "user", "The user has not finished capturing."],
  submitted: ["Processing", "blue", "workflow", "Persona is processing it.", "It ends as processed or errored."],
  processed: ["Processed", "green", "none", "Persona has processed it. Whether it was good enough is the verification's matter."],
  errored: ["Errored", "red", "none", "Persona could not process it."],
});

const reports = statusTable("report", {
  pending: ["Pending", "blue", "workflow", "The report is running.", "It becomes ready or errored."],
  ready: ["Ready", "green", "none", "The report has run. Whether it found something is its match, not its status."],
  errored: ["Errored", "red", "none", "The report could not run."],
});

const templates = statusTable("template", {
  active: ["Active", "green", "none", "Inquiries can be created from it."],
  inactive: ["Inactive", "amber", "none", "Nobody can begin an inquiry from it until it is activated again."],
});

const versions = statusTable("template version", {
  draft: ["Draft", "blue", "none", "It is being written. It reaches nobody until somebody publishes it."],
  published: ["Published", "neutral", "none", "It is locked. Inquiries that began on it stay on it; new ones take the live version."],
  live: ["Live", "green", "none", "New inquiries begin on it."],
});

/** Source: spec, inquiry session status: `new`, `active`, `expired`. */
export function describeSessionStatus(status: unknown): StatusMeaning {
  return sessions.describe(status);
}

/** The status of a document or a selfie. Source: spec: `initiated`, `submitted`, `processed`, `errored`. */
export function describeCaptureStatus(status: unknown): StatusMeaning {
  return captures.describe(status);
}

/** Source: spec, report status: `pending`, `ready`, `errored`. A ready report never goes back to pending. */
export function describeReportStatus(status: unknown): StatusMeaning {
  return reports.describe(status);
}

/** Source: spec, inquiry template status: `active`, `inactive`. */
export function describeTemplateStatus(status: unknown): StatusMeaning {
  return templates.describe(status);
}

/** Source: spec, inquiry template version status: `published`, `draft`. `live` is what `liveStatus` makes of the one that is live. */
export function describeVersionStatus(status: unknown): StatusMeaning {
  return versions.describe(status);
}

/** The status of a version with its `live` flag in it: Persona tells of both apart, and only a published one can be live. */
export const liveStatus = ({ status, live }: { readonly status: string; readonly live?: boolean | undefined }): string =>
  status === "published" && live === true ? "live" : status;
