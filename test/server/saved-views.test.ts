import { expect, it } from "vitest";
import type { SavedView, SavedViewList } from "@/api/generated/desk/types.gen";
import { roles } from "@/domain/viewer";
import type { Database } from "@server/db/database";
import { createAuditLog } from "@server/audit/audit-log";
import { createSavedViews } from "@server/views/saved-views";
import { savedViewRoutes } from "@server/views/saved-views-routes";
import { deskClient, detailsOf, person, recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

const [rita, rob, lena] = [person("rita", "reviewer"), person("rob", "reviewer"), person("lena", "lead")];
const path = "/desk/v1/saved-views";
const view = { name: "My queue", screen: "inquiries", search: "status=needs_review", shared: false };

function desk(db: Database) {
  const now = () => Date.parse("2026-03-02T09:00:00.000Z");
  const pushes = recordedPushes();
  const audit = createAuditLog({ db, now, pushes });
  const views = createSavedViews({ db, now, pushes });
  const as = (who = rita) => deskClient(savedViewRoutes({ views, audit }), who);
  const create = (more: object = {}, who = rita) => as(who)("POST", path, { ...view, ...more });
  return {
    as,
    audit,
    create,
    pushes,
    // held against the contract before
    created: async (more: object = {}, who = rita) => (await create(more, who)).body as SavedView,
    list: async (who = rita) => ((await as(who)("GET", path)).body as SavedViewList).data,
  };
}

describeOnEachDatabase("saved views", (fresh) => {
  it("are kept as they were named, without a page", async () => {
    const { create, list, pushes } = desk(await fresh());
    const answer = await create({ name: "  My queue ", search: "status=needs_review&after=inq_1&page[size]=20" });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^view_[0-9a-f-]{36}$/),
      ...view,
      owner: rita.user,
      updatedAt: "2026-03-02T09:00:00.000Z",
      editable: true,
    });
    expect(await list()).toEqual([answer.body]);
    expect(pushes.ofType("saved-view")).toEqual([(answer.body as SavedView).id]);
  });

  it("are listed by name: one's own and the shared ones", async () => {
    const { create, list } = desk(await fresh());
    await create({ name: "view 10" });
    await create({ name: "View 9", shared: true });
    await create({ name: "another", screen: "accounts" }, rob);
    await create({ name: "Élan", shared: true }, rob);
    expect((await list()).map(({ name, editable }) => [name, editable])).toEqual([
      ["Élan", false],
      ["View 9", true],
      ["view 10", true],
    ]);
    expect((await list(rob)).map(({ name }) => name)).toEqual(["another", "Élan", "View 9"]);
    expect((await list(lena)).map(({ name, editable }) => [name, editable])).toEqual([
      ["Élan", true],
      ["View 9", true],
    ]);
  });

  it("have a name of their own, per person and screen, and among the shared ones", async () => {
    const { as, create, created } = desk(await fresh());
    await create();
    const again = await create({ name: "my QUEUE" });
    expect([again.status, detailsOf(again)]).toEqual([409, "You have a view of this name already."]);
    expect((await create({ screen: "accounts" })).status).toBe(201);
    expect((await create({}, rob)).status).toBe(201);
    expect((await create({ name: "Team", shared: true }, rob)).status).toBe(201);
    const taken = await create({ name: "team", shared: true });
    expect([taken.status, detailsOf(taken)]).toEqual([409, "There is a shared view of this name already."]);
    const mine = await created({ name: "team" });
    expect((await as()("PATCH", `${path}/${mine.id}`, { shared: true })).status).toBe(409);
    expect((await as()("PATCH", `${path}/${mine.id}`, { name: "My Queue" })).status).toBe(409);
    expect((await as()("PATCH", `${path}/${mine.id}`, { name: "TEAM" })).status).toBe(200);
  });

  it("of one name are saved once, however many try at once", async () => {
    const db = await fresh();
    const [here, there] = [desk(db), desk(db)];
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 ? here : there).create()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
  });

  it("change in what is given, and nothing else", async () => {
    const { as, created, list } = desk(await fresh());
    const made = await created();
    const renamed = await as()("PATCH", `${path}/${made.id}`, { name: "Queue" });
    expect(renamed).toMatchObject({ status: 200, body: { ...made, name: "Queue" } });
    await as()("PATCH", `${path}/${made.id}`, { search: "status=pending&before=inq_1" });
    await as()("PATCH", `${path}/${made.id}`, { shared: true });
    expect(await list()).toEqual([{ ...made, name: "Queue", search: "status=pending", shared: true }]);
    expect((await as()("DELETE", `${path}/${made.id}`)).status).toBe(204);
    expect(await list()).toEqual([]);
    expect((await as()("DELETE", `${path}/${made.id}`)).status).toBe(404);
  });

  it.each(roles)("of others: what a %s may do", async (role) => {
    const { as, audit, created, list } = desk(await fresh());
    const [secret, team] = [await created({ name: "Private" }), await created({ name: "Team", shared: true })];
    const other = as(person("otto", role));
    const keeps = role === "lead" || role === "admin";
    expect((await other("PATCH", `${path}/${secret.id}`, { shared: true })).status).toBe(404);
    expect((await other("DELETE", `${path}/${secret.id}`)).status).toBe(404);
    expect((await other("PATCH", `${path}/${team.id}`, { name: "Taken" })).status).toBe(keeps ? 200 : 403);
    expect((await other("DELETE", `${path}/${team.id}`)).status).toBe(keeps ? 204 : 403);
    expect((await list()).map(({ name }) => name)).toEqual(keeps ? ["Private"] : ["Private", "Team"]);
    expect(
      (await audit.list({}, { limit: 10 })).map(({ outcome, subject, details }) => [outcome, subject?.id, details["operation"]]),
    ).toEqual(
      keeps
        ? []
        : [
            ["refused", team.id, "delete-a-saved-view"],
            ["refused", team.id, "update-a-saved-view"],
          ],
    );
  });

  it("stay their owner's when a lead makes them private", async () => {
    const { as, created, list } = desk(await fresh());
    const team = await created({ name: "Team", shared: true });
    await as(lena)("PATCH", `${path}/${team.id}`, { shared: false });
    expect(await list(lena)).toEqual([]);
    expect(await list()).toMatchObject([{ name: "Team", shared: false, owner: rita.user, editable: true }]);
    expect((await as(lena)("PATCH", `${path}/${team.id}`, { shared: true })).status).toBe(404);
  });

  it("are a hundred per person, and not one more", async () => {
    const { create, list } = desk(await fresh());
    for (let index = 0; index < 98; index += 1) await create({ name: `View ${index}` });
    const answers = await Promise.all(["a", "b", "c", "d"].map((name) => create({ name })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    const refused = answers.filter(({ status }) => status === 409).map(detailsOf);
    expect(refused).toEqual(Array.from({ length: 2 }, () => "You have 100 views already. Delete one first."));
    expect(await list()).toHaveLength(100);
    expect((await create({ name: "a" }, rob)).status).toBe(201);
  });

  it.each([
    [{ name: "" }, "name"],
    [{ name: "x".repeat(61) }, "name"],
    [{ screen: "audit" }, "screen"],
    [{ search: "?status=pending" }, "search"],
    [{ search: "status=a b" }, "search"],
    [{ search: `a=${"x".repeat(2000)}` }, "search"],
    [{ shared: "yes" }, "shared"],
    [{ owner: "user-rob" }, "owner"],
    [{ search: "a=\u0000" }, "character"],
  ])("are refused with %j", async (more, field) => {
    const { create, list } = desk(await fresh());
    const answer = await create(more);
    expect(answer.status).toBe(400);
    expect(detailsOf(answer)).toContain(field);
    expect(await list()).toEqual([]);
  });

  it.each(["view_none", "%00", "view_'--", "../settings"])("are not found as %s", async (id) => {
    const { as } = desk(await fresh());
    expect((await as()("PATCH", `${path}/${encodeURIComponent(id)}`, {})).status).toBe(404);
    expect((await as()("DELETE", `${path}/${encodeURIComponent(id)}`)).status).toBe(404);
  });
});
