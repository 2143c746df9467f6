import type { Answer } from "../http/answer";
import { hour } from "../world/core/time";
import type { Desk } from "./desk";
import { type NotedCall, operationId, referenceIdOf, targetOf } from "./noted-call";
import { actorOf } from "./person";

/** The reads that show an object to somebody who opened it. */
const openings: readonly string[] = ["retrieveAnInquiry", "retrieveAnAccount"];

/** Writes down that somebody opened an inquiry or a person: one entry a person, object and hour of the clock;
 * and each file that they fetched. */
export function notedOpening(desk: Desk, call: NotedCall, answer: Answer): { readonly answer: Answer; readonly journaled: boolean } {
  const { route, params, person, requestId, personaRequestId } = call;
  const subject = targetOf(params);
  const isFile = route.operation === "printAnInquiryPdf";
  if (answer.status !== 200 || subject === undefined || !(isFile || openings.includes(route.operation))) {
    return { answer, journaled: false };
  }
  const intent = `opened/${person.id}/${subject.id}/${Math.floor(desk.world.clock.now() / hour)}`;
  if (!isFile && desk.intents.has(intent)) return { answer, journaled: false };
  if (!isFile) desk.intents.add(intent);
  desk.note({
    action: operationId(route.operation),
    outcome: "done",
    actor: actorOf(person),
    subject,
    referenceId: isFile ? null : referenceIdOf(desk.world, subject),
    requestId,
    personaRequestId,
  });
  return { answer, journaled: true };
}
