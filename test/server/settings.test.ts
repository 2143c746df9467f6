import { expect, it } from "vitest";
import type { Setting, SettingList, SettingVersionList } from "@/api/generated/desk/types.gen";
import { defaultSettings } from "@/domain/default-settings";
import type { Database } from "@server/db/database";
import { createAuditLog } from "@server/audit/audit-log";
import { createSettings } from "@server/settings/settings";
import { settingRoutes } from "@server/settings/settings-routes";
import { validateSettings } from "@test/contract/desk-validator";
import { deskClient, detailsOf, person, recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

const [lena, adam] = [person("lena", "lead"), person("adam", "admin")];
const path = "/desk/v1/settings";
const sla = (reviewHours: number) => ({ reviewHours, warnHours: 1 });

function desk(db: Database) {
  let at = Date.parse("2026-03-02T09:00:00.000Z") - 60_000;
  const now = () => (at += 60_000);
  const pushes = recordedPushes();
  const audit = createAuditLog({ db, now, pushes });
  const as = (who = lena) => deskClient(settingRoutes({ settings: createSettings({ db, now, audit, pushes }), audit }), who);
  const put = (key: string, body: object, who = lena) => as(who)("PUT", `${path}/${key}`, body);
  // held against the contract before
  const all = async (who = lena) => ((await as(who)("GET", path)).body as SettingList).data;
  const versions = async (query = "", key = "sla") => (await as()("GET", `${path}/${key}/versions${query}`)).body as SettingVersionList;
  return { all, as, audit, pushes, put, versions };
}

describeOnEachDatabase("settings", (fresh) => {
  it("are the defaults until somebody changes them", async () => {
    const { all, versions } = desk(await fresh());
    const settings = await all(person("nora", "auditor"));
    expect(Object.fromEntries(settings.map(({ key, value }) => [key, value]))).toEqual(defaultSettings);
    for (const setting of settings) expect(setting).toMatchObject({ version: 0, changedBy: null, changedAt: null });
    expect(await versions()).toEqual({ data: [], links: { prev: null, next: null } });
  });

  it("are changed with who, when, why, and a record of it", async () => {
    const { all, audit, pushes, put } = desk(await fresh());
    const answer = await put("sla", { value: sla(12), version: 0, note: " Fewer people  at work " });
    expect(answer).toMatchObject({ status: 200, body: { key: "sla", value: sla(12), version: 1, changedBy: lena.user } });
    expect((await all()).find(({ key }) => key === "sla")).toEqual(answer.body);
    expect((await all()).find(({ key }) => key === "scripts")).toMatchObject({ version: 0 });
    expect(await audit.list({}, { limit: 10 })).toMatchObject([
      {
        action: "change-setting",
        outcome: "done",
        actor: { id: "user-lena", role: "lead" },
        subject: { type: "setting", id: "sla" },
        reason: "Fewer people  at work",
        details: { key: "sla", version: 1 },
      },
    ]);
    expect(pushes.ofType("setting")).toEqual(["sla"]);
  });

  it("take values that the contract takes", async () => {
    const { all, put } = desk(await fresh());
    const { decisionReasons, duplicatePolicy, scripts } = defaultSettings;
    const [first] = decisionReasons;
    await put("decisionReasons", { value: [{ ...first, preset: "As agreed.", tag: "second look" }], version: 0 });
    await put("decisionHold", { value: { seconds: 10, atLeastSeconds: 3 }, version: 0 });
    await put("duplicatePolicy", { value: { ...duplicatePolicy, tooOldAfterDays: 7 }, version: 0 });
    await put("scripts", { value: scripts.slice(1), version: 0 });
    await put("sla", { value: sla(8), version: 0 });
    await put("reviewQueue", { value: { alsoWaiting: ["failed", "completed"] }, version: 0 });
    await put("twoPeople", { value: [{ inquiryTemplateId: "itmpl_1", decisions: "declines" }], version: 0 });
    const now = await all();
    expect(now.map(({ version }) => version)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(validateSettings(Object.fromEntries(now.map(({ key, value }) => [key, value])))).toEqual([]);
  });

  it("are refused when somebody was faster, and who that was is told", async () => {
    const { all, audit, pushes, put } = desk(await fresh());
    await put("sla", { value: sla(12), version: 0 }, adam);
    const before = [pushes.all.length, (await audit.list({}, { limit: 10 })).length];
    const stale = await put("sla", { value: sla(6), version: 0 });
    expect(stale.status).toBe(409);
    expect(detailsOf(stale)).toBe("adam changed it at 2026-03-02T09:00:00.000Z. It is version 1 now, and you began with 0.");
    const ahead = await put("scripts", { value: [], version: 3 });
    expect(ahead.status).toBe(409);
    expect(detailsOf(ahead)).toContain("Nobody has changed it yet");
    expect((await all()).find(({ key }) => key === "sla")).toMatchObject({ value: sla(12), version: 1 });
    expect([pushes.all.length, (await audit.list({}, { limit: 10 })).length]).toEqual(before);
  });

  it("go to one of many who change them at once", async () => {
    const db = await fresh();
    const [here, there] = [desk(db), desk(db)];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? here : there).put("sla", { value: sla(index + 1), version: 0 })),
    );
    const winners = answers.filter(({ status }) => status === 200).map(({ body }) => body as Setting);
    expect(winners).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    expect((await here.all()).find(({ key }) => key === "sla")?.value).toEqual(winners[0]?.value);
  });

  it("keep what they were, page by page", async () => {
    const { put, versions } = desk(await fresh());
    for (const hours of [1, 2, 3, 4, 5]) await put("sla", { value: sla(hours), version: hours - 1, ...(hours === 5 && { note: "Five" }) });
    const first = await versions("?page[size]=2");
    expect(first.data).toMatchObject([
      { version: 5, value: sla(5), changedBy: lena.user, note: "Five" },
      { version: 4, value: sla(4), note: null },
    ]);
    const second = await versions((first.links.next ?? "").split("versions")[1]);
    const third = await versions((second.links.next ?? "").split("versions")[1]);
    expect([...second.data, ...third.data].map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(third.links.next).toBeNull();
    expect((await versions("", "scripts")).data).toEqual([]);
  });

  it.each(["update setting_versions set note = 'x'", "delete from setting_versions", "truncate setting_versions"])(
    "lets the application's role not do: %s",
    async (statement) => {
      const db = await fresh();
      await desk(db).put("sla", { value: sla(3), version: 0 });
      await expect(db.query(statement)).rejects.toMatchObject({ code: "42501" });
    },
  );

  it("are changed by leads and admins, whose role is refused is on the record", async () => {
    const { all, audit, put } = desk(await fresh());
    for (const role of ["reviewer", "support", "auditor"] as const) {
      expect((await put("sla", { value: sla(1), version: 0 }, person(role, role))).status, role).toBe(403);
    }
    expect((await all()).find(({ key }) => key === "sla")?.version).toBe(0);
    expect((await put("sla", { value: sla(1), version: 0 }, adam)).status).toBe(200);
    const entries = await audit.list({}, { limit: 10 });
    expect(entries.map(({ outcome, actor }) => [outcome, actor.id])).toEqual([
      ["done", "user-adam"],
      ["refused", "user-auditor"],
      ["refused", "user-support"],
      ["refused", "user-reviewer"],
    ]);
  });

  it.each([
    ["sla", { version: 0 }, "value"],
    ["sla", { value: sla(1) }, "version"],
    ["sla", { value: sla(1), version: -1 }, "version"],
    ["sla", { value: sla(1), version: 1.5 }, "version"],
    ["sla", { value: sla(1), version: 1e12 }, "version"],
    ["sla", { value: sla(1), version: 0, note: "x".repeat(501) }, "note"],
    ["sla", { value: sla(1), version: 0, by: "me" }, "by"],
    ["sla", { value: { ...sla(1), secret: 1 }, version: 0 }, "value"],
    ["decisionReasons", { value: [{ id: "a", decision: "approve", label: "", comment: "optional" }], version: 0 }, "value[0].label"],
    ["duplicatePolicy", { value: { tooOldAfterDays: 1, reverifyAfterDays: 1, rules: [] }, version: 0 }, "value.rules"],
    ["scripts", { value: defaultSettings.sla, version: 0 }, "value"],
  ])("refuse %s %j and name the field", async (key, body, field) => {
    const { all, put } = desk(await fresh());
    const answer = await put(key, body);
    expect(answer.status).toBe(400);
    expect(detailsOf(answer)).toContain(field);
    expect((await all()).every(({ version }) => version === 0)).toBe(true);
  });

  it.each(["colours", "__proto__", "toString", "SLA"])("do not know %s", async (key) => {
    const { as, put } = desk(await fresh());
    expect((await put(key, { value: 1, version: 0 })).status).toBe(404);
    expect((await as()("GET", `${path}/${key}/versions`)).status).toBe(404);
  });
});
