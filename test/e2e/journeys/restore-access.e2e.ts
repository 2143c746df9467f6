import { referenceIdOf } from "@mocks/seed/catalogue";
import { expect, test } from "../support/test";

const halfAnHour = 1_800;

type Opened = { outcome: string; inquiryId?: string; sessionId?: string };

test.describe("“session expired” becomes a working link in the clipboard", () => {
  test("by keyboard, in two actions once the person is open", async ({ page, open, actor, simulator }) => {
    await open("/");
    const referenceId = referenceIdOf("oscar-lund");
    const account = await simulator.accountOf(referenceId);
    const inquiry = await simulator.inquiryOf(referenceId);
    expect(inquiry.attributes.status).toBe("expired");
    await open(`/accounts/${account.id}`);
    await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();

    await actor.press("L");
    const access = page.getByRole("region", { name: "Access" });
    await actor.press("Enter");

    await expect(access.getByText("The link is in your clipboard.")).toBeVisible();
    expect(actor.actions).toBe(2);
    await expect(access).toContainText("The inquiry was resumed: it is pending again");
    await expect(access).toContainText(/works once, for as long as the template says/i);

    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/^https:\/\//);
    // the user is back in that very inquiry …
    const opened = await simulator.call<Opened>("POST", "end-user/open", { link, device: "phone" });
    expect(opened).toMatchObject({ outcome: "opened", inquiryId: inquiry.id });
    // … and nobody else gets in with the same link
    await simulator.call("POST", "clock/advance", { seconds: halfAnHour });
    expect(await simulator.call<Opened>("POST", "end-user/open", { link, device: "another phone" })).toMatchObject({ outcome: "refused" });
  });

  test("by mouse, from the inquiry", async ({ page, open, actor, simulator }) => {
    await open("/");
    const inquiry = await simulator.inquiryOf(referenceIdOf("benedikt-huber"));
    await open(`/inquiries/${inquiry.id}`);
    const access = page.getByRole("region", { name: "Access" });

    await actor.click(access.getByRole("button", { name: "Restore access" }));
    await actor.click(access.getByRole("button", { name: /resume and copy/i }));

    await expect(access.getByText("The link is in your clipboard.")).toBeVisible();
    expect(actor.actions).toBe(2);
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Pending");
    expect((await simulator.inquiryOf(referenceIdOf("benedikt-huber"))).attributes.status).toBe("pending");
  });

  test("a pending inquiry needs only the link, and one key copies it again", async ({ page, open, actor, simulator }) => {
    await open("/");
    const inquiry = await simulator.inquiryOf(referenceIdOf("lucas-meyer"));
    await open(`/inquiries/${inquiry.id}`);
    const access = page.getByRole("region", { name: "Access" });
    await expect(access.getByRole("button", { name: "Restore access" })).toBeVisible();

    await actor.press("L");
    await actor.press("Enter");
    await expect(access.getByText("The link is in your clipboard.")).toBeVisible();
    await expect(access).not.toContainText("The inquiry was resumed");

    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.evaluate(() => navigator.clipboard.writeText("something else"));
    await actor.press("C");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  });

  test("no session token is shown, kept or put into an address", async ({ page, open, actor, simulator }) => {
    await open("/");
    const inquiry = await simulator.inquiryOf(referenceIdOf("oscar-lund"));
    await open(`/inquiries/${inquiry.id}`);
    await expect(page.getByRole("region", { name: "Access" })).toBeVisible();
    await actor.press("L");
    await actor.press("Enter");
    await expect(page.getByText("The link is in your clipboard.")).toBeVisible();

    const jsonWebToken = /eyJ[\w-]+\.[\w-]+\.[\w-]+/;
    expect(await page.content()).not.toMatch(jsonWebToken);
    expect(page.url()).not.toMatch(jsonWebToken);
    const stored = await page.evaluate(() =>
      JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage).filter(([key]) => !key.startsWith("simulator:"))]),
    );
    expect(stored).not.toMatch(jsonWebToken);
    expect(stored).not.toContain("verify?code=");
  });
});
