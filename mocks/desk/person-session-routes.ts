import type { PersonSession } from "@/api/generated/desk/types.gen";
import { jsonAnswer, noContent } from "../http/answer";
import { notFound } from "../world/core/refusal";
import { iso } from "../world/core/time";
import { type DeskCall, deskRoute, noteDone, refusedAttempt } from "./desk-route";
import { userOf } from "./person";

export const personSessionRoutes = [
  deskRoute("list-sessions", "GET /sessions", (call) => jsonAnswer(200, { data: sessionsSeenBy(call) })),

  deskRoute("end-a-session", "DELETE /sessions/{sessionId}", (call) => {
    end(
      call,
      sessionsSeenBy(call).filter(({ id }) => id === call.path["sessionId"]),
    );
    return noContent;
  }),

  deskRoute("end-sessions-of-a-person", "DELETE /people/{personId}/sessions", (call) => {
    const personId = call.path["personId"] ?? "";
    if (call.person.role !== "admin" && personId !== call.person.id) {
      throw refusedAttempt(call, "end-session", { type: "person", id: personId }, "Only admins may end other people's sessions.");
    }
    end(
      call,
      sessionsSeenBy(call).filter(({ user }) => user.id === personId),
    );
    return noContent;
  }),
];

/** The most recently active first. Admins see everybody's, others their own. */
function sessionsSeenBy(call: DeskCall): PersonSession[] {
  const { desk, person } = call;
  return [currentSession(call), ...desk.sessions.values()]
    .filter(({ user }) => person.role === "admin" || user.id === person.id)
    .toSorted((a, b) => b.lastActiveAt.localeCompare(a.lastActiveAt));
}

function end(call: DeskCall, sessions: readonly PersonSession[]): void {
  const [first] = sessions;
  if (first === undefined) throw notFound();
  for (const { id } of sessions) call.desk.sessions.delete(id);
  call.desk.changed({ type: "session", id: first.id, related: [] });
  noteDone(call, "end-session", { type: "person", id: first.user.id }, { details: { sessions: sessions.length } });
  if (sessions.some(({ current }) => current)) call.life.role = undefined;
}

/** The caller's own session. */
const currentSession = ({ life, person }: DeskCall): PersonSession => ({
  id: `session_${life.session.startedAt.toString(36)}${person.role}`,
  user: userOf(person),
  role: person.role,
  signedInAt: iso(life.session.startedAt),
  lastActiveAt: iso(life.session.activeAt),
  address: "192.0.2.10",
  browser: "Chrome on Linux",
  current: true,
});
