import { describe, expect, it } from "vitest";
import type {
  AnsweredSecondLook,
  AuditEntry,
  Decision,
  DeskRole,
  IndexedInquiryList,
  InquirySeen,
  ReviewQueue,
  SecondLook,
  SecondLookAgreement,
  SecondLookList,
} from "@/api/generated/desk/types.gen";
import { commandCalls } from "./command-calls";
import type { DeskUnderTest } from "./desk-api-suite";
import { readDeskAnswer } from "./desk-validator";

const looks = "/desk/v1/second-looks";
const opinion = { reasonIds: ["other"], comment: "The photo was replaced." };
const reviewWaits = "filter[status]=needs_review&filter[redacted]=false&filter[second-look]=false";

type Row = {
  id: string;
  type: string;
  attributes: { status: string; updatedAt: string; redactedAt: string | null; hasMatch?: boolean };
  relationships: { reviewer?: { data: { id: string } | null } };
};

/**
 * What every server side of the desk does with second looks, whichever it is.
 * @param started a desk of a world with several inquiries in review, its index whole; nobody has done anything with these yet
 */
export function describeSecondLooks(name: string, started: () => Pick<DeskUnderTest, "fetch">): void {
  const body = async <T>(
    role: DeskRole,
    status: number,
    method: string,
    path: string,
    sent?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<T> => {
    const answer = await readDeskAnswer(method, path, await started().fetch(role, method, path, sent, headers));
    expect({ path, status: answer.status, problems: answer.problems }).toEqual({ path, status, problems: [] });
    return answer.body as T;
  };
  const { command, entriesOf } = commandCalls({ body });
  const oldest = async () =>
    (await body<IndexedInquiryList>("auditor", 200, "GET", `/desk/v1/inquiries?${reviewWaits}&sort=status-since`)).data[0]?.inquiryId ?? "";
  const seenOf = async (id: string): Promise<InquirySeen> => {
    const path = `/api/v1/inquiries/${id}?include=verifications,reports`;
    const { data, included = [] } = await body<{ data: Row; included?: Row[] }>("lead", 200, "GET", path);
    const of = (type: string) => included.filter((row) => row.type.split("/")[0] === type);
    return {
      status: data.attributes.status,
      updatedAt: data.attributes.updatedAt,
      redactedAt: data.attributes.redactedAt,
      reviewerId: data.relationships.reviewer?.data?.id ?? null,
      verifications: of("verification").map((row) => ({ id: row.id, status: row.attributes.status })),
      reports: of("report").map((row) => ({ id: row.id, status: row.attributes.status, hasMatch: row.attributes.hasMatch ?? null })),
    };
  };
  const ask = (role: DeskRole, inquiryId: string, more: object = {}, status = 201) =>
    command<SecondLook>(role, status, "POST", looks, { inquiryId, action: "decline", ...opinion, note: "Is the photo real?", ...more });
  const answer = async <T = AnsweredSecondLook>(role: DeskRole, { id, inquiryId }: SecondLook, more: object = {}, status = 200) =>
    command<T>(role, status, "POST", `${looks}/${id}/answer`, {
      action: "decline",
      ...opinion,
      seen: await seenOf(inquiryId),
      holdSeconds: 60,
      ...more,
    });
  const list = async (role: DeskRole, query: string) => (await body<SecondLookList>(role, 200, "GET", `${looks}?${query}`)).data;
  const takeBack = (role: DeskRole, { id }: SecondLook, status = 200) => command<SecondLook>(role, status, "DELETE", `${looks}/${id}`);
  const queue = (role: DeskRole) => body<ReviewQueue>(role, 200, "GET", "/desk/v1/review-queue");
  const agreement = () => body<SecondLookAgreement>("auditor", 200, "GET", `${looks}/agreement`);

  describe(`a second look at ${name}`, () => {
    it("takes the inquiry out of the review queue into that of who may answer, and back", async () => {
      const before = await queue("lead");
      const id = await oldest();
      const asked = await ask("reviewer", id);
      expect(asked).toMatchObject({ inquiryId: id, mine: true, state: "open", mayAnswer: false, note: "Is the photo real?", answer: null });
      expect(await queue("lead")).toMatchObject({ toAnswer: before.toAnswer + 1, waiting: { secondLook: before.waiting.secondLook + 1 } });
      expect(await queue("reviewer")).toMatchObject({ toAnswer: 0 });
      const given = await body<{ next: { inquiry: { inquiryId: string } } }>("lead", 200, "POST", "/desk/v1/review-queue/next", {});
      expect(given.next.inquiry.inquiryId).not.toBe(id);
      await command("lead", 204, "DELETE", `/desk/v1/claims/${given.next.inquiry.inquiryId}`);
      const listed = await body<IndexedInquiryList>("lead", 200, "GET", "/desk/v1/inquiries?filter[second-look]=true");
      expect(listed.data).toMatchObject([{ inquiryId: id, secondLook: { id: asked.id, by: asked.by, askedAt: asked.askedAt } }]);
      expect(await takeBack("lead", asked, 404)).toHaveProperty("errors");
      expect(await takeBack("reviewer", asked)).toMatchObject({ state: "taken-back" });
      expect(await takeBack("reviewer", asked)).toMatchObject({ state: "taken-back" });
      expect((await queue("lead")).waiting).toEqual(before.waiting);
      expect(await oldest()).toBe(id);
      expect((await entriesOf(id)).slice(0, 2)).toMatchObject([
        { action: "take-back-second-look", actor: { role: "reviewer" }, details: { secondLook: asked.id } },
        { action: "ask-second-look", comment: "Is the photo real?", details: { secondLook: asked.id } },
      ]);
    });

    it("tells nobody but who proposes it what is proposed, before it is answered", async () => {
      const id = await oldest();
      const asked = await ask("reviewer", id);
      expect(asked.proposal).toMatchObject({ action: "decline", reasons: [{ id: "other" }], comment: opinion.comment });
      for (const role of ["lead", "admin", "auditor", "support"] as const) {
        expect(await list(role, `filter[inquiry-id]=${id}&filter[state]=open`)).toMatchObject([{ id: asked.id, proposal: null }]);
      }
      for (const role of ["lead", "admin", "auditor"] as const) {
        const told = await body<{ data: AuditEntry[] }>(role, 200, "GET", `/desk/v1/audit-entries?filter[subject-id]=${id}`);
        expect(told.data.find(({ action }) => action === "ask-second-look")).toMatchObject({ details: { secondLook: asked.id } });
        expect(Object.keys(told.data.find(({ action }) => action === "ask-second-look")?.details ?? {})).toEqual(["secondLook"]);
      }
      const blind = await command<{ secondLook: SecondLook }>("admin", 409, "POST", looks, {
        inquiryId: id,
        action: "approve",
        ...opinion,
        reasonIds: [],
        note: null,
      });
      expect(blind.secondLook.proposal).toBeNull();
      await takeBack("reviewer", asked);
    });

    it("keeps everybody else from deciding, and who has asked as well", async () => {
      const id = await oldest();
      const asked = await ask("reviewer", id);
      const seen = await seenOf(id);
      for (const role of ["reviewer", "lead"] as const) {
        const sent = { inquiryId: id, action: "decline", ...opinion, seen, holdSeconds: 60 };
        expect(await command(role, 409, "POST", "/desk/v1/decisions", sent)).toMatchObject({ secondLook: { id: asked.id } });
      }
      expect(await ask("reviewer", id, {}, 200)).toMatchObject({ id: asked.id });
      await ask("reviewer", id, { action: "approve", reasonIds: [] }, 409);
      await ask("lead", id, {}, 409);
      await takeBack("reviewer", asked);
    });

    it("that is agreed on becomes the decision of who answers", async () => {
      const { answered, agreed } = await agreement();
      const id = await oldest();
      const asked = await ask("reviewer", id);
      expect(await list("lead", `filter[inquiry-id]=${id}&filter[state]=open`)).toMatchObject([{ mayAnswer: true }]);
      await answer("reviewer", asked, {}, 403);
      const both = await answer("lead", asked);
      expect(both).toMatchObject({
        secondLook: { state: "agreed", proposal: { action: "decline", comment: opinion.comment }, answer: { action: "decline" } },
        decision: { inquiryId: id, action: "decline", state: "held", mine: true },
      });
      expect(both.secondLook.decisionId).toBe(both.decision?.id);
      // an answer that was lost is asked for again
      expect(await answer("lead", asked)).toMatchObject({ decision: { id: both.decision?.id } });
      expect(await answer("admin", asked, {}, 409)).toMatchObject({ secondLook: { state: "agreed" } });
      await takeBack("reviewer", asked, 409);
      expect(await agreement()).toEqual({ days: 30, answered: answered + 1, agreed: agreed + 1 });
      await command("lead", 200, "DELETE", `/desk/v1/decisions/${both.decision?.id ?? ""}`);
      const entries: AuditEntry[] = await entriesOf(id);
      expect(entries.find(({ action }) => action === "answer-second-look")).toMatchObject({
        actor: { role: "lead" },
        comment: opinion.comment,
        details: {
          secondLook: asked.id,
          agreed: true,
          proposed: "decline",
          answered: "decline",
          askedById: asked.by.id,
          decision: both.decision?.id,
        },
      });
      expect(entries.some(({ action }) => action === "hold-decision")).toBe(true);
    });

    it("on which they differ decides nothing, and shows both to both", async () => {
      const { answered, agreed } = await agreement();
      const id = await oldest();
      const asked = await ask("reviewer", id);
      const explained = { reasonIds: ["failed-check-explained"], comment: "It is the same photo." };
      const both = await answer("lead", asked, { action: "approve", ...explained });
      expect(both).toMatchObject({ secondLook: { state: "differed", proposal: { action: "decline" }, decisionId: null }, decision: null });
      expect(await list("reviewer", `filter[inquiry-id]=${id}&filter[by]=me&filter[state]=differed`)).toMatchObject([
        { id: asked.id, answer: { action: "approve", comment: null, reasons: [{ id: "failed-check-explained" }] } },
      ]);
      expect(await agreement()).toEqual({ days: 30, answered: answered + 1, agreed });
      expect(await oldest()).toBe(id);
      await answer("lead", asked, {}, 409);
    });

    it("needs what a decision needs, before anything tells whether both say the same", async () => {
      const id = await oldest();
      await ask("reviewer", id, { reasonIds: [] }, 400);
      await ask("reviewer", id, { reasonIds: ["none"] }, 400);
      await ask("reviewer", id, { note: "x".repeat(501) }, 400);
      await ask("reviewer", id, { action: "markForReview", reasonIds: [] }, 400);
      await ask("reviewer", "inq_unknown", {}, 404);
      await ask("support", id, {}, 403);
      await ask("auditor", id, {}, 403);
      const asked = await ask("admin", id);
      for (const action of ["decline", "approve"]) await answer("lead", asked, { action, reasonIds: ["none"] }, 400);
      await answer("lead", { ...asked, id: "look_unknown" }, {}, 404);
      expect(await answer("admin", asked, {}, 409)).toMatchObject({ errors: [{ title: "Conflict" }] });
      await takeBack("admin", asked);
    });

    it("is what a decision needs where the company wants two people on its template, whichever of them would be first", async () => {
      const id = await oldest();
      const found = await body<{ data: { relationships: { inquiryTemplate: { data: { id: string } } } } }>(
        "lead",
        200,
        "GET",
        `/api/v1/inquiries/${id}`,
      );
      const inquiryTemplateId = found.data.relationships.inquiryTemplate.data.id;
      const settings = await body<{ data: { key: string; version: number }[] }>("lead", 200, "GET", "/desk/v1/settings");
      const version = settings.data.find(({ key }) => key === "twoPeople")?.version ?? 0;
      const put = (value: object, of: number) => body("lead", 200, "PUT", "/desk/v1/settings/twoPeople", { value, version: of });
      const decide = async (role: DeskRole, more: object = {}) =>
        command<Decision>(role, 201, "POST", "/desk/v1/decisions", {
          inquiryId: id,
          action: "decline",
          ...opinion,
          seen: await seenOf(id),
          holdSeconds: 60,
          ...more,
        });
      await put([{ inquiryTemplateId, decisions: "declines" }], version);
      for (const role of ["reviewer", "lead", "admin"] as const) {
        expect(await decide(role)).toMatchObject({ state: "refused", lacks: "second-person", sendsAt: null });
      }
      expect((await entriesOf(id))[0]).toMatchObject({ action: "decline-an-inquiry", outcome: "refused", actor: { role: "admin" } });
      const asked = await ask("reviewer", id);
      const both = await answer("lead", asked, { holdSeconds: 0 });
      expect(both).toMatchObject({ secondLook: { state: "agreed" }, decision: { state: "confirmed" } });
      expect(both.decision).not.toHaveProperty("lacks");
      await put([], version + 1);
    });

    it.each(["filter[state]=odd", "filter[by]=you", "filter[inquiry-id]=x", "page[size]=0"])("is not listed by %s", async (query) => {
      expect(await body("lead", 400, "GET", `${looks}?${query}`)).toHaveProperty("errors");
    });
  });
}
