import { expect, it } from "vitest";
import type { PersonSession } from "@/api/generated/desk/types.gen";
import type { Role } from "@/domain/viewer";
import { createAuthDesk, deskUrl } from "@test/server/support/auth-desk";
import { createBrowser } from "@test/server/support/browser";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { readDeskAnswer } from "@test/contract/desk-validator";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const emailOf = { admin: "ruth.castellan@hollisgrey.example", lead: "ines.valverde@hollisgrey.example" };

describeOnEachDatabase("people and sessions", (fresh) => {
  async function started() {
    const desk = createAuthDesk(await fresh());
    const signedIn = async (role: "admin" | "lead", userAgent = firefox) => {
      const browser = createBrowser({ [deskUrl]: (request) => desk.app.request(request) });
      const headers = { origin: deskUrl, "content-type": "application/x-www-form-urlencoded", "user-agent": userAgent };
      await browser.send(new URL("/auth/development", deskUrl), { method: "POST", headers, body: `person=${emailOf[role]}` });
      const ask = async (method: string, path: string) => {
        const answer = await readDeskAnswer(method, path, await browser.call(deskUrl + path, method));
        expect(answer.problems).toEqual([]);
        return answer;
      };
      // the answer has just been held against the contract
      const list = async () => ((await ask("GET", "/desk/v1/sessions")).body as { data: PersonSession[] }).data;
      return { ask, list, status: async () => (await ask("GET", "/desk/v1/session")).status };
    };
    return { ...desk, signedIn };
  }

  const rolesOf = (sessions: readonly PersonSession[]): Role[] => sessions.map(({ role }) => role);

  it("tell who is signed in, since when and from where, the most recently active first", async () => {
    const { signedIn, clock } = await started();
    const lead = await signedIn("lead");
    const at = new Date(clock.ms).toISOString();
    clock.ms += 60_000;
    const admin = await signedIn("admin", "curl/8.14.1");
    expect(await admin.list()).toMatchObject([
      { role: "admin", current: true, browser: null, user: { name: "Ruth Castellan" } },
      {
        role: "lead",
        current: false,
        browser: "Firefox on Linux",
        address: expect.stringMatching(/^2001:db8:.+::1$/),
        signedInAt: at,
        lastActiveAt: at,
        user: { name: "Inés Valverde", emailAddress: emailOf.lead },
      },
    ]);
    clock.ms += 60_000;
    await lead.ask("POST", "/desk/v1/session/extend");
    expect(await admin.list()).toMatchObject([
      { role: "lead", signedInAt: at, lastActiveAt: new Date(clock.ms).toISOString() },
      { role: "admin" },
    ]);
    expect(rolesOf(await lead.list())).toEqual(["lead"]);
  });

  it("leave out what has ended or lapsed", async () => {
    const { signedIn, clock } = await started();
    await signedIn("lead");
    clock.ms += 20 * 60_000;
    const admin = await signedIn("admin");
    const other = await signedIn("lead");
    expect(rolesOf(await admin.list()).toSorted()).toEqual(["admin", "lead", "lead"]);
    clock.ms += 10 * 60_000;
    expect(rolesOf(await admin.list()).toSorted()).toEqual(["admin", "lead"]);
    await other.ask("DELETE", `/desk/v1/sessions/${(await other.list())[0]?.id}`);
    expect(rolesOf(await admin.list())).toEqual(["admin"]);
  });

  it("are ended by an admin, one or all, at once, with a record and a push", async () => {
    const { signedIn, audited, pushes } = await started();
    const [admin, lead, second, third] = [await signedIn("admin"), await signedIn("lead"), await signedIn("lead"), await signedIn("lead")];
    const [own] = await lead.list();
    const firstLead = (await admin.list()).find(({ role }) => role === "lead");
    const before = pushes.all.length;
    expect((await admin.ask("DELETE", `/desk/v1/sessions/${firstLead?.id}`)).status).toBe(204);
    expect([await lead.status(), await second.status(), await third.status()].toSorted((a, b) => a - b)).toEqual([200, 200, 401]);
    expect((await admin.ask("DELETE", `/desk/v1/people/${own?.user.id}/sessions`)).status).toBe(204);
    expect([await lead.status(), await second.status(), await third.status(), await admin.status()]).toEqual([401, 401, 401, 200]);
    expect(audited.slice(-2)).toMatchObject([
      {
        action: "end-session",
        outcome: "done",
        actor: { role: "admin" },
        subject: { type: "person", id: own?.user.id },
        details: { sessions: 1 },
      },
      { action: "end-session", subject: { type: "person", id: own?.user.id }, details: { sessions: 2 } },
    ]);
    expect(pushes.all.slice(before).map(({ change }) => change.type)).toEqual(["session", "session"]);
  });

  it("of somebody else are nobody's business but an admin's", async () => {
    const { signedIn, audited } = await started();
    const [admin, lead] = [await signedIn("admin"), await signedIn("lead")];
    expect((await lead.ask("DELETE", `/desk/v1/sessions/${(await admin.list()).find(({ current }) => current)?.id}`)).status).toBe(404);
    const ruth = (await admin.list()).find(({ role }) => role === "admin")?.user.id;
    expect((await lead.ask("DELETE", `/desk/v1/people/${ruth}/sessions`)).status).toBe(403);
    expect(await admin.status()).toBe(200);
    expect(audited.at(-1)).toMatchObject({ action: "end-session", outcome: "refused", subject: { type: "person", id: ruth } });
  });
});
