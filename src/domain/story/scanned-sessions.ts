/** Which sessions of an inquiry look as if a program had opened them. */
import { scannedFrom } from "@/domain/access/scanner-finding";
import type { StoryInput } from "@/domain/story/story-types";
import { readText, readTime } from "@/lib/read";

/**
 * The IDs of the sessions that were opened as programs do it and in which nothing followed: no verification was begun until the next one
 * was opened. None where verifications were not read, since then nobody knows what followed.
 */
export function scannedSessions({ sessions, verifications }: StoryInput): ReadonlySet<string> {
  if (!sessions || !verifications) return new Set();
  const begun = verifications.flatMap(({ createdAt }) => readTime(createdAt) ?? []);
  const opened = sessions
    .flatMap((session) => {
      const [id, at] = [readText(session.id), readTime(session.startedAt)];
      return id === undefined || at === undefined ? [] : [{ id, at, session }];
    })
    .toSorted((one, other) => one.at - other.at);
  const scanned = opened.filter(({ at, session }, index) => {
    const next = opened[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const earlier = opened.slice(0, index).map((one) => one.session);
    return scannedFrom(session, earlier) !== undefined && !begun.some((time) => time >= at && time < next);
  });
  return new Set(scanned.map(({ id }) => id));
}
