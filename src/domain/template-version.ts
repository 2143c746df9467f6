/**
 * Whether the template has moved on since an inquiry was made. Persona docs, "Inquiry template versions": an inquiry stays on the version
 * that was live when it was created; where that is no longer the latest published one, a new inquiry is advised over a resume.
 */
import { linkOf, type InquiryFacts, type TemplateFacts } from "@/domain/facts";
import { readProperty } from "@/lib/read";

/**
 * - `current`: pinned to the latest published version;
 * - `moved on`: a later version was published since;
 * - `unpublished`: the template has no published version;
 * - `legacy`: made from a template of the old kind, which has no versions;
 * - `unknown`: the template was not fetched, or Persona sent no version.
 */
type VersionState = "current" | "moved on" | "unpublished" | "legacy" | "unknown";

export type TemplateVersionVerdict = {
  readonly state: VersionState;
  readonly pinnedVersionId?: string;
  readonly latestVersionId?: string;
  /** False when the template was switched off; null when that is not known. */
  readonly active: boolean | null;
  /** What to say before the user is let back in; null when there is nothing to say. */
  readonly warning: string | null;
};

const warnings: Record<VersionState, string | null> = {
  current: null,
  "moved on":
    "The template has a newer version than the one this inquiry runs on. Resumed, the user continues on the old one; Persona advises a new inquiry instead.",
  unpublished: "The template has no published version, so nobody can begin a new inquiry from it.",
  legacy: "This inquiry was made from a legacy template, which Persona no longer develops.",
  unknown: null,
};
const inactive = "The template is inactive: links may be refused until its owner activates it again.";

/** Compares the version an inquiry runs on with the latest published one of its template (`include=inquiry-template`). */
export function templateVersionVerdict(inquiry: InquiryFacts, template: TemplateFacts | null | undefined): TemplateVersionVerdict {
  const pinnedVersionId = linkOf(inquiry, "inquiryTemplateVersion")?.id;
  const latestVersionId = linkOf(template, "latestPublishedVersion")?.id;
  const state = versionState(inquiry, template, pinnedVersionId, latestVersionId);
  const active = typeof template?.status === "string" ? template.status === "active" : null;
  const parts = [active === false ? inactive : null, warnings[state]].filter((part) => part !== null);
  return { state, pinnedVersionId, latestVersionId, active, warning: parts.length === 0 ? null : parts.join(" ") };
}

function versionState(
  inquiry: InquiryFacts,
  template: TemplateFacts | null | undefined,
  pinned: string | undefined,
  latest: string | undefined,
): VersionState {
  if (linkOf(inquiry, "template") && !linkOf(inquiry, "inquiryTemplate")) return "legacy";
  if (!template) return "unknown";
  if (latest === undefined) return readProperty(template.links, "latestPublishedVersion") === null ? "unpublished" : "unknown";
  if (pinned === undefined) return "unknown";
  return pinned === latest ? "current" : "moved on";
}
