import { spawn } from "node:child_process";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { afterTheHold } from "../support/commands";
import { expect, test } from "../support/test";

test.use({ signedIn: false });

test("one command, one address, one click: the whole of it on made-up people", async ({ page, actor }, info) => {
  // the project's metadata is what playwright.config.ts wrote there
  const { servedDemo } = info.project.metadata as { servedDemo: number };
  // a group of its own, so that npm's children end with it
  const demo = spawn("npm", ["run", "--silent", "serve:demo", "--", "--built"], {
    detached: true,
    env: { ...process.env, PORT: String(servedDemo) },
  });
  try {
    const printed = await new Promise<string>((resolve, reject) => {
      let text = "";
      demo.stdout.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        if (/Inquiry Desk: http\S+/.test(text)) resolve(text);
      });
      demo.once("exit", () => reject(new Error(`It ended: ${text}`)));
    });
    const [url = ""] = /http\S+/.exec(printed) ?? [];
    const people = `${url}/inquiries?reference=${referenceIdOf("somchai-srisuk")}`;
    await page.goto(people);
    await page.getByRole("link", { name: /sign in/i }).click();
    await page.getByRole("button", { name: /Inés Valverde/ }).click();
    await expect(page).toHaveURL(people);
    await page.locator("[data-row-link]").first().click();
    await expect(page.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
    // documents are drawn by the simulated Persona, on an address of its own that the policy names
    await expect
      .poll(() => page.locator("img").evaluateAll((images: HTMLImageElement[]) => images.some((image) => image.naturalWidth > 0)))
      .toBe(true);
    await actor.press("A");
    await actor.press("Enter");
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Approved", afterTheHold);
    // told by the simulated Persona's webhook, stored, and shown
    await page.goto(`${url}/audit`);
    await expect(page.getByRole("table").getByText("Inés Valverde").first()).toBeVisible();
  } finally {
    process.kill(-(demo.pid ?? 0), "SIGTERM");
    await new Promise<void>((resolve) => demo.once("exit", () => resolve()));
  }
});
