/** Names for the objects of a story: "Government ID, attempt 2". */
import type { Link } from "@/domain/facts";
import { deviceLabel } from "@/domain/session-view";
import type { StoryInput } from "@/domain/story/story-types";
import { kindOf, verificationKindLabel } from "@/domain/verification-kind";
import { groupVerifications } from "@/domain/verification-view";
import { readText } from "@/lib/read";
import { humanize } from "@/lib/humanize";

export type Subjects = {
  /** The words for an object in the middle of a story. */
  nameOf(object: Link): string;
  /** What else there is to know about a happening (its name as in `story-words.ts`) of an object; null when nothing is. */
  noteOf(object: Link, happening: string): string | null;
};

/** An attempt is numbered only where there are several of its kind. */
export function nameSubjects(input: StoryInput): Subjects {
  const names = new Map<string, string>();
  const notes = new Map<string, string>();
  for (const group of groupVerifications(input.verifications ?? [])) {
    for (const { verification, number, failedRequired, sentence } of group.attempts) {
      const id = readText(verification.id) ?? "";
      names.set(id, group.attempts.length > 1 ? `${group.label}, attempt ${number}` : group.label);
      if (failedRequired.length > 0) notes.set(`${id} verification.failed`, sentence);
    }
  }
  for (const session of input.sessions ?? []) {
    notes.set(`${readText(session.id) ?? ""} inquiry-session.started`, `On ${deviceLabel(session)}.`);
  }
  for (const report of input.reports ?? []) {
    if (typeof report.hasMatch === "boolean") {
      notes.set(`${readText(report.id) ?? ""} report.ready`, report.hasMatch ? "It has a match." : "No match.");
    }
  }
  return {
    nameOf: (object) => names.get(object.id) ?? nameFromType(object.type),
    noteOf: (object, happening) => notes.get(`${object.id} ${happening}`) ?? null,
  };
}

function nameFromType(type: string): string {
  const kind = kindOf(type);
  if (type.startsWith("verification/")) return verificationKindLabel(kind);
  if (type.startsWith("document/")) return kind === "government-id" ? "Picture of the ID" : "Document";
  if (type.startsWith("selfie")) return "Selfie picture";
  if (type.startsWith("report/")) return `${humanize(kind)} report`;
  return kind === "" ? "Object" : humanize(kind);
}
