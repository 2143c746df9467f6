import MonitorIcon from "lucide-react/icons/monitor";
import type { PersonSession } from "@/api/generated/desk/types.gen";
import { roleLabel } from "@/domain/viewer";
import { displayLine, displayValue } from "@/lib/display-text";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Time } from "@/ui/time";
import type { SessionsToEnd } from "./end-sessions";
import type { SignedInPerson } from "./sessions-by-person";

/** Somebody who is signed in, with each browser they are signed in with. */
export function SessionPerson({ person, onEnd }: { person: SignedInPerson; onEnd: (sessions: SessionsToEnd) => void }) {
  const { user, role, self, sessions } = person;
  const name = displayValue(user.name, "Somebody", 60);
  const whose = self ? "your" : `${name}’s`;
  return (
    <li className="flex flex-col gap-2 px-4 py-3 text-sm">
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
        <bdi className="font-medium">{name}</bdi>
        {self && <span className="text-ink-muted">(you)</span>}
        <span className="text-ink-muted">{roleLabel({ role })}</span>
        <bdi className="min-w-0 text-xs break-all text-ink-muted">{displayLine(user.emailAddress, 80)}</bdi>
        {!self && sessions.length > 1 && (
          <Button size="small" className="ms-auto" onClick={() => onEnd({ whose, person, session: undefined })}>
            End all {sessions.length}
            <span className="sr-only"> sessions of {name}</span>
          </Button>
        )}
      </div>
      <ul aria-label={self ? "Your sessions" : `Sessions of ${name}`} className="flex flex-col gap-2">
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} whose={whose} onEnd={() => onEnd({ whose, person, session })} />
        ))}
      </ul>
    </li>
  );
}

function SessionLine({ session, whose, onEnd }: { session: PersonSession; whose: string; onEnd: () => void }) {
  const browser = displayValue(session.browser, "Unknown browser", 60);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span>{browser}</span>
          <span className="font-mono text-xs break-all text-ink-muted">{displayValue(session.address, "Address not known", 60)}</span>
          {session.current && (
            <Badge tone="blue" icon={MonitorIcon}>
              This one
            </Badge>
          )}
        </p>
        <p className="flex flex-wrap gap-x-3 text-xs text-ink-muted">
          <span>
            Signed in <Time value={session.signedInAt} />
          </span>
          <span>
            Last active <Time value={session.lastActiveAt} />
          </span>
        </p>
      </div>
      {!session.current && (
        <Button size="small" onClick={onEnd}>
          End
          <span className="sr-only">
            {" "}
            {whose} session, {browser}
          </span>
        </Button>
      )}
    </li>
  );
}
