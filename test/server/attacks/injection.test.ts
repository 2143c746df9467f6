import { expect, it } from "vitest";
import { describeAttacks } from "./attack";

const sql = [
  "' or '1'='1",
  "'; drop table audit_entries; --",
  "1); delete from sessions; --",
  "\\'; select pg_sleep(10); --",
  "$1",
  "%",
  "_",
  "a' union select secret_hash from sessions --",
  "{}",
  "null",
];

/** What people and Persona might put into any text that the desk keeps and shows. */
const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "${7*7}",
  '=HYPERLINK("https://evil.example")',
  "+1+1",
  "@SUM(A1)",
  "-2+3",
  "\u202eesrever",
  "\u0007bell\u001b[31mred",
  "a\r\nSet-Cookie: role=admin",
  "𝕏".repeat(20),
  "\ufeffmark",
  "مرحبا",
  "' or 1=1 --",
];

describeAttacks("text that is a command somewhere", (target) => {
  it.each(sql)("SQL in filters finds nothing that is not there: %s", async (text) => {
    const { desk, db } = target();
    const value = encodeURIComponent(text);
    await desk.cookieOf("admin");
    const [before] = await db.query<{ count: number }>("select count(*)::int as count from sessions");
    for (const path of [
      `/desk/v1/audit-entries?filter[actor-id]=${value}`,
      `/desk/v1/audit-entries?filter[action]=${value}`,
      `/desk/v1/audit-entries?filter[subject-id]=${value}`,
      `/desk/v1/audit-entries?page[after]=${value}`,
      `/desk/v1/links?filter[inquiry-id]=${value}`,
      `/desk/v1/claims?filter[inquiry-id]=${value}`,
      `/desk/v1/settings/${value.replaceAll("%", "")}/versions`,
    ]) {
      const answer = await desk.call("admin", "GET", path);
      const body = (await answer.json()) as { data?: unknown[] };
      expect(answer.status, path).toBeLessThan(500);
      expect(body.data ?? [], path).toEqual([]);
    }
    expect(await db.query("select count(*)::int as count from sessions")).toEqual([before]);
  });

  it.each(hostile)("%j in a saved view, a setting and a token comes back as it was, and as data only", async (text) => {
    const { desk } = target();
    const name = `${text} `.slice(0, 50);
    const view = await desk.call("lead", "POST", "/desk/v1/saved-views", {
      name,
      screen: "inquiries",
      search: "status=created",
      shared: false,
    });
    const reasons = [{ id: "a", decision: "decline", label: name.trim(), comment: "optional" }];
    const settings = (await (await desk.call("admin", "GET", "/desk/v1/settings")).json()) as { data: { key: string; version: number }[] };
    const version = settings.data.find(({ key }) => key === "decisionReasons")?.version;
    const setting = await desk.call("admin", "PUT", "/desk/v1/settings/decisionReasons", { value: reasons, version, note: text });
    const token = await desk.call("admin", "POST", "/desk/v1/partner-tokens", { name, scopes: ["standing.read"], expiresInDays: 1 });
    for (const answer of [view, setting, token]) {
      // refused for a character that no text may hold, or kept; never half of it, never a failure
      expect([200, 201, 400]).toContain(answer.status);
      expect(answer.headers.get("content-type")).toContain("application/json");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("set-cookie")).toBeNull();
    }
    const shown = view.status === 201 ? ((await view.json()) as { name: string }).name.trim() : "nothing";
    expect(shown).not.toBe("");
  });

  it("none of it is a formula in the exported table", async () => {
    const { desk } = target();
    for (const comment of hostile) await desk.call("admin", "PUT", "/desk/v1/settings/sla", { value: {}, version: 0, note: comment });
    const csv = await (await desk.call("admin", "POST", "/desk/v1/audit-entries/export", {})).text();
    const cells = csv.split("\r\n").flatMap((line) => line.split(","));
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter((cell) => /^"?[=+@\t\r-]/.test(cell) && !/^-?\d+$/.test(cell))).toEqual([]);
  });

  it.each(["%0d%0aSet-Cookie:%20a=b", "%E5%98%8A%E5%98%8DSet-Cookie:a"])("a header behind a line break is none: %s", async (text) => {
    const { desk } = target();
    for (const path of [`/auth/sign-in?to=/${text}`, `/partner/v1/standing/${text}`, `/desk/v1/settings/${text}/versions`]) {
      const { headers } = await fetch(desk.url + path, { redirect: "manual" });
      expect(headers.get("set-cookie") ?? "").not.toContain("a=b");
    }
  });
});
