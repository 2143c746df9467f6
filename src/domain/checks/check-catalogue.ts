/** Every publicly documented check in plain words; what nobody has documented is put into words from its own name. */
import { businessWebsiteChecks } from "@/domain/checks/business-website-checks";
import { describeCheckCategory, type CheckCategory } from "@/domain/checks/check-category";
import type { CheckEntry } from "@/domain/checks/check-entry";
import { describeMetadata, type CheckFact } from "@/domain/checks/check-metadata";
import { contactChecks } from "@/domain/checks/contact-checks";
import { databaseChecks } from "@/domain/checks/database-checks";
import { documentChecks } from "@/domain/checks/document-checks";
import { governmentIdChecks } from "@/domain/checks/government-id-checks";
import { governmentIdFraudChecks } from "@/domain/checks/government-id-fraud-checks";
import { selfieChecks } from "@/domain/checks/selfie-checks";
import type { CheckFacts } from "@/domain/facts";
import type { StatusMeaning } from "@/domain/status-meaning";
import { describeCheckStatus, describeRequirement } from "@/domain/verification-status";
import { displayLine } from "@/lib/display-text";
import { readText, readTexts } from "@/lib/read";
import { humanize } from "@/lib/humanize";

const catalogue = new Map<string, CheckEntry>(
  [governmentIdChecks, governmentIdFraudChecks, selfieChecks, databaseChecks, documentChecks, contactChecks, businessWebsiteChecks].flatMap(
    (entries) => Object.entries(entries),
  ),
);

type CheckReason = {
  /** Persona's code, made safe to show. */ readonly code: string;
  readonly known: boolean;
  readonly sentence: string;
};

export type CheckExplanation = {
  /** Persona's name of the check, made safe to show. */
  readonly slug: string;
  readonly known: boolean;
  readonly label: string;
  /** Persona's own where the check tells it, else what the catalogue knows. */
  readonly category: CheckCategory;
  readonly biometric: boolean;
  readonly status: StatusMeaning;
  readonly requirement: StatusMeaning;
  /** What the check looks at. */
  readonly meaning: string;
  /** What this outcome says, in one sentence. */
  readonly sentence: string;
  readonly reasons: readonly CheckReason[];
  /** What the user can do about it; null unless it failed and something helps. */
  readonly remedy: string | null;
  /** What `metadata` tells, put into words. */
  readonly facts: readonly CheckFact[];
};

/** The names of the checks the catalogue explains. */
export const documentedChecks: readonly string[] = [...catalogue.keys()];

/** One check of one verification in plain words. Never throws, whatever the check holds. */
export function explainCheck(check: CheckFacts): CheckExplanation {
  const name = readText(check.name) ?? "";
  const entry = catalogue.get(name);
  const status = describeCheckStatus(check.status);
  return {
    slug: displayLine(name, 80),
    known: entry !== undefined,
    label: entry?.label ?? unknownLabel(name),
    category: describeCheckCategory(readText(check.category) ?? entry?.category),
    biometric: entry?.biometric ?? false,
    status,
    requirement: describeRequirement(check.requirement),
    meaning: entry?.meaning ?? "Persona publishes no description of this check.",
    sentence: status.status === "failed" && entry ? entry.failed : status.sentence,
    reasons: readTexts(check.reasons)
      .slice(0, 20)
      .map((code) => explainReason(code, entry)),
    remedy: status.status === "failed" ? (entry?.remedy ?? null) : null,
    facts: describeMetadata(check.metadata),
  };
}

function explainReason(code: string, entry: CheckEntry | undefined): CheckReason {
  const known = entry?.reasons && Object.hasOwn(entry.reasons, code) ? entry.reasons[code] : undefined;
  return { code: displayLine(code, 80), known: known !== undefined, sentence: known ?? `${humanize(code)}.` };
}

/** `id_new_thing_detection` → "New thing": the kind before it and the word after it are said by where it stands. */
function unknownLabel(name: string): string {
  if (name === "") return "Unnamed check";
  const core = name.replace(/^(id|selfie|database|document)_/, "").replace(/_detection$/, "");
  return humanize(core === "" ? name : core);
}
