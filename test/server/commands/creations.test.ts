import { expect, it, vi } from "vitest";
import type { CreationRequest } from "@/api/generated/desk/types.gen";
import { defaultSettings } from "@/domain/default-settings";
import { allText } from "@test/server/support/command-desk";
import { startCreationDesk } from "@test/server/support/creation-desk";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { person } from "@test/server/support/desk-client";
import { ticking } from "@test/server/support/write-desk";

const oneTimeLink = "https://withpersona.com/verify?code=secret";
const ivy = person("ivy", "support");

describeOnEachDatabase("creations", (fresh) => {
  it("create one inquiry for the account and hand out its link, to the one who asked alone", async () => {
    const db = await fresh();
    const desk = startCreationDesk(db);
    expect(await desk.instance().create()).toMatchObject({
      status: 201,
      body: { inquiryId: "inq_new1", status: "created", expiresAt: "2026-03-03T09:00:00.000Z", oneTimeLink, oneTimeLinkShort: null },
    });
    expect(desk.persona.bodies).toEqual([
      { data: { attributes: { inquiryTemplateId: "itmpl_1", accountId: "act_1" } }, meta: { autoCreateOneTimeLink: true } },
    ]);
    expect(await desk.entries()).toMatchObject([
      {
        action: "create-an-inquiry",
        outcome: "done",
        actor: { id: "user-sam" },
        subject: { type: "inquiry", id: "inq_new1" },
        details: { account: "act_1", template: "itmpl_1" },
      },
    ]);
    expect(await desk.linkCount("inq_new1")).toBe(1);
    expect(await desk.changes()).toContainEqual(expect.objectContaining({ type: "inquiry", id: "inq_new1" }));
    expect(await allText(db)).not.toContain("secret");
  });

  it("give out and write down no link that is no address of the web", async () => {
    const desk = startCreationDesk(await fresh());
    desk.persona.link = "javascript:alert(1)";
    expect(await desk.instance().create()).toMatchObject({ status: 201, body: { inquiryId: "inq_new1", oneTimeLink: null } });
    expect(await desk.linkCount("inq_new1")).toBe(0);
  });

  it.each([
    ["created", "open", "There is an open inquiry on this template. Another one needs a reason. Nothing was sent."],
    ["pending", "open", "There is an open inquiry on this template. Another one needs a reason. Nothing was sent."],
    ["on_hold", "open", "There is an open inquiry on this template. Another one needs a reason. Nothing was sent."],
    ["approved", "finishedWell", "There is an inquiry on this template that finished well. Another one needs a reason. Nothing was sent."],
    [
      "declined",
      "finishedBadly",
      "There is an inquiry on this template that failed or was declined. Another one needs a reason. Nothing was sent.",
    ],
    ["expired", "expired", "There is an inquiry on this template that can be resumed. Another one needs a reason. Nothing was sent."],
  ])("beside one that is %s are refused, say which, and are done with a reason", async (status, situation, details) => {
    const desk = startCreationDesk(await fresh());
    desk.persona.inquiries.push({ id: "inq_1", status, expiredAt: status === "expired" ? "2026-03-01T09:00:00.000Z" : null });
    const { create } = desk.instance();
    const key = "key-1";
    expect(await create({}, { key })).toMatchObject({
      status: 409,
      body: { errors: [{ title: "Conflict", details }], duplicates: [{ inquiryId: "inq_1", status, situation, override: "withReason" }] },
    });
    expect(await create({ reason: "  " })).toMatchObject({ status: 409 });
    expect(desk.made()).toBe(0);
    expect(await create({ reason: "The user asked for it." }, { key })).toMatchObject({ status: 201 });
    expect(await desk.log()).toEqual(["create-an-inquiry refused", "create-an-inquiry refused", "create-an-inquiry done"]);
    const [refused, , done] = await desk.entries();
    expect(refused).toMatchObject({ subject: { type: "account", id: "act_1" }, details: { template: "itmpl_1" } });
    expect(done).toMatchObject({ comment: "The user asked for it." });
  });

  it("beside one that waits for a decision are nobody's, whatever the reason", async () => {
    const desk = startCreationDesk(await fresh());
    desk.persona.inquiries.push({ id: "inq_1", status: "approved" }, { id: "inq_2", status: "needs_review" });
    expect(await desk.instance().create({ reason: "I want it." })).toMatchObject({
      status: 409,
      body: { duplicates: [{ inquiryId: "inq_2", situation: "inReview", advice: "block", override: "never" }] },
    });
    expect(desk.made()).toBe(0);
  });

  it.each([
    ["expired long ago", { status: "expired", expiredAt: "2026-01-01T09:00:00.000Z" }],
    ["expired on a version that the template has left", { status: "expired", expiredAt: "2026-03-01T09:00:00.000Z", version: "itmplv_0" }],
    ["was redacted", { status: "approved", redactedAt: "2026-03-01T09:00:00.000Z" }],
  ])("beside one that %s need no reason", async (_, inquiry) => {
    const desk = startCreationDesk(await fresh());
    desk.persona.inquiries.push({ id: "inq_1", ...inquiry });
    expect(await desk.instance().create()).toMatchObject({ status: 201 });
  });

  it("go by the policy that the company has set", async () => {
    const desk = startCreationDesk(await fresh());
    desk.persona.inquiries.push({ id: "inq_1", status: "pending" });
    const rules = defaultSettings.duplicatePolicy.rules.map((rule) => ({ ...rule, override: "never" }));
    await desk.set({ ...defaultSettings.duplicatePolicy, rules });
    expect(await desk.instance().create({ reason: "I want it." })).toMatchObject({
      status: 409,
      body: { duplicates: [{ override: "never" }] },
    });
    expect(desk.made()).toBe(0);
  });

  it.each<[string, CreationRequest["seen"]]>([
    ["another status", [{ inquiryId: "inq_1", status: "pending" }]],
    ["one fewer", []],
    ["one more", [{ inquiryId: "inq_1", status: "expired" }].concat({ inquiryId: "inq_2", status: "created" })],
  ])("are stopped where the person saw %s", async (_, seen) => {
    const desk = startCreationDesk(await fresh());
    desk.persona.inquiries.push({ id: "inq_1", status: "expired", expiredAt: "2026-01-01T09:00:00.000Z" });
    expect(await desk.instance().create({ seen, reason: "Old." })).toMatchObject({
      status: 409,
      body: { errors: [{ details: "This person's inquiries on this template are not what you saw any more. Nothing was sent." }] },
    });
    expect(desk.made()).toBe(0);
  });

  it.each([
    ["is not active", { status: "inactive", version: "itmplv_1" }, 409],
    ["is not there", 404, 404],
    ["can't be read", 500, 502],
  ])("on a template that %s are refused", async (_, template, status) => {
    const desk = startCreationDesk(await fresh());
    desk.persona.template = template;
    expect(await desk.instance().create()).toMatchObject({ status });
    expect(desk.made()).toBe(0);
  });

  it("are possible where the key may not read templates", async () => {
    const desk = startCreationDesk(await fresh());
    desk.persona.template = 403;
    expect(await desk.instance().create()).toMatchObject({ status: 201 });
  });

  it.each<[string, unknown]>([
    ["an inquiry without a status", { data: [{ type: "inquiry", id: "inq_1", attributes: {} }], links: { next: null } }],
    ["something that is none", { data: ["odd"], links: { next: null } }],
    ["no list", { data: null }],
    ["more that leads nowhere", { data: [{ type: "inquiry", id: "inq_1", attributes: { status: "x" } }], links: { next: 5 } }],
  ])("are not sent where the list of inquiries holds %s", async (_, body) => {
    const desk = startCreationDesk(await fresh());
    desk.persona.answersList(body);
    expect(await desk.instance().create({ seen: [] })).toMatchObject({ status: 502 });
    expect(desk.made()).toBe(0);
  });

  const newcomer = { accountId: undefined, referenceId: "ada@example.com", seen: [] };

  it("of somebody without an account let Persona make it, and write their reference ID down nowhere", async () => {
    const db = await fresh();
    const desk = startCreationDesk(db);
    desk.persona.inquiries.length = 0;
    expect(await desk.instance().create(newcomer)).toMatchObject({ status: 201, body: { inquiryId: "inq_new1" } });
    expect(desk.persona.bodies).toEqual([
      {
        data: { attributes: { inquiryTemplateId: "itmpl_1" } },
        meta: { autoCreateAccountReferenceId: "ada@example.com", autoCreateOneTimeLink: true },
      },
    ]);
    expect(await allText(db)).not.toContain("ada@example.com");
  });

  it("of somebody who has an account by now are refused", async () => {
    const desk = startCreationDesk(await fresh());
    desk.persona.inquiries.length = 0;
    desk.persona.accounts.push("Ada@Example.com");
    expect(await desk.instance().create(newcomer)).toMatchObject({
      status: 409,
      body: { errors: [{ details: "An account has this reference ID by now: look at that person. Nothing was sent." }] },
    });
    expect(desk.made()).toBe(0);
  });

  it("are not made where Persona answers with somebody else", async () => {
    const desk = startCreationDesk(await fresh());
    desk.persona.inquiries.length = 0;
    desk.persona.accounts.push("somebody-else");
    expect((await desk.instance().create(newcomer)).status).toBe(502);
    expect(desk.made()).toBe(0);
  });

  it("of one reference ID, in whatever letter case, by two people at once are one", async () => {
    const desk = startCreationDesk(await fresh());
    desk.persona.inquiries.length = 0;
    const letGo = desk.persona.hold();
    const [one, other] = [desk.instance(), desk.instance()];
    const asked = [one.create(newcomer), other.create({ ...newcomer, referenceId: "ADA@example.com" }, { who: ivy })];
    await vi.waitUntil(() => desk.made() > 0, { timeout: 20_000 });
    setImmediate(letGo);
    const answers = await ticking(desk.clock, Promise.all(asked));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect(desk.persona.inquiries).toHaveLength(1);
  });

  it("under the same key are the same one, with its link", async () => {
    const desk = startCreationDesk(await fresh());
    const [key, request] = ["key-1", { seen: [] }];
    const first = await desk.instance().create(request, { key });
    expect(await desk.instance().create(request, { key })).toEqual(first);
    expect(desk.persona.inquiries).toHaveLength(1);
    expect(await desk.instance().create({ ...request, accountId: "act_2" }, { key })).toMatchObject({ status: 400 });
    expect(await desk.log()).toEqual(["create-an-inquiry done"]);
  });

  it("whose answer is lost are found by the next try, not repeated", async () => {
    const desk = startCreationDesk(await fresh());
    desk.persona.loseAnswers(1);
    const { create } = desk.instance();
    const [key, request] = ["key-1", { seen: [] }];
    expect(await create(request, { key })).toMatchObject({ status: 504 });
    expect(await create(request)).toMatchObject({ status: 409 });
    expect(await create(request, { key })).toMatchObject({ status: 201, body: { inquiryId: "inq_new1", oneTimeLink } });
    expect(desk.persona.inquiries).toHaveLength(1);
  });

  it("of a double click, of two tabs and of two people at once are one", async () => {
    const desk = startCreationDesk(await fresh());
    const letGo = desk.persona.hold();
    const [first, second] = [desk.instance(), desk.instance()];
    const asked = [
      first.create({ seen: [] }, { key: "click" }),
      first.create({ seen: [] }, { key: "click" }),
      second.create({ seen: [] }, { key: "tab" }),
      second.create({ seen: [] }, { who: ivy }),
    ];
    await vi.waitUntil(() => desk.made() > 0, { timeout: 20_000 });
    const others = Promise.any(asked).then(() => undefined);
    setImmediate(letGo);
    await ticking(desk.clock, others);
    const answers = await ticking(desk.clock, Promise.all(asked));
    expect(desk.persona.inquiries).toHaveLength(1);
    // the double click is one request twice; who comes second with another key is refused
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const refused = answers.filter(({ status }) => status === 409).map(({ body }) => JSON.stringify(body));
    expect(refused.every((body) => /just begun|not what you saw/.test(body))).toBe(true);
  });

  it("that left from an instance that stopped are in the way until it is known what became of them", async () => {
    const desk = startCreationDesk(await fresh());
    desk.persona.hold();
    void desk.instance().create({ seen: [] });
    await vi.waitUntil(() => desk.made() > 0, { timeout: 20_000 });
    // the list is behind: it does not show it yet
    desk.persona.answersList({ data: [], links: { next: null } });
    expect(await desk.instance().create({ seen: [] }, { who: ivy })).toMatchObject({
      status: 409,
      body: { errors: [{ details: "sam has just begun to create one for this person on this template. Nothing was sent." }] },
    });
    desk.persona.answersList({ data: [], links: { next: null } });
    expect(await desk.instance().create({ seen: [] })).toMatchObject({
      body: { errors: [{ details: "You have just begun to create one for this person on this template. Nothing was sent." }] },
    });
    expect(desk.persona.inquiries).toHaveLength(1);
  });

  it("are no auditor's, which is in the audit log", async () => {
    const desk = startCreationDesk(await fresh());
    expect(await desk.instance().create({}, { who: person("ada", "auditor") })).toMatchObject({ status: 403 });
    expect(desk.persona.asked).toEqual([]);
    expect(await desk.log()).toEqual(["create-an-inquiry refused"]);
  });
});
