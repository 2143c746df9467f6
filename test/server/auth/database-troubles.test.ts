import { afterEach, expect, it } from "vitest";
import type { Database } from "@server/db/database";
import { DatabaseUnavailable } from "@server/db/unavailable";
import { describeOnSharedDatabase } from "@test/server/support/databases";
import { deskUrl } from "@test/server/support/auth-desk";
import { createBrowser } from "@test/server/support/browser";
import { createForgedDesk, forgingProviders, signed } from "@test/server/support/forged-sign-in";

describeOnSharedDatabase("a sign-in while the database takes no changes", (db) => {
  const providers = forgingProviders();
  afterEach(() => providers.closeAll());

  async function deskOn(provider: Awaited<ReturnType<typeof providers.start>>, isAway: () => boolean) {
    const unlessAway = <T>(work: () => Promise<T>) =>
      isAway() ? Promise.reject(new DatabaseUnavailable("takes-no-changes", undefined)) : work();
    const sometimes: Database = {
      ...db(),
      query: (text, params) => unlessAway(() => db().query(text, params)),
      transaction: (work) => unlessAway(() => db().transaction(work)),
    };
    return createForgedDesk(sometimes, provider);
  }

  it("is answered with a page when it begins", async () => {
    const desk = await deskOn(await providers.start(), () => true);
    const browser = createBrowser({ [deskUrl]: (request) => desk.app.request(request) });
    const answer = await browser.call(`${deskUrl}/auth/sign-in?to=/inquiries`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([503, "text/html; charset=UTF-8"]);
    const text = await answer.text();
    expect(text).toContain("The desk's database takes no changes.".replace("'", "&#39;"));
    expect(text).toContain('href="/auth/sign-in?to=%2Finquiries"');
    expect(desk.logged).toMatchObject([{ msg: "sign-in failed", code: "database_unavailable" }]);
  });

  it("is answered with a page when it ends", async () => {
    const provider = await providers.start();
    let isAway = false;
    const desk = await deskOn(provider, () => isAway);
    const [key] = provider.keys;
    if (!key) throw new Error("The provider has no key");
    const { status, text } = await desk.signIn((right) => {
      isAway = true;
      return signed(right, key);
    });
    expect([status, text.includes("Sign-in is not available")]).toEqual([503, true]);
  });
});
