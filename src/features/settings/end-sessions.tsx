import { useMutation } from "@tanstack/react-query";
import type { PersonSession } from "@/api/generated/desk/types.gen";
import { endSessionsMutation } from "@/api/sessions/writes";
import { FailurePanel } from "@/components/failure-panel";
import { displayValue } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Time } from "@/ui/time";
import type { SignedInPerson } from "./sessions-by-person";

export type SessionsToEnd = {
  /** "your", "Théo’s". */
  readonly whose: string;
  readonly person: SignedInPerson;
  /** All of the person's when undefined. */
  readonly session: PersonSession | undefined;
};

type EndSessionsProps = {
  sessions: SessionsToEnd;
  /** Nothing was ended. */
  onClose: () => void;
  onEnded: () => void;
};

/** Asks before somebody is signed out, and says what comes of it. */
export function EndSessions({ sessions: { whose, person, session }, onClose, onEnded }: EndSessionsProps) {
  const end = useMutation({ ...endSessionsMutation(), onSuccess: onEnded });
  const count = person.sessions.length;
  return (
    <Dialog
      open
      onClose={onClose}
      title={session ? `End ${whose} session?` : `End all of ${whose} sessions?`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Keep {session ? "it" : "them"}
          </Button>
          <Button
            variant="danger"
            busy={end.isPending}
            onClick={() => end.mutate(session ? { sessionId: session.id } : { personId: person.user.id })}
          >
            {session ? "End the session" : `End ${count} sessions`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-sm">
        {session && (
          <p>
            {displayValue(session.browser, "Unknown browser", 60)}, from {displayValue(session.address, "an address not known", 60)}, last
            active <Time value={session.lastActiveAt} />.
          </p>
        )}
        <p>{session ? "That browser is" : "Those browsers are"} signed out at once. What was typed there and not sent stays unsent.</p>
        {!person.self && (
          <p className="text-ink-muted">They can sign in again. To keep them out, take away their role at your identity provider.</p>
        )}
        {end.isError && <FailurePanel error={end.error} during="write" headingLevel={3} />}
      </div>
    </Dialog>
  );
}
