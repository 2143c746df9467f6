import type { Standing } from "@/api/generated/partner/types.gen";
import { bySettled, countingInquiry } from "@/domain/counting-inquiry";
import type { InquiryFacts } from "@/domain/facts";
import { referenceKey } from "@/domain/reference-id";
import { groupBy } from "@/lib/group-by";
import { timestamp } from "../db/sql-time";
import { DeskError } from "../http/desk-error";
import type { PersonaCaller } from "../persona/caller";
import { type InquiryObservation, observeInquiry } from "../persona/inquiry-observation";
import type { InquiryState, InquiryStates } from "../persona/inquiry-states";
import { jsonOf } from "../persona/persona-answer";
import { readWholePage, relatedId } from "../persona/resources/read-document";
import type { Resource } from "../persona/resources/schemas";
import type { StandingReads } from "./standing-reads";

export type StandingDeps = {
  readonly inquiryStates: Pick<InquiryStates, "noteMany" | "ofReferenceId">;
  readonly reads: StandingReads;
  readonly persona: Pick<PersonaCaller, "call">;
  readonly now: () => number;
};

/** How long what was heard counts as confirmed, ms: webhooks may be late or lost. */
const freshMs = 15 * 60_000;
/** By how much the clocks of Persona and of the desk's instances may differ, ms. */
const skewMs = 60_000;
/** How long a caller waits for Persona's answer, ms. */
const patienceMs = 10_000;
const pageSize = 100;
/** What standing needs, and nothing personal. */
const attributes = [
  "status",
  "reference-id",
  "created-at",
  "updated-at",
  "started-at",
  "completed-at",
  "failed-at",
  "marked-for-review-at",
  "decisioned-at",
  "expired-at",
  "redacted-at",
].join(",");

/** Where people stand by what webhooks told, read anew where that is missing or old. */
export function createStandings({ inquiryStates, reads, persona, now }: StandingDeps) {
  /** News of one inquiry says nothing of the others. */
  const isFresh = (readAt: number, states: readonly InquiryState[]): boolean => {
    const since = now() - freshMs;
    return readAt >= since || (states.length > 0 && states.every((state) => state.observedAt >= since));
  };

  /** What is known, without what the last whole reading no longer held: it may be somebody else's by now. */
  const knownOf = async (referenceId: string, readAt: number) =>
    (await inquiryStates.ofReferenceId(referenceId)).filter((state) => state.observedAt >= readAt - skewMs);

  /** Reads all inquiries of the reference ID. @returns as of when, ms @throws when Persona can't be asked or refuses, or an answer can't be read wholly */
  async function repair(referenceId: string, asker: string): Promise<number> {
    const signal = AbortSignal.timeout(patienceMs);
    const readAt = now();
    const cursors = new Set<string | undefined>();
    let after: string | undefined;
    let hasNext = true;
    // to the end, be it long: the oldest may be the one that was decided
    while (hasNext) {
      const query = listQuery(referenceId, after);
      const answer = await persona.call({
        operation: "listAllInquiries",
        asker,
        path: "/inquiries",
        query,
        priority: "background",
        signal,
      });
      if (answer.status !== 200) throw new Error(`Persona answered ${answer.status}`);
      const read = readWholePage(jsonOf(answer));
      if (read === undefined) throw new Error("Persona's answer can't be read");
      const observations = read.resources.map((resource) => observed(resource, readAt));
      // a filter that was not understood is no reading of this one
      if (observations.some((one) => referenceKey(one.referenceId ?? "") !== referenceKey(referenceId))) {
        throw new Error("Persona answered with others' inquiries");
      }
      await inquiryStates.noteMany(observations);
      cursors.add(after);
      after = read.resources.at(-1)?.id;
      if (read.hasNext && (after === undefined || cursors.has(after))) throw new Error("Persona's pages lead nowhere");
      hasNext = read.hasNext;
    }
    await reads.note(referenceId, readAt);
    return readAt;
  }

  return {
    /**
     * The inquiry that counts per template, with all decided ones beside it, the most recent first; the rule is the one the desk's screens go by.
     * @param asker the ID of the token that asks
     * @throws DeskError 503 when they were never read to their end and Persona can't be asked
     */
    async of(referenceId: string, asker: string): Promise<Standing[]> {
      // Webhooks tell of what happened since they were set up, and a reading may have stopped half way: without a whole one there may be more.
      const lastAt = await reads.last(referenceId);
      const known = lastAt === undefined ? [] : await knownOf(referenceId, lastAt);
      if (lastAt !== undefined && isFresh(lastAt, known)) return standingsOf(known);
      let readAt: number;
      try {
        readAt = await repair(referenceId, asker);
      } catch {
        // Old news with its date is better than none.
        if (known.length > 0) return standingsOf(known);
        throw new DeskError(503, "Nothing is known yet", "Persona can't be asked at the moment.", { headers: { "Retry-After": "30" } });
      }
      return standingsOf(await knownOf(referenceId, readAt));
    },
  };
}

