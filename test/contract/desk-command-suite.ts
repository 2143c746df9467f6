import { describe, expect, it } from "vitest";
import type { Decision, DecisionRequest, DeskRole, Difference, InquirySeen, Restoration, SecondLook } from "@/api/generated/desk/types.gen";
import { type Calls, commandCalls } from "./command-calls";

type Refused = {
  errors: { title: string; details?: string }[];
};
type Row = {
  id: string;
  type: string;
  attributes: { status: string; updatedAt: string; redactedAt: string | null; hasMatch?: boolean };
  relationships: { reviewer?: { data: { id: string } | null } };
};
/** Decisions and restorations: what is asked of the server as a command. Each case leaves no decision under way behind. */
export function deskCommandSuite({ body }: Calls): void {
  const { freshKey, idOf, command, entriesOf } = commandCalls({ body });

  /** Somebody's inquiry that is not finished. */
  const openInquiry = async (): Promise<string> => {
    const { data } = await body<{ data: Row[] }>("lead", 200, "GET", "/api/v1/inquiries?filter[status]=created,pending");
    return data[0]?.id ?? "";
  };
  const picture = async (id: string): Promise<InquirySeen> => {
    const path = `/api/v1/inquiries/${id}?include=verifications,reports`;
    const { data, included = [] } = await body<{ data: Row; included?: Row[] }>("lead", 200, "GET", path);
    const of = (type: string) => included.filter((row) => row.type.split("/")[0] === type);
    const { status, updatedAt, redactedAt } = data.attributes;
    return {
      status,
      updatedAt,
      redactedAt,
      reviewerId: data.relationships.reviewer?.data?.id ?? null,
      verifications: of("verification").map((row) => ({ id: row.id, status: row.attributes.status })),
      reports: of("report").map((row) => ({ id: row.id, status: row.attributes.status, hasMatch: row.attributes.hasMatch ?? null })),
    };
  };
  // desk-second-look-suite.ts has all of them
  it("a second look is asked for, taken back, and answered", async () => {
    const path = "/desk/v1/second-looks";
    const inquiryId = await openInquiry();
    const proposal = { inquiryId, action: "approve", reasonIds: ["evidence-consistent"], comment: null, note: null };
    const first = await command<SecondLook>("reviewer", 201, "POST", path, proposal);
    await command("reviewer", 200, "DELETE", `${path}/${first.id}`);
    const { id } = await command<SecondLook>("reviewer", 201, "POST", path, proposal);
    const answer = { action: "decline", reasonIds: ["other"], comment: "Not finished.", seen: await picture(inquiryId) };
    expect(await command("lead", 200, "POST", `${path}/${id}/answer`, answer)).toMatchObject({
      secondLook: { state: "differed" },
      decision: null,
    });
  });

  describe("decisions", () => {
    const path = "/desk/v1/decisions";
    const request = async (more: Partial<DecisionRequest> = {}): Promise<DecisionRequest> => {
      const inquiryId = more.inquiryId ?? (await openInquiry());
      const seen = more.seen ?? (await picture(inquiryId));
      // that the user has not finished speaks against each: it needs both
      return { inquiryId, action: "approve", reasonIds: ["evidence-consistent"], comment: "All fits.", seen, holdSeconds: 60, ...more };
    };
    const takeBack = (role: DeskRole, { id }: Decision) => command<Decision>(role, 200, "DELETE", `${path}/${id}`);

    it("name their key, and the person their page was loaded for", async () => {
      const sent = await request();
      const [person, other] = [await idOf("reviewer"), await idOf("lead")];
      await body("reviewer", 400, "POST", path, sent, { "idempotency-key": freshKey() });
      for (const key of ["", "two words", "x".repeat(256)]) {
        await body("reviewer", 400, "POST", path, sent, { "desk-person": person, "idempotency-key": key });
      }
      const refused = await body<Refused>("reviewer", 409, "POST", path, sent, { "desk-person": other, "idempotency-key": freshKey() });
      expect(refused.errors).toMatchObject([{ title: "Somebody else is signed in" }]);
      await body("reviewer", 409, "PUT", `/desk/v1/claims/${sent.inquiryId}`, {}, { "desk-person": other });
      await body(
        "reviewer",
        409,
        "POST",
        `/api/v1/inquiries/${sent.inquiryId}/add-tag`,
        { meta: { tagName: "x" } },
        { "desk-person": other },
      );
      expect(await command<{ data: Decision[] }>("reviewer", 200, "GET", `${path}?filter[by]=me`)).toMatchObject({ data: [] });
    });

    it.each<[string, object]>([
      ["an action that there is not", { action: "redact" }],
      ["a reason twice", { reasonIds: ["a", "a"] }],
      ["a comment that is too long", { comment: "x".repeat(4001) }],
      ["an unread picture", { seen: {} }],
      ["a hold that is too long", { holdSeconds: 61 }],
      ["something else", { unknown: true }],
      ["no inquiry", { inquiryId: "act_1" }],
      ["a decline without a reason", { action: "decline", reasonIds: [] }],
      ["a reason that is not the company's", { reasonIds: ["none"] }],
      ["a reason of another action", { reasonIds: ["document-altered"] }],
      ["a reason without the comment that it needs", { reasonIds: ["match-is-somebody-else"], comment: " " }],
    ])("with %s are malformed", async (_what, more) => {
      expect(await command("reviewer", 400, "POST", path, { ...(await request()), ...more })).toHaveProperty("errors");
    });

    it.each(["?filter[state]=odd", "?filter[by]=you", "?filter[unknown]=x", "?page[size]=0"])("are not listed by %s", async (query) => {
      expect(await body("lead", 400, "GET", path + query)).toHaveProperty("errors");
    });

    it.each([
      ["support", "approve", "approve-an-inquiry"],
      ["support", "decline", "decline-an-inquiry"],
      ["auditor", "markForReview", "mark-an-inquiry-for-review"],
    ] as const)("are refused to a %s who wants to %s, which is in the audit log", async (role, action, noted) => {
      const sent = await request({ action });
      await command(role, 403, "POST", path, sent);
      const [entry] = await entriesOf(sent.inquiryId);
      expect(entry).toMatchObject({ action: noted, outcome: "refused", actor: { role }, personaRequestId: null });
    });

    it.each<[string, object]>([
      ["neither", { reasonIds: [], comment: null }],
      ["no reason", { reasonIds: [] }],
      ["no comment", { comment: " " }],
    ])("against what speaks against them are refused with %s", async (_what, more) => {
      const unfinished = await request(more);
      const { updatedAt, reviewerId } = unfinished.seen;
      const seen = { status: "needs_review", updatedAt, redactedAt: null, reviewerId, verifications: [], reports: [] };
      const match = { id: "rep_1", status: "ready", hasMatch: true };
      const contradicted: Partial<DecisionRequest>[] = [
        {},
        { action: "markForReview", ...(unfinished.reasonIds.length > 0 && { reasonIds: ["picture-unclear"] }) },
        { seen: { ...seen, status: "expired" } },
        { seen: { ...seen, status: "failed" } },
        { seen: { ...seen, status: "declined" } },
        { seen: { ...seen, reports: [{ ...match, hasMatch: false }, match] } },
        { seen: { ...seen, reports: [{ ...match, status: "pending", hasMatch: null }] } },
        { seen: { ...seen, reports: [{ ...match, status: "errored", hasMatch: null }] } },
        { seen: { ...seen, verifications: [{ id: "ver_1", status: "failed" }] } },
        { seen: { ...seen, verifications: ["initiated", "requires_retry"].map((status) => ({ id: status, status })) } },
      ];
      for (const one of contradicted) {
        const { errors } = await command<Refused>("reviewer", 422, "POST", path, { ...unfinished, ...one });
        expect(errors[0]?.details).toBe(
          unfinished.reasonIds.length === 0
            ? "Something speaks against it: choose a reason."
            : "Something speaks against it, so say why all the same.",
        );
      }
      const open = `?filter[inquiry-id]=${unfinished.inquiryId}&filter[state]=open`;
      expect(await command<{ data: Decision[] }>("reviewer", 200, "GET", path + open)).toMatchObject({ data: [] });
    });

    it.each<[string, Partial<DecisionRequest>, Partial<InquirySeen>]>([
      ["nothing was found", {}, {}],
      [
        "one attempt passed",
        {},
        {
          verifications: [
            { id: "ver_1", status: "failed" },
            { id: "ver_2", status: "passed" },
          ],
        },
      ],
      ["a check did not apply", {}, { verifications: [{ id: "ver_1", status: "skipped" }] }],
      ["nothing is on a list", {}, { reports: [{ id: "rep_1", status: "ready", hasMatch: false }] }],
      ["it failed, and is declined", { action: "decline", reasonIds: ["document-altered"] }, { status: "failed" }],
      [
        "everything passed as far as is told, and it is declined",
        { action: "decline", reasonIds: ["document-altered"] },
        { verifications: [{ id: "ver_1", status: "passed" }] },
      ],
      ["it expired, and is to be looked at", { action: "markForReview" }, { status: "expired" }],
    ])("need no more than the company asks for where %s", async (_what, more, picked) => {
      const { seen, ...rest } = await request();
      const picturing = { ...seen, status: "needs_review", redactedAt: null, verifications: [], reports: [], ...picked };
      const held = await command<Decision>("reviewer", 201, "POST", path, {
        ...rest,
        reasonIds: [],
        comment: null,
        ...more,
        seen: picturing,
      });
      expect(held.state).toBe("held");
      await takeBack("reviewer", held);
    });

    it("that are held show who holds what, and are taken back", async () => {
      const sent = await request({ comment: " All fits. " });
      const held = await command<Decision>("reviewer", 201, "POST", path, sent);
      expect(held).toMatchObject({ state: "held", mine: true, comment: "All fits.", holdSeconds: 60, pausedAt: null, difference: [] });
      expect(Date.parse(held.sendsAt ?? "") - Date.parse(held.createdAt)).toBe(60_000);
      const review = { ...sent, action: "markForReview", reasonIds: ["second-opinion"] };
      const other = await command<Refused & { decision: Decision }>("support", 409, "POST", path, review);
      expect(other.decision).toMatchObject({ id: held.id, mine: false, comment: null, by: held.by });
      expect(other.errors[0]?.details).toMatch(
        new RegExp(`^${held.by.name} holds an approval of this inquiry; it is sent in \\d+ seconds?\\.$`),
      );
      const seenBy = async (role: DeskRole, query: string) =>
        (await body<{ data: Decision[] }>(role, 200, "GET", path + query)).data.map(({ id, comment }) => [id, comment]);
      const ofInquiry = `?filter[inquiry-id]=${sent.inquiryId}&filter[state]=open`;
      expect(await seenBy("auditor", ofInquiry)).toEqual([[held.id, null]]);
      expect(await seenBy("lead", ofInquiry)).toEqual([[held.id, "All fits."]]);
      expect(await seenBy("reviewer", "?filter[by]=me&filter[state]=held,checking")).toEqual([[held.id, "All fits."]]);
      expect(await seenBy("support", "?filter[state]=open")).toEqual([]);
      expect(await seenBy("lead", "?filter[state]=open&filter[by]=me")).toEqual([]);
      await command("support", 404, "DELETE", `${path}/${held.id}`);
      expect(await takeBack("lead", held)).toMatchObject({ state: "taken-back", sendsAt: null, mine: false });
      expect(await takeBack("reviewer", held)).toMatchObject({ state: "taken-back", mine: true });
      expect((await entriesOf(sent.inquiryId)).slice(0, 2)).toMatchObject([
        { action: "take-back-decision", outcome: "done", actor: { role: "lead" }, details: { decision: held.id } },
        { action: "hold-decision", outcome: "done", actor: { role: "reviewer" }, details: { decision: held.id, seconds: 60 } },
      ]);
    });

    it("that are paused wait until their clock runs again, from its beginning", async () => {
      const held = await command<Decision>("reviewer", 201, "POST", path, await request());
      const pause = (role: DeskRole, status: number, paused: unknown) =>
        command<Decision>(role, status, "PATCH", `${path}/${held.id}`, { paused });
      expect(await pause("reviewer", 200, true)).toMatchObject({ state: "held", sendsAt: null });
      await pause("lead", 404, false);
      await pause("reviewer", 400, "yes");
      const again = await pause("reviewer", 200, false);
      expect(again.pausedAt).toBeNull();
      expect(Date.parse(again.sendsAt ?? "")).toBeGreaterThanOrEqual(Date.parse(held.sendsAt ?? ""));
      await takeBack("reviewer", held);
      const paused = (await entriesOf(held.inquiryId)).filter(({ action }) => action === "pause-decision");
      expect(paused.slice(0, 2).map(({ details }) => details["paused"])).toEqual([false, true]);
    });

    it("are the same under the same key of the same person", async () => {
      const [sent, key] = [await request(), freshKey()];
      const first = await command<Decision>("reviewer", 201, "POST", path, sent, key);
      expect(await command<Decision>("reviewer", 200, "POST", path, sent, key)).toMatchObject({ id: first.id, state: "held" });
      const other = await command<Refused>("reviewer", 400, "POST", path, { ...sent, comment: "Another" }, key);
      expect(other.errors).toMatchObject([{ title: "Idempotency error" }]);
      await command("lead", 409, "POST", path, sent, key);
      await takeBack("reviewer", first);
      expect(await command<Decision>("reviewer", 200, "POST", path, sent, key)).toMatchObject({ id: first.id, state: "taken-back" });
    });

    it("are sent once, and a second one from the same picture is stopped", async () => {
      const sent = await request({ reasonIds: ["failed-check-explained"], comment: "The glare is explained.", holdSeconds: 0 });
      const confirmed = await command<Decision>("reviewer", 201, "POST", path, sent);
      expect(confirmed).toMatchObject({ state: "confirmed", statusAfter: "approved", why: null, sendsAt: null });
      expect(confirmed.reasons).toEqual([{ id: "failed-check-explained", label: "Failed check has an innocent explanation" }]);
      const refused = await command<{ decision: Decision }>("reviewer", 409, "DELETE", `${path}/${confirmed.id}`);
      expect(refused.decision).toMatchObject({ id: confirmed.id, state: "confirmed" });
      const second = { ...sent, action: "decline", reasonIds: ["document-altered"], comment: "Forged." };
      const stopped = await command<Decision>("lead", 201, "POST", path, second);
      expect(stopped).toMatchObject({ state: "stopped", comment: "Forged.", statusAfter: null });
      expect(stopped.difference).toContainEqual({ what: "status", id: null, seen: sent.seen.status, now: "approved" });
      expect((await entriesOf(sent.inquiryId)).slice(0, 2)).toMatchObject([
        { action: "stop-decision", outcome: "refused", comment: "Forged.", actor: { role: "lead" }, details: { decision: stopped.id } },
        {
          action: "approve-an-inquiry",
          outcome: "done",
          statusAfter: "approved",
          comment: "The glare is explained.",
          details: { decision: confirmed.id, reasons: "failed-check-explained" },
        },
      ]);
      const now = await picture(sent.inquiryId);
      expect(now).toMatchObject({ status: "approved" });
      const declined = await command<Decision>("lead", 201, "POST", path, { ...second, seen: now });
      expect(declined).toMatchObject({ state: "confirmed", statusAfter: "declined" });
    });

    it("end the links that were handed out, as the ledger tells", async () => {
      const { inquiryId, ...rest } = await request({ action: "decline", reasonIds: ["document-altered"], holdSeconds: 0 });
      const { status, redactedAt } = rest.seen;
      const restoration = { inquiryId, seen: { status, redactedAt }, kind: "link", expiresInSeconds: 600 };
      await command("support", 201, "POST", "/desk/v1/restorations", restoration);
      const latestLink = async () =>
        (await body<{ data: object[] }>("auditor", 200, "GET", `/desk/v1/links?filter[inquiry-id]=${inquiryId}`)).data[0];
      const link = { kind: "one-time-link", inquiryId, issuedBy: { type: "person", role: "support" } };
      expect(await latestLink()).toMatchObject({ ...link, state: "live", supersededAt: null });

      const sent = { ...rest, inquiryId, seen: await picture(inquiryId), comment: "Twice the same picture" };
      expect(await command<Decision>("reviewer", 201, "POST", path, sent)).toMatchObject({ state: "confirmed", statusAfter: "declined" });
      expect(await latestLink()).toMatchObject({ ...link, state: "superseded" });
      const [decline, generate] = await entriesOf(inquiryId);
      expect(decline).toMatchObject({
        action: "decline-an-inquiry",
        outcome: "done",
        actor: { role: "reviewer" },
        statusAfter: "declined",
        reason: null,
        comment: "Twice the same picture",
        erased: [],
      });
      expect(generate).toMatchObject({ action: "generate-a-one-time-link", outcome: "done", actor: { role: "support" }, comment: null });
      expect([decline?.referenceId, decline?.personaRequestId, generate?.personaRequestId]).not.toContain(null);
      expect(generate?.referenceId).toBe(decline?.referenceId);
    });

    it("that there are not are not found", async () => {
      expect(await command("admin", 404, "DELETE", `${path}/dec_unknown`)).toHaveProperty("errors");
      expect(await command("admin", 404, "PATCH", `${path}/dec_unknown`, { paused: true })).toHaveProperty("errors");
    });

    it("are paged to their end, each once", async () => {
      const seen: string[] = [];
      for (let next: string | null = `${path}?page[size]=2`; next !== null;) {
        const page: { data: Decision[]; links: { next: string | null } } = await body("lead", 200, "GET", next);
        seen.push(...page.data.map(({ id }) => id));
        next = page.links.next;
      }
      expect(seen.length).toBeGreaterThan(2);
      expect(new Set(seen).size).toBe(seen.length);
    });
  });

  describe("restorations", () => {
    const path = "/desk/v1/restorations";
    const request = async (more: object = {}) => {
      const inquiryId = await openInquiry();
      const { status, redactedAt } = await picture(inquiryId);
      return { inquiryId, seen: { status, redactedAt }, kind: "link", ...more };
    };

    it("hand out a link, the same under the same key, and the same while it lives unused", async () => {
      const [sent, key] = [await request(), freshKey()];
      const first = await command<Restoration>("support", 201, "POST", path, sent, key);
      expect(first).toMatchObject({ inquiryId: sent.inquiryId, kind: "link", resumed: false, linkExpiresAt: null, sessionToken: null });
      expect(first.oneTimeLink).toContain("https://");
      expect((await command<Restoration>("support", 201, "POST", path, sent, key)).oneTimeLink).toBe(first.oneTimeLink);
      await command("support", 400, "POST", path, { ...sent, expiresInSeconds: 600 }, key);
      expect((await command<Restoration>("support", 201, "POST", path, sent)).oneTimeLink).toBe(first.oneTimeLink);
      const links = await body<object>("auditor", 200, "GET", `/desk/v1/links?filter[inquiry-id]=${sent.inquiryId}&filter[state]=live`);
      expect(JSON.stringify(links)).not.toContain(String(first.oneTimeLink));
      expect(links).toMatchObject({ data: [{ kind: "one-time-link", issuedBy: { role: "support" } }] });
      const [entry] = await entriesOf(sent.inquiryId);
      expect(entry).toMatchObject({ action: "generate-a-one-time-link", outcome: "done", actor: { role: "support" } });
    });

    it("are known again by the link, its short form or the token, and by nothing else", async () => {
      const recognize = (secret: string | null | undefined) =>
        body<{ link: object | null }>("auditor", 200, "POST", "/desk/v1/links/recognition", { secret });
      const codeIn = (link: string | null) => new URL(link ?? "").searchParams.get("code");
      const sent = await request({ expiresInSeconds: 600 });
      const given = await command<Restoration>("support", 201, "POST", path, sent);
      const { link } = await recognize(codeIn(given.oneTimeLink));
      expect(link).toMatchObject({ inquiryId: sent.inquiryId, kind: "one-time-link", state: "live", issuedBy: { role: "support" } });
      expect(await recognize(codeIn(given.oneTimeLinkShort))).toEqual({ link });
      expect(await recognize(`${codeIn(given.oneTimeLink)}x`)).toEqual({ link: null });
      expect(JSON.stringify(link)).not.toContain(String(codeIn(given.oneTimeLinkShort)));

      const next = await command<Restoration>("reviewer", 201, "POST", path, { ...sent, expiresInSeconds: 900 });
      expect(await recognize(codeIn(given.oneTimeLink))).toMatchObject({ link: { state: "superseded", issuedBy: { role: "support" } } });
      expect(await recognize(codeIn(next.oneTimeLink))).toMatchObject({ link: { state: "live", issuedBy: { role: "reviewer" } } });
    });

    it("give a link the life that is asked for", async () => {
      const given = await command<Restoration>("reviewer", 201, "POST", path, await request({ expiresInSeconds: 600 }));
      expect(given.linkExpiresAt).not.toBeNull();
    });

    it("send nothing where it is not what the person saw", async () => {
      const sent = await request({ seen: { status: "expired", redactedAt: null } });
      const { difference } = await command<{ difference: Difference[] }>("support", 409, "POST", path, sent);
      expect(difference).toMatchObject([{ what: "status", seen: "expired" }]);
    });

    it("are no auditor's, which is in the audit log", async () => {
      const sent = await request();
      await command("auditor", 403, "POST", path, sent);
      const [entry] = await entriesOf(sent.inquiryId);
      expect(entry).toMatchObject({ action: "generate-a-one-time-link", outcome: "refused", actor: { role: "auditor" } });
    });

    it.each<[string, object]>([
      ["another kind", { kind: "poem" }],
      ["too short a life", { expiresInSeconds: 59 }],
      ["an unread picture", { seen: {} }],
    ])("with %s are malformed", async (_what, more) => {
      expect(await command("support", 400, "POST", path, { ...(await request()), ...more })).toHaveProperty("errors");
    });

    it("name their key and their person, and an inquiry that there is", async () => {
      const sent = await request();
      await body("support", 400, "POST", path, sent, { "desk-person": await idOf("support"), "idempotency-key": "" });
      await body("support", 400, "POST", path, sent, { "idempotency-key": freshKey() });
      expect(await command("support", 404, "POST", path, { ...sent, inquiryId: "inq_unknown" })).toHaveProperty("errors");
    });
  });
}
