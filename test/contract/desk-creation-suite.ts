import { describe, expect, it } from "vitest";
import type { Creation, CreationConflict, CreationRequest } from "@/api/generated/desk/types.gen";
import { type Calls, commandCalls } from "./command-calls";

type Refused = {
  errors: { title: string; details?: string }[];
};
type Row = {
  id: string;
  attributes: { status: string };
};
type PlacedRow = {
  id: string;
  relationships: { account?: { data: { id: string } | null }; inquiryTemplate?: { data: { id: string } | null } };
};

/** New inquiries for persons who have one already, as a command. */
export function deskCreationSuite({ body }: Calls): void {
  const { freshKey, command, entriesOf } = commandCalls({ body });

  describe("creations", () => {
    const path = "/desk/v1/creations";
    const request = async (more: Partial<CreationRequest & { accountId: string }> = {}) => {
      const { data } = await body<{ data: PlacedRow[] }>("lead", 200, "GET", "/api/v1/inquiries?page[size]=100");
      const placed = data.find(({ relationships: { account, inquiryTemplate } }) => account?.data && inquiryTemplate?.data);
      const accountId = placed?.relationships.account?.data?.id ?? "";
      const inquiryTemplateId = placed?.relationships.inquiryTemplate?.data?.id ?? "";
      const query = `filter[account-id]=${accountId}&filter[inquiry-template-id]=${inquiryTemplateId}&page[size]=100`;
      const known = await body<{ data: Row[] }>("lead", 200, "GET", `/api/v1/inquiries?${query}`);
      const seen = known.data.map(({ id, attributes: { status } }) => ({ inquiryId: id, status }));
      return { accountId, inquiryTemplateId, seen, reason: "The person asked for it.", ...more } satisfies CreationRequest;
    };

    it("beside another inquiry are refused without a reason, say which it is, and are done with one", async () => {
      const sent = await request();
      const { duplicates, errors } = await command<CreationConflict>("support", 409, "POST", path, { ...sent, reason: null });
      expect(errors[0]?.details).toMatch(
        /^There is an (?:open )?inquiry on this template.*\. Another one needs a reason\. Nothing was sent\.$/,
      );
      expect(sent.seen.map(({ inquiryId }) => inquiryId)).toContain(duplicates?.[0]?.inquiryId);
      expect(duplicates?.[0]).toMatchObject({ override: "withReason" });
      const key = freshKey();
      const created = await command<Creation>("support", 201, "POST", path, sent, key);
      expect(created).toMatchObject({ status: "created" });
      expect(created.oneTimeLink).toContain("https://");
      expect(await command<Creation>("support", 201, "POST", path, sent, key)).toEqual(created);
      await command("support", 400, "POST", path, { ...sent, accountId: "act_other" }, key);
      const entry = { action: "create-an-inquiry", outcome: "done", actor: { role: "support" } };
      expect((await entriesOf(created.inquiryId))[0]).toMatchObject(entry);
      expect((await entriesOf(sent.accountId))[0]).toMatchObject({ ...entry, outcome: "refused" });
      const links = await body<object>("auditor", 200, "GET", `/desk/v1/links?filter[inquiry-id]=${created.inquiryId}`);
      expect(links).toMatchObject({ data: [{ kind: "one-time-link", issuedBy: { role: "support" }, state: "live" }] });
    });

    it("from what the person does not see any more are stopped", async () => {
      const sent = await request();
      expect(await command<Refused>("reviewer", 409, "POST", path, { ...sent, seen: [] })).toMatchObject({
        errors: [{ details: "This person's inquiries on this template are not what you saw any more. Nothing was sent." }],
      });
    });

    it("are no auditor's, which is in the audit log", async () => {
      const sent = await request();
      await command("auditor", 403, "POST", path, sent);
      const [entry] = await entriesOf(sent.accountId);
      expect(entry).toMatchObject({ action: "create-an-inquiry", outcome: "refused", actor: { role: "auditor" } });
    });

    it("of somebody without an account make one, and only once", async () => {
      const { inquiryTemplateId } = await request();
      const referenceId = `new-${freshKey().slice(0, 8)}`;
      const sent = { referenceId, inquiryTemplateId, seen: [], reason: null };
      const created = await command<Creation>("support", 201, "POST", path, sent);
      const { data } = await body<{ data: Row[] }>("support", 200, "GET", `/api/v1/accounts?filter[reference-id]=${referenceId}`);
      expect(data).toHaveLength(1);
      const inquiries = await body<{ data: Row[] }>("support", 200, "GET", `/api/v1/inquiries?filter[account-id]=${data[0]?.id}`);
      expect(inquiries.data.map(({ id }) => id)).toEqual([created.inquiryId]);
      expect(await command<Refused>("support", 409, "POST", path, { ...sent, referenceId: referenceId.toUpperCase() })).toMatchObject({
        errors: [{ details: "An account has this reference ID by now: look at that person. Nothing was sent." }],
      });
    });

    it.each<[string, object]>([
      ["both an account and a reference ID", { referenceId: "usr_1" }],
      ["neither", { accountId: undefined }],
      ["two reference IDs", { accountId: undefined, referenceId: "usr_1,usr_2" }],
      ["no account", { accountId: "inq_1" }],
      ["no template", { inquiryTemplateId: "tmpl_1" }],
      ["an unread picture", { seen: {} }],
      ["a reason that is too long", { reason: "x".repeat(501) }],
      ["something else", { themeId: "the_1" }],
      ["a life of seconds", { expirationAfterCreateIntervalSeconds: 59 }],
      ["a value that is none", { fields: { "name-first": ["Ada"] } }],
      ["a key that no field has", { fields: { "name first": "Ada" } }],
    ])("with %s are malformed", async (_what, more) => {
      expect(await command("support", 400, "POST", path, { ...(await request()), ...more })).toHaveProperty("errors");
    });

    it("begin with what they are given", async () => {
      const sent = await request({
        note: "Met at the counter",
        tags: ["vip"],
        fields: { "name-first": "Ada", birthdate: "1990-12-10" },
        expirationAfterCreateIntervalSeconds: 3_600,
        kind: "sdk-token",
      });
      const created = await command<Creation>("support", 201, "POST", path, sent);
      expect(created).toMatchObject({ oneTimeLink: null, sessionToken: expect.stringMatching(/./) as string });
      const { data } = await body<{ data: { attributes: Record<string, unknown> } }>(
        "support",
        200,
        "GET",
        `/api/v1/inquiries/${created.inquiryId}`,
      );
      const fields = { "name-first": { value: "Ada" }, birthdate: { value: "1990-12-10" } };
      expect(data.attributes).toMatchObject({ note: "Met at the counter", tags: ["vip"], fields });
      expect(Date.parse(created.expiresAt ?? "") - Date.parse(String(data.attributes["createdAt"] ?? data.attributes["created-at"]))).toBe(
        3_600_000,
      );
    });

    it.each<[string, Partial<CreationRequest>, string]>([
      ["a day that there is not", { fields: { birthdate: "1990-02-30" } }, "/fields/birthdate"],
      ["an address that runs something", { redirectUri: "javascript:alert(1)" }, "/redirectUri"],
      ["a tag twice", { tags: ["vip", "vip"] }, "/tags"],
      ["a version that there is not", { inquiryTemplateVersionId: "itmplv_unknown" }, "/inquiryTemplateVersionId"],
      ["a field that the template lacks", { fields: { "shoe-size": "44" } }, "/fields/shoe-size"],
    ])("with %s are refused, with what it is about", async (_what, more, pointer) => {
      const refused = await command<object>("support", 422, "POST", path, await request(more));
      expect(refused).toMatchObject({ errors: [{ source: { pointer } }] });
    });

    it("need a template that there is", async () => {
      expect(await command("support", 404, "POST", path, await request({ inquiryTemplateId: "itmpl_unknown", seen: [] }))).toHaveProperty(
        "errors",
      );
    });
  });
}
