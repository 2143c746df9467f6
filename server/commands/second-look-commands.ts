import { randomUUID } from "node:crypto";
import type { AnsweredSecondLook, SecondLook, SecondLookAnswerRequest, SecondLookRequest } from "@/api/generated/desk/types.gen";
import { capability } from "@/domain/capability";
import { personActor } from "../audit/audit-actor";
import type { SignedIn } from "../http/context";
import { conflict, DeskError, notFound } from "../http/desk-error";
import type { InquiryStates } from "../persona/inquiry-states";
import { mayAnswer, secondLookFor, type SecondLookRow } from "../second-looks/second-look-row";
import type { SecondLooks } from "../second-looks/second-look-store";
import type { Settings } from "../settings/settings";
import { valuesOf } from "../settings/setting-values-of";
import { considered, said } from "./decision-policy";
import { decisionFor } from "./decision-row";
import type { DecisionStore } from "./decision-store";
import { inTheWay, lookInTheWay, lookIsOver } from "./decision-words";
import type { Decisions } from "./decisions";

type Asking = { readonly request: SecondLookRequest; readonly person: SignedIn; readonly requestId: string };
type Answering = {
  readonly id: string;
  readonly request: SecondLookAnswerRequest;
  readonly person: SignedIn;
  readonly requestId: string;
};

export type SecondLookCommands = ReturnType<typeof createSecondLookCommands>;

/** Second looks as people ask for them and answer them. What two people agree on is taken like every decision. */
export function createSecondLookCommands(deps: {
  readonly looks: SecondLooks;
  readonly decisionStore: Pick<DecisionStore, "openOn" | "get">;
  readonly decisions: Pick<Decisions, "take">;
  readonly inquiryStates: Pick<InquiryStates, "get">;
  readonly settings: Pick<Settings, "all">;
  readonly now: () => number;
}) {
  const { looks, decisionStore, decisions, inquiryStates, settings, now } = deps;

  const over = (row: SecondLookRow, person: SignedIn) => conflict(lookIsOver(row.state), { secondLook: secondLookFor(row, person) });

  async function found(id: string): Promise<SecondLookRow> {
    const row = await looks.get(id);
    if (row === undefined) throw notFound();
    return row;
  }

  /** What came of it, for who has answered so. @throws DeskError 409 for anybody and anything else */
  async function answered(row: SecondLookRow, { request, person }: Answering): Promise<AnsweredSecondLook> {
    if (row.answerBy?.id !== person.user.id || row.answerAction !== request.action) throw over(row, person);
    const decision = row.decisionId === null ? undefined : await decisionStore.get(row.decisionId);
    return { secondLook: secondLookFor(row, person), decision: decision === undefined ? null : decisionFor(decision, person) };
  }

  return {
    /**
     * @returns the one that is open now; `isNew` unless the person had asked for the same before
     * @throws DeskError 400 where it lacks what the company demands, 404 for an inquiry that the desk does not know, 409
     */
    async ask({ request, person, requestId }: Asking): Promise<{ readonly isNew: boolean; readonly secondLook: SecondLook }> {
      const { inquiryId, action } = request;
      const [{ decisionReasons }, known] = await Promise.all([settings.all().then(valuesOf), inquiryStates.get(inquiryId)]);
      const { chosen, comment } = said(request, decisionReasons);
      if (known === undefined) throw notFound();
      const facts = { status: known.status, redactedAt: known.redacted ? "redacted" : null };
      const allowed = capability(action, facts, { role: person.role, permissions: ["inquiry.write"] });
      if (!allowed.allowed) throw conflict(allowed.reason);
      let blocking: Error | undefined;
      const taken = await looks.ask(
        {
          id: `look_${randomUUID().replaceAll("-", "")}`,
          inquiryId,
          action,
          reasons: chosen.map(({ id, label }) => ({ id, label })),
          comment,
          note: request.note === null || request.note.trim() === "" ? null : request.note.trim(),
          by: personActor(person),
          requestId,
        },
        async (transaction) => {
          const other = await decisionStore.openOn(inquiryId, transaction);
          if (other !== undefined) blocking = conflict(inTheWay(other, person, now()));
          return other === undefined;
        },
      );
      if (taken === undefined) throw blocking ?? notFound();
      const { isNew, row } = taken;
      if (!isNew && (row.by.id !== person.user.id || row.action !== action)) {
        throw conflict(lookInTheWay(row, person), { secondLook: secondLookFor(row, person) });
      }
      return { isNew, secondLook: secondLookFor(row, person) };
    },

    /**
     * Says what a second person would decide. Where that is the same it is taken, with the answer or not at all.
     * @throws DeskError 400 and 422 as a decision does, whether or not both say the same; 404; 409 where it is not open
     */
    async answer(asked: Answering): Promise<AnsweredSecondLook> {
      const { id, request, person, requestId } = asked;
      const row = await found(id);
      if (!mayAnswer(row, person)) return answered(row, asked);
      const { action, reasonIds, comment, seen, holdSeconds } = request;
      // before anything tells whether both say the same
      const policy = considered(request, await settings.all().then(valuesOf));
      const opinion = { action, reasons: policy.reasons, comment: policy.comment, by: personActor(person) };
      if (action === row.action) {
        const taking = decisions.take({
          request: { inquiryId: row.inquiryId, action, reasonIds, comment, seen, ...(holdSeconds !== undefined && { holdSeconds }) },
          // it can be answered once
          key: `second-look/${id}`,
          person,
          requestId,
          answering: async (decision, transaction) => {
            const told = await looks.answer(id, opinion, { decisionId: decision.id, requestId }, transaction);
            if (told === undefined) throw over((await looks.get(id, transaction)) ?? row, person);
            return told;
          },
        });
        await taking.catch(async (error: unknown) => {
          // somebody else has answered at the same moment: then it is that which is in the way
          if (!(error instanceof DeskError) || error.status !== 409 || (await found(id)).state === "open") throw error;
        });
      } else if (!(await looks.differ(id, opinion, requestId))) {
        return answered(await found(id), asked);
      }
      return answered(await found(id), asked);
    },

    /** Takes one's own back. @throws DeskError 404 for somebody else's, 409 once it is not open */
    async takeBack(id: string, person: SignedIn, requestId: string): Promise<SecondLook> {
      const row = await found(id);
      if (row.by.id !== person.user.id) throw notFound();
      const taken = await looks.takeBack(id, personActor(person), requestId);
      if (taken !== undefined) return secondLookFor(taken, person);
      const after = await found(id);
      if (after.state === "taken-back") return secondLookFor(after, person);
      throw over(after, person);
    },
  };
}
