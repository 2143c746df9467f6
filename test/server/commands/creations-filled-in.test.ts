import { expect, it } from "vitest";
import type { CreationRequest } from "@/api/generated/desk/types.gen";
import { allText } from "@test/server/support/command-desk";
import { startCreationDesk } from "@test/server/support/creation-desk";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { detailsOf, person } from "@test/server/support/desk-client";

const oneTimeLink = "https://withpersona.com/verify?code=secret";
const ivy = person("ivy", "support");

describeOnEachDatabase("creations that are filled in", (fresh) => {
  const prefilled = {
    inquiryTemplateVersionId: "itmplv_1",
    note: "Met at the counter",
    tags: ["vip"],
    fields: { "name-first": "Ada", birthdate: "1990-12-10" },
    redirectUri: "https://app.example.com/done",
    expirationAfterCreateIntervalSeconds: 3_600,
  };

  it("hand on what the inquiry is to begin with, and name in the log what was filled in", async () => {
    const db = await fresh();
    const desk = startCreationDesk(db);
    expect(await desk.instance().create(prefilled)).toMatchObject({ status: 201, body: { oneTimeLink, sessionToken: null } });
    const { inquiryTemplateVersionId, expirationAfterCreateIntervalSeconds, ...attributes } = prefilled;
    expect(desk.persona.bodies).toEqual([
      {
        data: { attributes: { inquiryTemplateVersionId, accountId: "act_1", ...attributes } },
        meta: { autoCreateOneTimeLink: true, expirationAfterCreateIntervalSeconds },
      },
    ]);
    const [entry] = await desk.entries();
    expect(entry).toMatchObject({ details: { version: "itmplv_1", prefilled: "birthdate, name-first" } });
    expect(await allText(db)).not.toMatch(/1990-12-10|counter/);
  });

  it("with a session token hand that out in place of a link, and keep neither", async () => {
    const db = await fresh();
    const desk = startCreationDesk(db);
    expect(await desk.instance().create({ kind: "sdk-token" })).toMatchObject({
      status: 201,
      body: { oneTimeLink: null, sessionToken: "token-secret" },
    });
    expect(await desk.linkCount("inq_new1")).toBe(1);
    expect(await allText(db)).not.toContain("token-secret");
  });

  it.each<[string, Partial<CreationRequest>, string]>([
    ["a day that there is not", { fields: { birthdate: "1990-02-30" } }, "/fields/birthdate"],
    ["no address to lead to", { redirectUri: "javascript:alert(1)" }, "/redirectUri"],
    ["a tag twice", { tags: ["vip", "vip"] }, "/tags"],
    ["a draft", { inquiryTemplateVersionId: "itmplv_0" }, "/inquiryTemplateVersionId"],
    ["another template's version", { inquiryTemplateVersionId: "itmplv_9" }, "/inquiryTemplateVersionId"],
  ])("with %s are refused, with what it is about", async (_, more, pointer) => {
    const desk = startCreationDesk(await fresh());
    expect(await desk.instance().create(more)).toMatchObject({ status: 422, body: { errors: [{ source: { pointer } }] } });
    expect(desk.made()).toBe(0);
  });

  it.each([
    ["/data/attributes/fields/name-first", "/fields/name-first"],
    ["/meta/expiration-after-create-interval-seconds", "/expirationAfterCreateIntervalSeconds"],
    ["/data/attributes/theme-set-id", undefined],
    ["/data/attributes/fields/<b>", undefined],
  ])("that Persona refuses for %s are told for what of the request, and not with what", async (pointer, told) => {
    const desk = startCreationDesk(await fresh());
    desk.persona.refusal = { status: 422, pointer };
    const { status, body } = await desk.instance().create(prefilled);
    const source = told === undefined ? {} : { source: { pointer: told } };
    expect({ status, body }).toEqual({
      status: 422,
      body: { errors: [{ title: "Unprocessable Entity", details: "Persona refused: Unprocessable entity.", ...source }] },
    });
  });

  it("whose values are kept nowhere are found by who sends them again, within ten minutes", async () => {
    const db = await fresh();
    const desk = startCreationDesk(db);
    desk.persona.loseAnswers(1);
    const { create, writes } = desk.instance();
    const request = { ...prefilled, seen: [] };
    expect(await create(request, { key: "key-1" })).toMatchObject({ status: 504 });
    expect(await desk.rows()).toEqual([{ state: "unknown", body: null }]);
    expect(await allText(db)).not.toMatch(/1990-12-10|counter/);
    desk.later(60_000);
    await writes.recover();
    expect(desk.made()).toBe(1);
    expect(await create({ ...request, fields: { "name-first": "Eve" } }, { key: "key-1" })).toMatchObject({ status: 400 });
    expect(await create(request, { key: "key-1" })).toMatchObject({ status: 201, body: { inquiryId: "inq_new1", oneTimeLink } });
    expect(desk.persona.inquiries).toHaveLength(1);
  });

  it("whose values are kept nowhere are in nobody's way for ever, and are not sent again once they are not", async () => {
    const desk = startCreationDesk(await fresh());
    desk.persona.loseAnswers(1);
    const { create } = desk.instance();
    const request = { ...prefilled, seen: [] };
    expect(await create(request, { key: "key-1" })).toMatchObject({ status: 504 });
    // it was never made
    desk.persona.inquiries.length = 0;
    desk.later(10 * 60_000);
    expect(await create({ seen: [] }, { who: ivy })).toMatchObject({ status: 409 });
    desk.later(1);
    expect(detailsOf(await create(request, { key: "key-1" }))).toMatch(/^It was sent more than ten minutes ago/);
    desk.later(5 * 60_000);
    expect(await create({ seen: [] }, { who: ivy })).toMatchObject({ status: 201 });
  });
});
