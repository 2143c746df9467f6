/** Resumes: Persona has no event for them, so they are read out of what came after an expiry. */
import type { Moment, StoryInput } from "@/domain/story/story-types";
import { readText, readTime } from "@/lib/read";
import { second } from "@/lib/time";

/** Only an inquiry that is open again can do these after it expired. A decision does not count: an expired inquiry can be decided as it is. */
const signsOfLife =
  /\|(inquiry\.(started|transitioned|completed|failed)|inquiry-session\.(created|started)|verification\.(created|submitted))$/;
const openAgain: readonly string[] = ["pending", "completed", "failed"];

/** One moment per resume that must have happened. @param moments all others, sorted by time. */
export function inferResumes(moments: readonly Moment[], { inquiry, sessions }: StoryInput): Moment[] {
  const expiries = moments.filter((moment) => moment.key.endsWith("|inquiry.expired"));
  return expiries.flatMap((expiry, index) => {
    const nextExpiry = expiries[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const signs = moments
      .filter((moment) => moment.at > expiry.at && moment.at < nextExpiry && signsOfLife.test(moment.key))
      .map(({ at }) => at);
    const made = (sessions ?? [])
      .flatMap((session) => readTime(session.createdAt) ?? [])
      .filter((at) => at - expiry.at > second && at < nextExpiry);
    const first = Math.min(...signs, ...made);
    if (first !== Number.POSITIVE_INFINITY) {
      return [resume(inquiry.id, first, "Persona records no event for a resume. What followed shows that it was open again by then.")];
    }
    if (nextExpiry !== Number.POSITIVE_INFINITY) {
      return [
        resume(
          inquiry.id,
          expiry.at,
          "Persona records no event for a resume. It expired a second time, so it was resumed at some time in between.",
        ),
      ];
    }
    if (!openAgain.includes(inquiry.status ?? "")) return [];
    const changed = Math.max(expiry.at, readTime(inquiry.updatedAt) ?? expiry.at);
    return [
      resume(
        inquiry.id,
        changed,
        "Persona records no event for a resume. Its status shows that it happened; the time is that of its last change.",
      ),
    ];
  });
}

function resume(id: string | null | undefined, at: number, note: string): Moment {
  return {
    at,
    key: `${readText(id) ?? ""}|resumed`,
    actor: "not recorded",
    kind: "inquiry",
    tone: "blue",
    sentence: "The inquiry was resumed: it is pending again.",
    // Before the session it makes, after the expiry that made it necessary.
    rank: 0.5,
    refs: [],
    eventIds: [],
    source: "inferred",
    note,
    minor: false,
    repeatable: true,
    fold: null,
  };
}
