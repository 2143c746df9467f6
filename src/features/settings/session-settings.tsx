import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import type { DeskSession } from "@/api/models";
import { sessionsQuery } from "@/api/sessions/queries";
import { FailurePanel } from "@/components/failure-panel";
import { sessionsScope } from "@/domain/desk-capability";
import { count } from "@/lib/words";
import { Section } from "@/ui/section";
import { SkeletonLines } from "@/ui/skeleton";
import { EndSessions, type SessionsToEnd } from "./end-sessions";
import { SessionPerson } from "./session-person";
import { sessionsByPerson } from "./sessions-by-person";
import { useAskingDialog } from "./use-asking-dialog";

/** Who is signed in, since when and from where: everybody for admins, oneself for others. */
export function SessionSettings({ session }: { session: DeskSession | undefined }) {
  const sessions = useQuery(sessionsQuery());
  const ending = useAskingDialog<SessionsToEnd>();
  const list = useRef<HTMLUListElement>(null);
  if (!session) return <SkeletonLines count={6} />;
  const everybody = sessionsScope(session) === "everybody";
  const people = sessionsByPerson(sessions.data ?? []);
  const howMany = count(sessions.data?.length ?? 0, "session");
  return (
    <Section
      title={everybody ? "People and sessions" : "Your sessions"}
      aside={sessions.data && (everybody ? `${count(people.length, "person", "people")}, ${howMany}` : howMany)}
      description={
        everybody
          ? "Who is signed in, since when and from where. Ending a session signs that browser out at once."
          : "Where you are signed in. End any session you don't recognize, and tell an admin."
      }
      flush
    >
      {sessions.isError ? (
        <div className="p-4">
          <FailurePanel error={sessions.error} headingLevel={3} onRetry={() => void sessions.refetch()} />
        </div>
      ) : sessions.data === undefined ? (
        <div className="p-4" aria-busy="true">
          <SkeletonLines count={4} />
        </div>
      ) : (
        <ul
          ref={list}
          tabIndex={-1}
          aria-label={everybody ? "People who are signed in" : "Your sessions"}
          className="outline-none [&>li:not(:last-child)]:border-b [&>li]:border-line"
        >
          {people.map((person) => (
            <SessionPerson key={person.user.id} person={person} onEnd={ending.ask} />
          ))}
        </ul>
      )}
      {ending.subject && (
        <EndSessions
          sessions={ending.subject}
          onClose={() => ending.close()}
          // the button that asked is gone once the session is
          onEnded={() => ending.close(list.current)}
        />
      )}
    </Section>
  );
}
