import { expect, it } from "vitest";
import { createAuthDesk, deskUrl } from "@test/server/support/auth-desk";
import { createBrowser } from "@test/server/support/browser";
import { describeOnEachDatabase } from "@test/server/support/databases";

describeOnEachDatabase("the development sign-in", (fresh) => {
  async function opened(to = "/inquiries/inq_1") {
    const desk = createAuthDesk(await fresh());
    const browser = createBrowser({ [deskUrl]: (request) => desk.app.request(request) });
    const page = await browser.open(`${deskUrl}/auth/sign-in?to=${encodeURIComponent(to)}`);
    return { ...desk, browser, page };
  }

  const field = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? "";

  it("offers somebody of each role, and lets them in where they wanted to go", async () => {
    const { browser, page, audited } = await opened();
    expect(page.status).toBe(200);
    for (const role of ["Reviewer", "Support", "Lead", "Auditor", "Admin"]) expect(page.text).toContain(role);
    expect(field(page.text, "to")).toBe("/inquiries/inq_1");
    const answer = await browser.send(new URL("/auth/development", deskUrl), {
      method: "POST",
      headers: { origin: deskUrl, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ person: "ines.valverde@hollisgrey.example", to: "/inquiries/inq_1" }).toString(),
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${deskUrl}/inquiries/inq_1`]);
    const session = await browser.call(`${deskUrl}/desk/v1/session`);
    expect(await session.json()).toMatchObject({ user: { name: "Inés Valverde" }, role: "lead" });
    expect(audited).toMatchObject([{ action: "sign-in", outcome: "done", actor: { name: "Inés Valverde", role: "lead" } }]);
  });

  it("replaces the session of whoever was signed in before", async () => {
    const { browser, page, app } = await opened();
    await browser.submit(page, { person: "ruth.castellan@hollisgrey.example" });
    const former = browser.cookies(deskUrl).get("desk");
    await browser.submit(page, { person: "victor.sandoval@hollisgrey.example" });
    expect(browser.cookies(deskUrl).get("desk")).not.toBe(former);
    expect((await app.request(`${deskUrl}/desk/v1/session`, { headers: { cookie: `desk=${former}` } })).status).toBe(401);
  });

  it("takes its own form as browsers send it from a page that tells no referrer", async () => {
    const { browser } = await opened();
    const body = new URLSearchParams({ person: "ruth.castellan@hollisgrey.example" }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded", origin: "null", "sec-fetch-site": "same-origin" };
    expect((await browser.send(new URL("/auth/development", deskUrl), { method: "POST", headers, body })).status).toBe(303);
  });

  it("is not submitted from elsewhere", async () => {
    const { browser, audited } = await opened();
    const body = new URLSearchParams({ person: "ruth.castellan@hollisgrey.example" }).toString();
    const forged: Record<string, string>[] = [
      {},
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "null", "sec-fetch-site": "cross-site" },
      { origin: deskUrl, "sec-fetch-site": "cross-site" },
    ];
    for (const more of forged) {
      const headers = { "content-type": "application/x-www-form-urlencoded", ...more };
      expect((await browser.send(new URL("/auth/development", deskUrl), { method: "POST", headers, body })).status).toBe(403);
    }
    expect(browser.cookies(deskUrl).size).toBe(0);
    expect(audited).toEqual([]);
  });

  it("is not submitted by a page whose host's name was made to lead here", async () => {
    const { app, audited } = await opened();
    const rebound = "http://elsewhere.example:8080";
    const form: RequestInit = {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: "null", "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({ person: "ruth.castellan@hollisgrey.example", to: "/" }),
    };
    expect((await app.request(`${rebound}/auth/development`, form)).status).toBe(403);
    expect(audited).toEqual([]);
    // a proxy in front of it speaks to it on another port
    expect((await app.request(`http://${new URL(deskUrl).hostname}:23456/auth/development`, form)).status).toBe(303);
    expect((await app.request(`${deskUrl}/auth/development`, form)).status).toBe(303);
  });

  it("lets nobody in whom it does not offer, and leads nowhere else", async () => {
    const { browser, page } = await opened("//evil.example");
    expect(field(page.text, "to")).toBe("/");
    for (const person of ["", "mallory@hollisgrey.example", "__proto__"]) expect((await browser.submit(page, { person })).status).toBe(400);
    const answer = await browser.send(new URL("/auth/development", deskUrl), {
      method: "POST",
      headers: { origin: deskUrl, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ person: "ruth.castellan@hollisgrey.example", to: "/.//evil.example" }).toString(),
    });
    expect(answer.headers.get("location")).toBe(`${deskUrl}/`);
  });

  it("has a stylesheet and a page for after signing out", async () => {
    const { browser } = await opened();
    const stylesheet = await browser.open(`${deskUrl}/auth/pages.css`);
    expect(stylesheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
    const signedOut = await browser.open(`${deskUrl}/auth/signed-out`);
    expect(signedOut.text).toContain("You are signed out");
  });

  it("is not there where an identity provider is configured", async () => {
    const settings = { SIGN_IN: "oidc", OIDC_ISSUER: "http://127.0.0.1:9", OIDC_CLIENT_ID: "x", OIDC_ROLES: "a=lead" };
    const { app } = createAuthDesk(await fresh(), settings);
    const form = {
      method: "POST",
      headers: { origin: deskUrl },
      body: new URLSearchParams({ person: "ruth.castellan@hollisgrey.example" }),
    };
    expect((await app.request(`${deskUrl}/auth/development`)).status).toBe(404);
    expect((await app.request(`${deskUrl}/auth/development`, form)).status).toBe(404);
  });
});
