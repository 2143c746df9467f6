import type { PersonaCaller } from "./caller";
import { CallFailure } from "./call-failure";
import type { Clock } from "./clock";
import { heedsKey } from "./match-operation";
import { jsonOf, type PersonaAnswer } from "./persona-answer";
import { readDocument, readInquiry } from "./resources/read-document";
import { refusalIn } from "./write-outcome";
import type { DueWrite } from "./write-ledger";
import { meantEvent, meantStatus, seenOf, showsInRead } from "./write-meaning";
import type { WriteRecord } from "./write-record";
import type { WriteSending } from "./write-sending";
import { eventsQuery, toldByEvents } from "./write-story";
import { verdictOf } from "./write-verdict";

type WriteResolutionDeps = {
  readonly caller: Pick<PersonaCaller, "call">;
  readonly record: WriteRecord;
  readonly sending: WriteSending;
  readonly clock: Clock;
};

/** Persona remembers a key for 24 hours; after that the same key would act anew. */
export const keyLifeMs = 23 * 60 * 60_000;
/** Longer than Persona may still work on a call after the desk has stopped waiting for its answer. */
const finishedAfterMs = 120_000;
/** The same for a call that Persona answered with a failure: an earlier attempt may still be under way, and a gateway may have given the answer. */
const failedAfterMs = 10_000;

/** What the desk needs to see, and nothing personal. */
const fields = ["status", "reference-id", "created-at", "updated-at", "started-at", "completed-at", "failed-at"]
  .concat(["marked-for-review-at", "decisioned-at", "expired-at", "redacted-at"])
  .join(",");
const readQuery = `${encodeURIComponent("fields[inquiry]")}=${fields}`;

/** What was found out, and how. */
type Found = {
  readonly seen: "done" | "not done";
  readonly how: string;
};

/**
 * Finds out what became of a write whose answer is missing: what webhooks told; the answer Persona keeps under the key; what a read of the
 * inquiry shows; what Persona's list of events tells. What can't be found out now is looked into again later, until Persona has forgotten
 * the key; then the log says that nobody can tell.
 */
export function createWriteResolution({ caller, record, sending, clock }: WriteResolutionDeps) {
  const quietMs = ({ triedAt }: DueWrite) => clock.now() - triedAt;
  const isLongAgo = (due: DueWrite) => quietMs(due) > finishedAfterMs;

  /** What the inquiry itself shows. @param isFinished Persona is certainly no longer working on the call */
  async function lookAt({ row, matched, overtaken }: DueWrite, isFinished: boolean): Promise<Found["seen"] | undefined> {
    if (row.subject === null || !showsInRead(row)) return undefined;
    const query = row.operation === "updateAnInquiry" ? "" : readQuery;
    const answer = await caller.call({
      operation: "retrieveAnInquiry",
      path: `/inquiries/${row.subject.id}`,
      query,
      asker: row.actor.id,
      priority: "background",
    });
    if (answer.status >= 300) return undefined;
    const [resource] = readDocument(jsonOf(answer)).value?.data ?? [];
    const attributes = resource && readInquiry(resource).value?.attributes;
    const seen = attributes && seenOf(row, attributes);
    // a later write may have overwritten what would show this one
    if (seen === "not done") return isFinished && !overtaken ? seen : undefined;
    return matched ? undefined : seen;
  }

  /** What its events tell, whatever happened to the inquiry since. Where two people did the same, events don't say which of them. */
  async function readStory({ row, matched }: DueWrite, isFinished: boolean): Promise<Found["seen"] | undefined> {
    const event = meantEvent(row.operation);
    if (row.subject === null || event === undefined || matched) return undefined;
    const query = eventsQuery(event, row.subject.id);
    const answer = await caller.call({ operation: "listAllEvents", path: "/events", query, asker: row.actor.id, priority: "background" });
    const told = toldByEvents(row, event, answer);
    return told === "not done" && !isFinished ? undefined : told;
  }

  async function findOut(due: DueWrite, isFinished: boolean): Promise<Found | undefined> {
    const seen = await lookAt(due, isFinished);
    if (seen !== undefined) return { seen, how: "Seen by reading the inquiry" };
    // an event may come a little after what it tells of
    const told = await readStory(due, isFinished && isLongAgo(due));
    return told && { seen: told, how: "Seen by reading the inquiry's events" };
  }

  /** Persona's answer under the key, or none where asking for it could act anew against what happened since. */
  async function askAgain({ row, outcome, overtaken }: DueWrite): Promise<PersonaAnswer | undefined> {
    if (overtaken || !heedsKey(row.operation) || isBodyUnkept(row)) return undefined;
    return sending.call(row, outcome === "unknown" ? { priority: "background" } : {});
  }

  return async function resolve(due: DueWrite): Promise<void> {
    const { row, matched, told } = due;
    const ending = { row, recovered: true };
    const isTooLate = clock.now() - row.createdAt > keyLifeMs;
    if (told && !matched) return void (await record.found(ending, "done", "Persona's webhook told of it", meantStatus(row.operation)));
    try {
      const answer = isTooLate ? undefined : await askAgain(due);
      if (answer !== undefined && verdictOf(row.operation, answer, true).outcome !== "unknown") {
        return void (await record.answered(ending, answer, true));
      }
      const isFinished = answer === undefined ? isLongAgo(due) : hasFinished(answer) && quietMs(due) > failedAfterMs;
      const { seen, how } = (await findOut(due, isFinished)) ?? {};
      if (seen === "done" && how) return void (await record.found(ending, "done", how, meantStatus(row.operation)));
      if (seen === "not done" && how) return void (await record.found(ending, "failed", how, null));
      await record.unanswered(ending, "unknown", whyOpen(due, isTooLate, answer), isTooLate);
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      await record.unanswered(ending, "unknown", error.message, isTooLate);
    }
  };
}

/** Whether what was sent is known to who meant it alone: nothing is created without a body. */
const isBodyUnkept = ({ operation, body }: DueWrite["row"]) => operation === "createAnInquiry" && body === null;

/** Whether it looks as if Persona itself failed: it keeps that answer under the key, and won't work on the call again. */
const hasFinished = (answer: PersonaAnswer) => answer.status === 500 && refusalIn(jsonOf(answer)) !== undefined;

function whyOpen({ overtaken, row }: DueWrite, isTooLate: boolean, answer: PersonaAnswer | undefined): string {
  if (overtaken) return "Somebody acted on it since, so it was not sent again";
  if (isTooLate) return "Found too late to be sent again";
  if (isBodyUnkept(row)) return "What was sent is not kept, so only who meant it can find out";
  if (answer === undefined) return "No key protects it, so it was not sent again";
  return verdictOf(row.operation, answer, true).why ?? `HTTP ${answer.status}`;
}
