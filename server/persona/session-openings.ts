import { scannedFrom } from "@/domain/access/scanner-finding";
import type { SessionFacts } from "@/domain/facts";
import { readTime } from "@/lib/read";
import type { OpenedSession } from "../links/link-use";
import { readSession, relatedId } from "./resources/read-document";
import type { Resource } from "./resources/schemas";

/** The opened sessions among the resources of one answer or event, each judged beside the others of its inquiry. */
export function openedSessionsIn(resources: readonly Resource[]): OpenedSession[] {
  const opened = resources.flatMap((resource) => {
    const session = resource.type === "inquiry-session" ? readSession(resource).value : undefined;
    const inquiryId = session && relatedId(session, "inquiry");
    const [madeAt, openedAt] = [readTime(session?.attributes.createdAt), readTime(session?.attributes.startedAt)];
    if (session === undefined || inquiryId === undefined || madeAt === undefined || openedAt === undefined) return [];
    const facts: SessionFacts = session.attributes;
    return [{ inquiryId, madeAt, openedAt, facts }];
  });
  return opened.map(({ facts, ...session }) => {
    const earlier = opened.filter((other) => other.inquiryId === session.inquiryId && other.openedAt < session.openedAt);
    const place = scannedFrom(
      facts,
      earlier.map((other) => other.facts),
    );
    return { ...session, likeScanner: place !== undefined };
  });
}
