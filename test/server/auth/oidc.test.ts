import { afterAll, beforeAll, expect, it } from "vitest";
import { createAuthDesk, deskUrl } from "@test/server/support/auth-desk";
import { createBrowser, type Visit } from "@test/server/support/browser";
import { describeOnSharedDatabase } from "@test/server/support/databases";
import { type Account, startIdentityProvider } from "@test/server/support/identity-provider";

const account = (subject: string, groups: string[]): Account => ({
  subject,
  name: `${subject} Ö'Brien <b>`,
  emailAddress: `${subject}@example.com`,
  groups,
});
const accounts = [
  account("maya", ["staff", "desk-reviewers"]),
  account("ines", ["desk-reviewers", "desk-leads"]),
  account("guest", ["staff"]),
];
const clientSecret = "a secret: with + odd % letters";

describeOnSharedDatabase("sign-in through an identity provider", (db) => {
  let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
  beforeAll(async () => void (provider = await startIdentityProvider({ deskUrl, accounts, clientSecret })));
  afterAll(() => provider.close());

  const settings = (issuer: URL, more: Record<string, string> = {}) => ({
    SIGN_IN: "oidc",
    OIDC_ISSUER: issuer.href,
    OIDC_CLIENT_ID: "inquiry-desk",
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_ROLES: "desk-leads=lead, desk-reviewers=reviewer",
    ...more,
  });

  function createDesk(more: Record<string, string> = {}, at = provider) {
    const desk = createAuthDesk(db(), settings(at.issuer, more));
    // the application itself is not part of these tests: its address answers with where one came out
    const site = async (request: Request) => {
      const response = await desk.app.request(request);
      return response.status === 404 && !request.url.includes("/auth/") ? new Response("application") : response;
    };
    const newBrowser = () => createBrowser({ [deskUrl]: site });
    return { ...desk, newBrowser, browser: newBrowser() };
  }

  type Browser = ReturnType<typeof createBrowser>;
  const begin = (browser: Browser, to = "/inquiries/inq_1?tab=events") =>
    browser.open(`${deskUrl}/auth/sign-in?to=${encodeURIComponent(to)}`);
  const signIn = async (browser: Browser, who: string, to?: string): Promise<Visit> =>
    browser.submit(await begin(browser, to), { account: who });
  const role = async (browser: Browser) => {
    const answer = await browser.call(`${deskUrl}/desk/v1/session`);
    return answer.status === 200 ? ((await answer.json()) as { role: string }).role : answer.status;
  };

  /** Signs in at the provider and stops before the desk hears of it. @param tamper changes what the provider is asked */
  async function callbackOf(browser: Browser, who = "maya", tamper: (asked: URL) => void = () => undefined): Promise<URL> {
    const asked = new URL((await browser.send(new URL("/auth/sign-in", deskUrl))).headers.get("location") ?? "");
    tamper(asked);
    const page = await browser.open(asked);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    let response = await browser.send(page.url, { method: "POST", headers, body: `account=${who}` });
    let url = page.url;
    while (url.origin !== deskUrl) {
      url = new URL(response.headers.get("location") ?? "", url);
      if (url.origin !== deskUrl) response = await browser.send(url);
    }
    return url;
  }

  it("asks with PKCE, state and nonce, each new every time", async () => {
    const { browser } = createDesk();
    const asked = async () => new URL((await browser.send(new URL("/auth/sign-in", deskUrl))).headers.get("location") ?? "").searchParams;
    const [first, second] = [await asked(), await asked()];
    expect(Object.fromEntries(first)).toMatchObject({
      response_type: "code",
      client_id: "inquiry-desk",
      redirect_uri: `${deskUrl}/auth/callback`,
      scope: "openid profile email",
      code_challenge_method: "S256",
    });
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(first.get(name)).toMatch(/^[\w-]{43}$/);
      expect(first.get(name)).not.toBe(second.get(name));
    }
  });

  it.each(["cross-site", "same-site"])("signs nobody in whom another site led here (%s), but asks", async (site) => {
    const { browser } = createDesk();
    const led = await browser.send(new URL("/auth/sign-in?to=/inquiries", deskUrl), { headers: { "sec-fetch-site": site } });
    expect([led.status, led.headers.get("location"), led.headers.get("set-cookie")]).toEqual([200, null, null]);
    expect(await led.text()).toContain('href="/auth/sign-in?to=%2Finquiries"');
    const wanted = await browser.send(new URL("/auth/sign-in", deskUrl), { headers: { "sec-fetch-site": "none" } });
    expect(wanted.status).toBe(303);
  });

  it("asks at most 120 times a minute from one network, and takes up again", async () => {
    const { browser, clock } = createDesk();
    const ask = async () => (await browser.send(new URL("/auth/sign-in", deskUrl))).status;
    for (let asked = 0; asked < 120; asked += 1) expect(await ask()).toBe(303);
    const page = await browser.open(`${deskUrl}/auth/sign-in`);
    expect([page.status, page.text.includes("Too many sign-ins")]).toEqual([429, true]);
    clock.ms += 60_000;
    expect(await ask()).toBe(303);
  });

  it("lets somebody in with the role of their claims, where they wanted to go", async () => {
    const { browser, audited } = createDesk();
    const page = await signIn(browser, "maya");
    expect([page.text, page.url.href]).toEqual(["application", `${deskUrl}/inquiries/inq_1?tab=events`]);
    expect(await role(browser)).toBe("reviewer");
    expect([...browser.cookies(deskUrl).keys()]).toEqual(["desk"]);
    expect(audited).toMatchObject([
      {
        action: "sign-in",
        outcome: "done",
        requestId: "dr_test",
        actor: { type: "person", emailAddress: "maya@example.com", role: "reviewer" },
      },
    ]);
  });

  it("takes the most powerful of several roles", async () => {
    const { browser } = createDesk();
    await signIn(browser, "ines");
    expect(await role(browser)).toBe("lead");
  });

  it("shows somebody without a role what to tell an administrator", async () => {
    const { browser, audited } = createDesk();
    const page = await signIn(browser, "guest");
    expect(page.status).toBe(403);
    expect(page.text).toContain("guest Ö&#39;Brien &lt;b&gt;");
    expect(page.text).toContain("The claim groups holds one value, which OIDC_ROLES does not name.");
    expect(page.text).toContain("dr_test");
    expect(browser.cookies(deskUrl).has("desk")).toBe(false);
    expect(audited).toMatchObject([
      { action: "sign-in", outcome: "refused", details: { cause: "unknown" }, actor: { emailAddress: "guest@example.com" } },
    ]);
  });

  it("ends the sessions of somebody who comes back without a role", async () => {
    const groups = ["desk-leads"];
    const own = await startIdentityProvider({ deskUrl, clientSecret, accounts: [{ ...account("ines", []), groups }] });
    const { browser, newBrowser } = createDesk({}, own);
    await signIn(browser, "ines");
    groups.pop();
    expect((await signIn(newBrowser(), "ines")).status).toBe(403);
    expect(await role(browser)).toBe(401);
    await own.close();
  });

  it("reads claims from the UserInfo endpoint where the ID token has none, and does without a secret for a public client", async () => {
    const own = await startIdentityProvider({ deskUrl, accounts, claimsIn: "userInfo" });
    const { browser } = createDesk({ OIDC_CLIENT_SECRET: "" }, own);
    await signIn(browser, "ines");
    expect(await role(browser)).toBe("lead");
    await own.close();
  });

  it("keeps two tabs apart", async () => {
    const { browser } = createDesk();
    const [first, second] = [await begin(browser, "/inquiries/inq_1"), await begin(browser, "/inquiries/inq_2")];
    expect((await browser.submit(second, { account: "maya" })).url.pathname).toBe("/inquiries/inq_2");
    expect((await browser.submit(first, { account: "maya" })).url.pathname).toBe("/inquiries/inq_1");
  });

  it("leads nowhere but to the application", async () => {
    const { browser } = createDesk();
    expect((await signIn(browser, "maya", "/.//evil.example/x")).url.href).toBe(`${deskUrl}/`);
  });

  it("replaces a cookie that was there before", async () => {
    const { browser } = createDesk();
    browser.cookies(deskUrl).set("desk", "P".repeat(43));
    await signIn(browser, "maya");
    expect(browser.cookies(deskUrl).get("desk")).not.toBe("P".repeat(43));
    const first = browser.cookies(deskUrl).get("desk") ?? "";
    await signIn(browser, "maya");
    browser.cookies(deskUrl).set("desk", first);
    expect(await role(browser)).toBe(401);
  });

  it("takes an answer once", async () => {
    const { browser } = createDesk();
    const callback = await callbackOf(browser);
    const cookies = new Map(browser.cookies(deskUrl));
    expect((await browser.open(callback)).text).toBe("application");
    for (const [name, value] of cookies) browser.cookies(deskUrl).set(name, value);
    expect((await browser.open(callback)).status).toBe(400);
  });

  it("takes an answer only in the browser that asked", async () => {
    const { browser, newBrowser, audited } = createDesk();
    const [callback, foreign] = [await callbackOf(browser), newBrowser()];
    const page = await foreign.open(callback);
    expect(page.status).toBe(400);
    expect(page.text).toContain("no longer valid");
    expect(foreign.cookies(deskUrl).size).toBe(0);
    expect((await browser.open(callback)).status).toBe(400);
    expect(audited).toEqual([]);
  });

  it.each([
    [599_999, 200],
    [600_000, 400],
  ])("%i ms after it was asked answers an answer with %i", async (later, status) => {
    const { browser, clock } = createDesk();
    const callback = await callbackOf(browser);
    clock.ms += later;
    expect((await browser.open(callback)).status).toBe(status);
  });

  it.each<[string, (callback: URL, other: URL) => void, number]>([
    ["another state", (callback) => callback.searchParams.set("state", "S".repeat(43)), 400],
    ["no state", (callback) => callback.searchParams.delete("state"), 400],
    ["two states", (callback) => callback.searchParams.append("state", callback.searchParams.get("state") ?? ""), 502],
    ["another issuer", (callback) => callback.searchParams.set("iss", "https://evil.example"), 502],
    ["no code", (callback) => callback.searchParams.delete("code"), 502],
    ["a made-up code", (callback) => callback.searchParams.set("code", "made-up"), 502],
    // its own nonce and code verifier do not belong to the attempt that the state names
    ["another attempt's code", (callback, other) => callback.searchParams.set("code", other.searchParams.get("code") ?? ""), 502],
  ])("refuses an answer with %s", async (_what, change, status) => {
    const { browser, newBrowser, audited } = createDesk();
    const [callback, other] = [await callbackOf(browser), await callbackOf(newBrowser(), "ines")];
    change(callback, other);
    expect((await browser.open(callback)).status).toBe(status);
    expect(browser.cookies(deskUrl).has("desk")).toBe(false);
    expect(audited).toEqual([]);
  });

  it.each(["nonce", "code_challenge"])("refuses an answer to another %s", async (name) => {
    const { browser, audited } = createDesk();
    const callback = await callbackOf(browser, "maya", (asked) => asked.searchParams.set(name, "N".repeat(43)));
    expect(callback.searchParams.get("code")).toMatch(/\S/);
    expect((await browser.open(callback)).status).toBe(502);
    expect(browser.cookies(deskUrl).has("desk")).toBe(false);
    expect(audited).toEqual([]);
  });

  it("says so when the person or the provider refuses", async () => {
    const { browser } = createDesk();
    const page = await signIn(browser, "");
    expect(page.status).toBe(403);
    expect(page.text).toContain("You were not signed in");
    expect(page.text).toContain(`href="/auth/sign-in?to=${encodeURIComponent("/inquiries/inq_1?tab=events")}"`);
    const other = await callbackOf(browser);
    other.search = new URLSearchParams({
      state: other.searchParams.get("state") ?? "",
      iss: provider.issuer.origin,
      error: "<script>",
    }).toString();
    const refused = await browser.open(other);
    expect(refused.status).toBe(502);
    expect(refused.text).not.toContain("script");
  });

  it("is readable while the provider is down, and works once it is back", async () => {
    const gone = await startIdentityProvider({ deskUrl, accounts, clientSecret });
    const port = Number(gone.issuer.port);
    await gone.close();
    const { browser } = createDesk({}, gone);
    const page = await begin(browser);
    expect(page.status).toBe(503);
    expect(page.text).toContain("Sign-in is not available");
    expect(browser.cookies(deskUrl).size).toBe(0);
    const back = await startIdentityProvider({ deskUrl, accounts, clientSecret, port });
    await signIn(browser, "maya");
    expect(await role(browser)).toBe("reviewer");
    await back.close();
  });

  it("signs out at the provider as well, without a token in the address", async () => {
    const { browser } = createDesk();
    await signIn(browser, "maya");
    const answer = await browser.call(`${deskUrl}/desk/v1/session/end`, "POST", { everywhere: false });
    const { next } = (await answer.json()) as { next: string };
    const url = new URL(next);
    expect(url.origin).toBe(provider.issuer.origin);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "inquiry-desk",
      post_logout_redirect_uri: `${deskUrl}/auth/signed-out`,
    });
    expect((await browser.open(url)).status).toBe(200);
  });

  it("is neither begun nor used up by a program that looks at a link with HEAD", async () => {
    const { browser, app } = createDesk();
    const callback = await callbackOf(browser);
    const attempts = async () => (await db().query("select 1 from sign_in_attempts")).length;
    const before = await attempts();
    for (const address of [callback.href, `${deskUrl}/auth/sign-in`]) {
      expect((await app.request(address, { method: "HEAD" })).status).toBe(405);
    }
    expect(await attempts()).toBe(before);
    await browser.open(callback);
    expect(await role(browser)).toBe("reviewer");
  });
});
