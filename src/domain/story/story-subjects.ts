/** Names for the objects of a story: "Government ID, attempt 2". */
import type { Link } from "@/domain/facts";
import type { StoryInput } from "@/domain/story/story-types";
import { kindOf, verificationKindLabel } from "@/domain/verification-kind";
import { groupVerifications } from "@/domain/verification-view";
import { readText } from "@/lib/read";
import { humanize } from "@/lib/words";

export type Subjects = { /** The words for an object in the middle of a story. */ nameOf(object: Link): string };

/** An attempt is numbered only where there are several of its kind. */
export function nameSubjects(input: StoryInput): Subjects {
  const names = new Map<string, string>();
  for (const group of groupVerifications(input.verifications ?? [])) {
    for (const { verification, number } of group.attempts) {
      const id = readText(verification.id);
      if (id !== undefined) names.set(id, group.attempts.length > 1 ? `${group.label}, attempt ${number}` : group.label);
    }
  }
  return { nameOf: (object) => names.get(object.id) ?? nameFromType(object.type) };
}

function nameFromType(type: string): string {
  const kind = kindOf(type);
  if (type.startsWith("verification/")) return verificationKindLabel(kind);
  if (type.startsWith("document/")) return kind === "government-id" ? "Picture of the ID" : "Document";
  if (type.startsWith("selfie")) return "Selfie picture";
  if (type.startsWith("report/")) return `${humanize(kind)} report`;
  return kind === "" ? "Object" : humanize(kind);
}