/** @throws where it can't be read: an inquiry that is passed over would be taken for one that is not there */
function observed(resource: Resource, readAt: number): InquiryObservation {
  const { value } = observeInquiry(resource, "read", readAt);
  if (value === undefined || !namesTemplate(resource)) throw new Error("An inquiry in Persona's answer can't be read");
  return value;
}

/** Of today's kind or a legacy one. One that can't be read would take an inquiry, be it declined, away from the others of its template. */
const namesTemplate = (resource: Resource): boolean =>
  ["inquiryTemplate", "template"].some((name) => relatedId(resource, name) !== undefined);

/** A page of a person's inquiries, without personal data. */
function listQuery(referenceId: string, after: string | undefined): string {
  const parts = [
    ["filter[reference-id]", referenceId],
    ["page[size]", String(pageSize)],
    ["fields[inquiry]", attributes],
    ...(after === undefined ? [] : [["page[after]", after]]),
  ];
  return parts.map((part) => part.map(encodeURIComponent).join("=")).join("&");
}

function standingsOf(states: readonly InquiryState[]): Standing[] {
  return [...groupBy(states, (state) => state.inquiryTemplateId)].flatMap(([, members]) => {
    const facts = members.map((state) => ({ state, ...factsOf(state) }));
    // Nothing counts when all are redacted; the newest still tells what became of it.
    const counting = (countingInquiry(facts) ?? facts[0])?.state;
    return counting
      ? [
          standingOf(
            counting,
            facts.toSorted(bySettled).map(({ state }) => state),
          ),
        ]
      : [];
  });
}

/** What the rule asks of an inquiry. Of its times only that of its status is known, and no other is looked at. */
function factsOf({ status, createdAt, statusSince, redacted, updatedAt }: InquiryState): InquiryFacts {
  const since = isoOrNull(statusSince);
  return {
    status,
    createdAt: isoOrNull(createdAt),
    startedAt: since,
    completedAt: since,
    failedAt: since,
    markedForReviewAt: since,
    decisionedAt: since,
    expiredAt: since,
    // the rule asks only whether there is one
    redactedAt: redacted ? timestamp(updatedAt) : null,
  };
}

/** @param members of the template, the latest first by the rule */
function standingOf(state: InquiryState, members: readonly InquiryState[]): Standing {
  const decided = members.filter(({ status }) => status === "approved" || status === "declined");
  return {
    inquiryTemplateId: state.inquiryTemplateId,
    inquiryId: state.inquiryId,
    status: state.status,
    redacted: state.redacted,
    statusSince: isoOrNull(state.statusSince),
    observedAt: timestamp(state.observedAt),
    decidedInquiries: decided.map(({ inquiryId, status, statusSince, redacted }) => ({
      inquiryId,
      status,
      decidedAt: isoOrNull(statusSince),
      redacted,
    })),
  };
}

const isoOrNull = (ms: number | null) => (ms === null ? null : timestamp(ms));
