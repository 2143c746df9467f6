import { expect, it } from "vitest";
import type { Identity } from "@server/auth/sessions";
import { createAuthDesk, deskUrl } from "@test/server/support/auth-desk";
import { createBrowser } from "@test/server/support/browser";
import { readDeskAnswer } from "@test/contract/desk-validator";
import { describeOnEachDatabase } from "@test/server/support/databases";

const maya: Identity = { issuer: "https://idp.example", subject: "maya", name: "Maya", emailAddress: "maya@example.com", role: "reviewer" };
const minutes = (count: number) => count * 60_000;

describeOnEachDatabase("the session over HTTP", (fresh) => {
  async function signedIn() {
    const db = await fresh();
    const desk = createAuthDesk(db);
    const newBrowser = async () => {
      const browser = createBrowser({ [deskUrl]: (request) => desk.app.request(request) });
      const { cookieValue } = await db.transaction((transaction) => desk.sessions.start(maya, undefined, transaction));
      browser.cookies(deskUrl).set("desk", cookieValue);
      return {
        ...browser,
        ask: async (method: string, path: string, body?: unknown) =>
          readDeskAnswer(method, path, await browser.call(deskUrl + path, method, body)),
      };
    };
    return { ...desk, newBrowser, browser: await newBrowser() };
  }

  it("tells who is signed in, as the contract says", async () => {
    const { browser, clock } = await signedIn();
    const answer = await browser.ask("GET", "/desk/v1/session");
    expect(answer.problems).toEqual([]);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      user: { name: "Maya", emailAddress: "maya@example.com" },
      role: "reviewer",
      environment: "sandbox",
      personaVersion: "2026-09-29",
      organization: { name: "Hollis Grey" },
      life: { idleExpiresAt: new Date(clock.ms + minutes(30)).toISOString(), warnSeconds: 120 },
    });
  });

  it("refuses everybody else with 401", async () => {
    const { browser, clock, app } = await signedIn();
    const cookies = ["", "desk=", "desk=x", `desk=${"A".repeat(43)}`, `__Host-desk=${browser.cookies(deskUrl).get("desk")}`, "desk=%00"];
    for (const cookie of cookies) {
      for (const path of ["/desk/v1/session", "/desk/v1/anything"]) {
        expect((await app.request(deskUrl + path, { headers: { cookie } })).status).toBe(401);
      }
    }
    clock.ms += minutes(30);
    const late = await browser.ask("GET", "/desk/v1/session");
    expect(late).toMatchObject({ status: 401, problems: [] });
  });

  it.each<[string, string, boolean]>([
    ["GET", "/desk/v1/session", false],
    ["GET", "/desk/v1/anything", false],
    ["HEAD", "/desk/v1/anything", false],
    ["POST", "/desk/v1/anything", true],
    ["PUT", "/desk/v1/anything", true],
    ["PATCH", "/desk/v1/anything", true],
    ["DELETE", "/desk/v1/anything", true],
    // open pages keep their claims by themselves
    ["PUT", "/desk/v1/claims/inq_1", false],
    ["DELETE", "/desk/v1/claims/inq_1", false],
    ["POST", "/desk/v1/session/extend", true],
  ])("%s %s counts as activity: %s", async (method, path, counts) => {
    const { browser, clock } = await signedIn();
    clock.ms += minutes(20);
    expect((await browser.call(deskUrl + path, method)).status).toBe(200);
    clock.ms += minutes(20);
    expect((await browser.call(`${deskUrl}/desk/v1/session`)).status).toBe(counts ? 200 : 401);
  });

  it("does not live longer by what another site sends", async () => {
    const { browser, clock } = await signedIn();
    clock.ms += minutes(20);
    const forged = await browser.call(`${deskUrl}/desk/v1/session/extend`, "POST", undefined, { origin: "https://evil.example" });
    expect(forged.status).toBe(403);
    clock.ms += minutes(20);
    expect((await browser.call(`${deskUrl}/desk/v1/session`)).status).toBe(401);
  });

  it("is extended until its absolute end", async () => {
    const { browser, clock } = await signedIn();
    clock.ms += minutes(10);
    const answer = await browser.ask("POST", "/desk/v1/session/extend");
    expect(answer).toMatchObject({ status: 200, problems: [], body: { idleExpiresAt: new Date(clock.ms + minutes(30)).toISOString() } });
  });

  it("ends here, and only here", async () => {
    const { browser, newBrowser, audited } = await signedIn();
    const other = await newBrowser();
    const secret = browser.cookies(deskUrl).get("desk");
    const answer = await browser.ask("POST", "/desk/v1/session/end", { everywhere: false });
    expect(answer).toMatchObject({ status: 200, problems: [], body: { next: "/auth/signed-out" } });
    expect(browser.cookies(deskUrl).has("desk")).toBe(false);
    browser.cookies(deskUrl).set("desk", secret ?? "");
    expect((await browser.call(`${deskUrl}/desk/v1/anything`)).status).toBe(401);
    expect((await other.call(`${deskUrl}/desk/v1/anything`)).status).toBe(200);
    expect(audited).toMatchObject([
      { action: "sign-out", outcome: "done", actor: { name: "Maya", role: "reviewer" }, details: { everywhere: false, sessions: 1 } },
    ]);
  });

  it("ends everywhere", async () => {
    const { browser, newBrowser, audited } = await signedIn();
    const other = await newBrowser();
    await browser.ask("POST", "/desk/v1/session/end", { everywhere: true });
    expect((await other.call(`${deskUrl}/desk/v1/anything`)).status).toBe(401);
    expect(audited).toMatchObject([{ action: "sign-out", details: { everywhere: true, sessions: 2 } }]);
  });

  it.each([undefined, {}, { everywhere: "yes" }, { everywhere: true, more: 1 }, []])("does not end for %j", async (body) => {
    const { browser, audited } = await signedIn();
    expect(await browser.ask("POST", "/desk/v1/session/end", body)).toMatchObject({ status: 400 });
    expect((await browser.call(`${deskUrl}/desk/v1/session`)).status).toBe(200);
    expect(audited).toEqual([]);
  });
});
