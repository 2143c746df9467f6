import { expect, it } from "vitest";
import type { PartnerResumeResponse, StandingResponse } from "@/api/generated/partner/types.gen";
import { inquiryId } from "@mocks/testing/tiny-world";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { expire, persona, startPartnerDesk } from "@test/server/support/partner-desk";

describeOnEachDatabase("the partner API", (fresh) => {
  it("tells where somebody stands, by any spelling of their reference ID", async () => {
    const started = await startPartnerDesk(await fresh());
    const { token } = await started.create();
    const answer = await started.standing(token, "REF-1");
    expect(answer).toMatchObject({ status: 200, problems: [] });
    expect((answer.body as StandingResponse).standings).toMatchObject([{ inquiryId: inquiryId(started.simulator, 1), status: "created" }]);
    const odd = await started.standing(token, "a/b%2F ü?&=#");
    expect(odd).toMatchObject({ status: 200, body: { referenceId: "a/b%2F ü?&=#", standings: [] } });
  });

  it.each([`/partner/v1/standing/${"x".repeat(256)}`, "/partner/v1/standing/%ff", "/partner/v1/standing/a%C2%85b"])(
    "refuses the reference ID in %s",
    async (path) => {
      const { create, call } = await startPartnerDesk(await fresh());
      const { token } = await create();
      expect(await call("GET", path, { authorization: `Bearer ${token}` })).toMatchObject({ status: 400, problems: [] });
    },
  );

  it("resumes what has expired and hands out a link, and the same one for the same key", async () => {
    const started = await startPartnerDesk(await fresh());
    const { create, simulator, resume, entries, links } = started;
    const { token, partnerToken } = await create();
    await expire(started, 1);
    const id = inquiryId(simulator, 1);
    const first = await resume(token, id, "oneTimeLink", "key-1");
    expect(first).toMatchObject({ status: 200, problems: [], body: { inquiryId: id, status: "pending" } });
    // the contract was checked
    const { oneTimeLink, sessionToken } = first.body as PartnerResumeResponse;
    expect(oneTimeLink).toMatch(/^https:/);
    expect(sessionToken).toBeUndefined();
    expect((await resume(token, id, "oneTimeLink", "key-1")).body).toEqual(first.body);
    expect((await entries()).filter(({ subject }) => subject?.type === "inquiry")).toMatchObject([
      {
        action: "resume-an-inquiry",
        outcome: "done",
        actor: { type: "partner", id: partnerToken.id },
        statusBefore: "expired",
        statusAfter: "pending",
      },
      { action: "generate-a-one-time-link", outcome: "done", actor: { type: "partner" }, statusBefore: "pending" },
    ]);
    const issued = await links.list({ inquiryId: id }, { limit: 10 });
    // the session token of the resume went to nobody
    expect(issued.map(({ link }) => [link.kind, link.issuedBy.id])).toEqual([["one-time-link", partnerToken.id]]);
  });

  it("hands out a session token where that is asked for, and keeps neither it nor a link", async () => {
    const db = await fresh();
    const started = await startPartnerDesk(db);
    const { token } = await started.create();
    await expire(started, 1);
    const answer = await started.resume(token, inquiryId(started.simulator, 1), "sessionToken", "key-1");
    expect(answer).toMatchObject({ status: 200, problems: [] });
    const { sessionToken, oneTimeLink } = answer.body as PartnerResumeResponse;
    expect(sessionToken).toMatch(/^ey/);
    expect(oneTimeLink).toBeUndefined();
    const again = await started.resume(token, inquiryId(started.simulator, 1), "sessionToken", "key-1");
    expect((again.body as PartnerResumeResponse).sessionToken).toBe(sessionToken);
    for (const table of ["persona_writes", "audit_entries", "issued_links", "pushes", "inquiry_states"]) {
      expect(JSON.stringify(await db.query(`select t::text from ${table} t`))).not.toContain(sessionToken?.slice(0, 30));
    }
  });

  it.each([
    ["the inquiry", (url: string) => /\/inquiries\/inq_\w+(\?|$)/.test(url)],
    ["the resume", (url: string) => url.endsWith("/resume")],
    ["the link", (url: string) => url.endsWith("/generate-one-time-link")],
  ])("hands out nothing where Persona answers for %s with somebody else's", async (_what, isOne) => {
    const started = await startPartnerDesk(await fresh());
    const { token } = await started.create();
    await expire(started, 1);
    const [asked, other] = [inquiryId(started.simulator, 1), inquiryId(started.simulator, 2)];
    let garbled = 0;
    started.network.garble = (url, body) => {
      if (!isOne(url)) return body;
      garbled += 1;
      return body.replaceAll(asked, other);
    };
    const answer = await started.resume(token, asked, "oneTimeLink", "key-1");
    expect(answer).toMatchObject({ status: 502, problems: [] });
    expect(answer.body).not.toHaveProperty("oneTimeLink");
    expect(garbled).toBeGreaterThan(0);
  });

  it("hands out a link for what was never started, but no session token", async () => {
    const started = await startPartnerDesk(await fresh());
    const { token } = await started.create();
    const id = inquiryId(started.simulator, 2);
    expect(await started.resume(token, id, "oneTimeLink")).toMatchObject({ status: 200, problems: [], body: { status: "created" } });
    const refused = await started.resume(token, id, "sessionToken");
    expect(refused).toMatchObject({
      status: 409,
      problems: [],
      body: { errors: [{ details: "A created inquiry needs no resume: its own link still opens." }] },
    });
  });

  it("refuses with the reason what is over, which is written down", async () => {
    const started = await startPartnerDesk(await fresh());
    const { token, partnerToken } = await started.create();
    const id = inquiryId(started.simulator, 3);
    const approve = new Request(`http://persona.test/api/v1/inquiries/${id}/approve`, {
      method: "POST",
      headers: { authorization: `Bearer ${persona.apiKey}`, "content-type": "application/json" },
      body: JSON.stringify({ meta: {} }),
    });
    expect((await started.simulator.handle(approve))?.status).toBe(200);
    const details = "This inquiry was approved, so there is nothing left for the user to do in it.";
    expect(await started.resume(token, id, "oneTimeLink")).toMatchObject({ status: 409, problems: [], body: { errors: [{ details }] } });
    expect((await started.entries()).at(-1)).toMatchObject({
      action: "generate-a-one-time-link",
      outcome: "refused",
      actor: { type: "partner", id: partnerToken.id },
      subject: { type: "inquiry", id },
      statusBefore: "approved",
      reason: details,
    });
  });

  it("refuses one key for two inquiries", async () => {
    const started = await startPartnerDesk(await fresh());
    const { token } = await started.create();
    await started.resume(token, inquiryId(started.simulator, 1), "oneTimeLink", "key-1");
    const other = await started.resume(token, inquiryId(started.simulator, 2), "oneTimeLink", "key-1");
    expect(other).toMatchObject({ status: 400, problems: [] });
  });

  it("knows keys by token: two systems with one key are two intents", async () => {
    const started = await startPartnerDesk(await fresh());
    const [one, other] = [await started.create(), await started.create()];
    await started.resume(one.token, inquiryId(started.simulator, 1), "oneTimeLink", "key-1");
    expect((await started.resume(other.token, inquiryId(started.simulator, 2), "oneTimeLink", "key-1")).status).toBe(200);
  });

  it.each<[string, unknown, Record<string, string>]>([
    ["no JSON", "{", {}],
    ["another way in", { as: "password" }, {}],
    ["something more", { as: "oneTimeLink", expiresInSeconds: 9 }, {}],
    ["another content type", { as: "oneTimeLink" }, { "content-type": "text/plain" }],
    ["a key with a space", { as: "oneTimeLink" }, { "idempotency-key": "a b" }],
  ])("refuses %s and asks Persona nothing", async (_what, body, headers) => {
    const started = await startPartnerDesk(await fresh());
    const { token } = await started.create();
    const path = `/partner/v1/inquiries/${inquiryId(started.simulator, 1)}/resume`;
    expect(await started.call("POST", path, { authorization: `Bearer ${token}`, ...headers }, body)).toMatchObject({
      status: 400,
      problems: [],
    });
    expect(started.simulator.requests()).toHaveLength(0);
  });

  it("refuses a large body unread", async () => {
    const started = await startPartnerDesk(await fresh());
    const { token } = await started.create();
    const answer = await started.call(
      "POST",
      "/partner/v1/inquiries/inq_1/resume",
      { authorization: `Bearer ${token}` },
      "x".repeat(70_000),
    );
    expect(answer).toMatchObject({ status: 413, problems: [] });
  });

  it("tells of an inquiry that isn't there, and of a path that is none, the same", async () => {
    const started = await startPartnerDesk(await fresh());
    const { token } = await started.create();
    expect(await started.resume(token, "inq_None", "oneTimeLink")).toMatchObject({ status: 404, problems: [] });
    expect((await started.call("GET", "/partner/v1/inquiries", { authorization: `Bearer ${token}` })).status).toBe(404);
    expect((await started.call("GET", "/partner/", {})).status).toBe(404);
  });
});
