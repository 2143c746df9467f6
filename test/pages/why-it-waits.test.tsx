import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";

async function openByReference(referenceId: string, prepare?: (simulator: Simulator, inquiryId: string) => void) {
  const simulator = resetSimulator();
  const found = [...simulator.world().tables.inquiries.newestFirst()].find(({ attributes }) => attributes.referenceId === referenceId);
  if (!found) throw new Error(`${referenceId} has no inquiry`);
  prepare?.(simulator, found.id);
  await renderApp(`/inquiries/${found.id}`);
  return within(await screen.findByRole("region", { name: "Verdict" }));
}

it.each([
  ["usr_58ad90", [/^Match in the watchlist report\.$/]],
  ["usr_r3p003", [/^Matches in 3 reports: /]],
  ["usr_r3p002", [/report could not run\.$/]],
  ["usr_91bb3c", [/^Failed required check: Selfie-to-ID comparison \(Selfie\)\.$/]],
  ["usr_6b2d18", [/^Failed .*Repeat \(Government ID\)/]],
  ["cus-104518", [/Public figure \(Selfie\)/, /^Unusual sessions and behavior\.$/]],
  ["cus-105099", [/^The user was stopped in the middle of the flow, before they finished; the last step on record is “Selfie”\.$/]],
])("%s waits for what the verdict says first", async (referenceId, expected) => {
  const verdict = await openByReference(referenceId);
  const reasons = within(verdict.getByRole("list", { name: "Why it waits" }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent ?? "");
  expected.forEach((words) => expect(reasons.join("\n")).toMatch(new RegExp(words.source, "m")));
  expect(reasons[0]).toMatch(expected[0] ?? /never/);
});

it("says each thing in one place: the verdict names the kind and leads to the strip, which has the figures", async () => {
  const verdict = await openByReference("cus-104518");
  const reason = verdict.getByRole("link", { name: "Unusual sessions and behavior." });
  expect(reason).toHaveAttribute("href", expect.stringMatching(/#signals$/));
  expect(document.getElementById("signals")).toHaveTextContent("Signals");
  const strip = within(screen.getByRole("region", { name: "Signals" }));
  for (const figure of [/Tor/, /91/, /countries/]) {
    expect(strip.getAllByText(figure).length).toBeGreaterThan(0);
    expect(verdict.queryByText(figure)).toBeNull();
  }
  const failed = verdict.getByRole("link", { name: /Public figure/ });
  expect(document.getElementById(new URL(failed.getAttribute("href") ?? "", "http://desk.test").hash.slice(1))).toBe(
    screen.getByRole("region", { name: "Verifications" }),
  );
});

it("what is said to somebody who was stopped midway does not claim that everything is there", async () => {
  await openByReference("cus-105099");
  await userEvent.keyboard("l");
  const access = within(await screen.findByRole("group", { name: "Way back in" }));
  await userEvent.click(await access.findByText("How we know, and what to say"));
  expect(access.getByText(/^We have paused your verification before its end/)).toBeVisible();
  expect(access.queryByText(/everything we need/)).toBeNull();
});

it("a decided inquiry without attempts has none on record, and waits for none", async () => {
  await openByReference("usr_2290bd");
  const attempts = within(screen.getByRole("region", { name: "Verifications" }));
  expect(attempts.getByText("No verification was recorded.")).toBeVisible();
});
