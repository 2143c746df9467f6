import { expect, it } from "vitest";
import type { Claim } from "@/api/generated/desk/types.gen";
import type { Database } from "@server/db/database";
import { createAuditLog } from "@server/audit/audit-log";
import { createClaims } from "@server/claims/claims";
import { claimRoutes } from "@server/claims/claims-routes";
import { deskClient, detailsOf, person, recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

const [rita, rob, sam, nora] = [person("rita", "reviewer"), person("rob", "reviewer"), person("sam", "support"), person("nora", "auditor")];
const start = Date.parse("2026-03-02T09:00:00.000Z");
const path = "/desk/v1/claims";

function desk(db: Database) {
  const clock = { at: start };
  const now = () => clock.at;
  const pushes = recordedPushes();
  const audit = createAuditLog({ db, now, pushes });
  const claims = createClaims({ db, now, audit, pushes });
  const as = (who = rita) => deskClient(claimRoutes({ claims, audit }), who);
  return {
    as,
    audit,
    claims,
    clock,
    pushes,
    put: (who = rita, body: object = {}, id = "inq_1") => as(who)("PUT", `${path}/${id}`, body),
    list: async (query = "", who = rita) => {
      // held against the contract before
      const { data } = (await as(who)("GET", `${path}${query}`)).body as { data: Claim[] };
      return data;
    },
  };
}

describeOnEachDatabase("claims", (fresh) => {
  it("are a lease: kept by putting them again, lapsed without", async () => {
    const { clock, list, put } = desk(await fresh());
    const claim = {
      inquiryId: "inq_1",
      user: rita.user,
      claimedAt: "2026-03-02T09:00:00.000Z",
      expiresAt: "2026-03-02T09:01:30.000Z",
      mine: true,
    };
    expect(await put()).toMatchObject({ status: 200, body: claim });
    clock.at += 89_999;
    expect(await list()).toEqual([claim]);
    expect(await put()).toMatchObject({ status: 200, body: { ...claim, expiresAt: "2026-03-02T09:02:59.999Z" } });
    clock.at += 90_000;
    expect(await list()).toEqual([]);
    expect(await put(rob)).toMatchObject({ status: 200, body: { user: rob.user, claimedAt: new Date(clock.at).toISOString() } });
  });

  it("of somebody else are refused and shown", async () => {
    const { list, put } = desk(await fresh());
    await put(rita);
    const answer = await put(rob);
    expect(answer).toMatchObject({ status: 409, body: { claim: { user: rita.user, mine: false } } });
    expect(detailsOf(answer)).toBe("rita is working on it.");
    expect(await list("", rob)).toMatchObject([{ user: rita.user, mine: false }]);
  });

  it("of somebody else can be taken over, on the record", async () => {
    const { audit, list, put } = desk(await fresh());
    await put(rita);
    expect(await put(sam, { takeOver: true })).toMatchObject({ status: 200, body: { user: sam.user, mine: true } });
    expect(await list()).toMatchObject([{ user: sam.user }]);
    expect(await put(rita)).toMatchObject({ status: 409 });
    expect(await audit.list({}, { limit: 10 })).toMatchObject([
      {
        action: "take-over-claim",
        outcome: "done",
        actor: { id: "user-sam", role: "support" },
        subject: { type: "inquiry", id: "inq_1" },
        details: { fromId: "user-rita", fromName: "rita" },
        requestId: "dr_test",
      },
    ]);
  });

  it("are not taken over where there is nobody to take from", async () => {
    const { audit, clock, put } = desk(await fresh());
    await put(rita, { takeOver: true });
    await put(rita, { takeOver: true });
    clock.at += 90_000;
    await put(rob, { takeOver: true });
    expect(await audit.list({}, { limit: 10 })).toEqual([]);
  });

  it("are told about when the holder changes, not when they are kept", async () => {
    const { as, clock, pushes, put } = desk(await fresh());
    await put(rita);
    clock.at += 30_000;
    await put(rita);
    await put(rob);
    expect(pushes.all).toEqual([{ change: { type: "claim", id: "inq_1", related: [{ type: "inquiry", id: "inq_1" }] } }]);
    await put(rob, { takeOver: true });
    expect(pushes.ofType("claim")).toHaveLength(2);
    await as(rita)("DELETE", `${path}/inq_1`);
    expect(pushes.ofType("claim")).toHaveLength(2);
    await as(rob)("DELETE", `${path}/inq_1`);
    expect(pushes.ofType("claim")).toHaveLength(3);
    await put(rita);
    clock.at += 90_000;
    await put(rita);
    expect(pushes.ofType("claim")).toHaveLength(5);
  });

  it("are given back by their holder alone", async () => {
    const { as, list, put } = desk(await fresh());
    await put(rita);
    expect((await as(rob)("DELETE", `${path}/inq_1`)).status).toBe(204);
    expect(await list()).toHaveLength(1);
    expect((await as(rita)("DELETE", `${path}/inq_1`)).status).toBe(204);
    expect(await list()).toEqual([]);
    expect((await as(rita)("DELETE", `${path}/%00`)).status).toBe(204);
  });

  it("go to one of many who claim at once", async () => {
    const db = await fresh();
    const [here, there] = [desk(db), desk(db)];
    const people = Array.from({ length: 12 }, (_, index) => person(`p${index}`, "reviewer"));
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all(people.map((who, index) => (index % 2 ? here : there).put(who, {}, `inq_${round}`)));
      const winners = answers.filter(({ status }) => status === 200).map(({ body }) => (body as Claim).user.id);
      expect(winners).toHaveLength(1);
      const refused = answers.filter(({ status }) => status === 409).map(({ body }) => (body as { claim: Claim }).claim.user.id);
      expect(refused).toEqual(Array.from({ length: 11 }, () => winners[0]));
    }
  });

  it("change hands one after the other when many take over at once, each on the record", async () => {
    const db = await fresh();
    const [here, there] = [desk(db), desk(db)];
    await here.put(rita);
    const people = Array.from({ length: 8 }, (_, index) => person(`p${index}`, "lead"));
    await Promise.all(people.map((who, index) => (index % 2 ? here : there).put(who, { takeOver: true })));
    const entries = await here.audit.list({}, { limit: 20 });
    expect(entries).toHaveLength(8);
    // everybody but the last was taken from once, and rita too
    const [holder] = await here.list();
    const from = entries.map(({ details }) => details["fromId"]);
    expect(from).toHaveLength(people.length);
    expect(new Set([...from, holder?.user.id])).toEqual(new Set(["user-rita", ...people.map(({ user }) => user.id)]));
  });

  it("are listed by inquiry", async () => {
    const { list, put } = desk(await fresh());
    await put(rita, {}, "inq_1");
    await put(rob, {}, "inq_2");
    await put(sam, {}, "inq_3");
    const of = async (query: string) => (await list(query)).map(({ inquiryId }) => inquiryId).toSorted();
    expect(await of("")).toEqual(["inq_1", "inq_2", "inq_3"]);
    expect(await of("?filter[inquiry-id]=inq_2")).toEqual(["inq_2"]);
    expect(await of("?filter[inquiry-id]=inq_1,inq_3,inq_9")).toEqual(["inq_1", "inq_3"]);
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `inq_${index}`).join(",");
    expect(await of(`?filter[inquiry-id]=${ids(100)}`)).toEqual(["inq_1", "inq_2", "inq_3"]);
  });

  it.each([
    ["GET", `${path}?filter[inquiry-id]=${Array.from({ length: 101 }, (_, index) => `inq_${index}`).join(",")}`, undefined, "at most 100"],
    ["GET", `${path}?filter[inquiry-id]=act_1`, undefined, "inquiry-id"],
    ["PUT", `${path}/act_1`, {}, "inquiry ID"],
    ["PUT", `${path}/inq_1'--`, {}, "inquiry ID"],
    ["PUT", `${path}/inq_1`, { takeOver: "yes" }, "takeOver"],
    ["PUT", `${path}/inq_1`, { user: "user-rob" }, "user"],
    ["PUT", `${path}/inq_1`, [], "The body"],
    ["PUT", `${path}/inq_1`, undefined, "application/json"],
  ])("refuse %s %s %j", async (method, address, body, words) => {
    const answer = await desk(await fresh()).as()(method, address, body);
    expect(answer.status).toBe(400);
    expect(detailsOf(answer)).toContain(words);
  });

  it("are not for auditors, and their attempt is on the record", async () => {
    const { audit, list, put } = desk(await fresh());
    expect((await put(nora)).status).toBe(403);
    expect((await put(nora, { takeOver: true })).status).toBe(403);
    expect(await list("", nora)).toEqual([]);
    expect(await audit.list({}, { limit: 10 })).toMatchObject([
      { action: "take-over-claim", outcome: "refused", actor: { id: "user-nora" } },
      { action: "call", outcome: "refused", actor: { id: "user-nora" }, details: { operation: "claim-an-inquiry" } },
    ]);
  });

  it("that lapsed long ago are cleaned away when another is made", async () => {
    const db = await fresh();
    const { clock, put } = desk(db);
    await put(rita, {}, "inq_old");
    clock.at += 2 * 60 * 60_000;
    await put(rob, {}, "inq_new");
    expect(await db.query("select inquiry_id from claims")).toEqual([{ inquiry_id: "inq_new" }]);
  });
});
