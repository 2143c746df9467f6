import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { renderApp } from "@test/render-app";
import { changeAnswers } from "@test/support/failing-answers";
import { isRecord } from "@/lib/read";

const inquiryOf = (simulator: Simulator, referenceId: string) => {
  for (const inquiry of simulator.world().tables.inquiries.newestFirst()) {
    if (inquiry.attributes.referenceId === referenceId) return inquiry;
  }
  throw new Error(`${referenceId} has no inquiry`);
};

/** An object without some of its members. */
const without = (value: unknown, ...names: readonly string[]) =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))) : value;

/** Opens an inquiry of which the answer left out some attributes and relationships. */
async function openWithout(referenceId: string, attributes: readonly string[], relationships: readonly string[], included = true) {
  const simulator = resetSimulator({ role: "reviewer" });
  const { id } = inquiryOf(simulator, referenceId);
  changeAnswers(`*/api/v1/inquiries/${id}`, (body) => {
    const data: Record<string, unknown> = isRecord(body["data"]) ? body["data"] : {};
    return {
      ...body,
      ...(included ? {} : { included: [] }),
      data: {
        ...data,
        attributes: without(data["attributes"], ...attributes),
        relationships: without(data["relationships"], ...relationships),
      },
    };
  });
  return renderApp(`/inquiries/${id}`);
}

it("an inquiry whose answer tells of no sessions is not said to be never opened", async () => {
  const { user } = await openWithout("usr_0d11aa", [], ["sessions", "verifications"], false);
  expect(await screen.findByText("Its verifications did not come with Persona's answer.")).toBeVisible();
  await screen.findByRole("button", { name: "Restore access" });
  await user.keyboard("l");
  const access = within(await screen.findByRole("group", { name: "Way back in" }));
  expect(await access.findByText(/^Its sessions are not known/)).toBeVisible();
  expect(access.queryByText(/never opened|Nothing is wrong/)).toBeNull();
});

it("an inquiry in review whose answer left out its times is not said to have been stopped", async () => {
  await openWithout("cus-105099", ["completed-at", "failed-at", "completedAt", "failedAt"], []);
  const verdict = within(await screen.findByRole("region", { name: "Verdict" }));
  expect(await verdict.findByText(/^Waiting for review/)).toBeVisible();
  expect(verdict.queryByText(/stopped in the middle/)).toBeNull();
});

it("a report that lists whom it found and leaves out whether it matched has a match", async () => {
  const simulator = resetSimulator({ role: "reviewer" });
  const { id } = inquiryOf(simulator, "usr_58ad90");
  changeAnswers(`*/api/v1/inquiries/${id}`, (body) => ({
    ...body,
    included: (Array.isArray(body["included"]) ? body["included"] : []).map((resource: unknown) =>
      isRecord(resource) && String(resource["type"]).startsWith("report/")
        ? { ...resource, attributes: without(resource["attributes"], "has-match", "hasMatch") }
        : resource,
    ),
  }));
  await renderApp(`/inquiries/${id}`);
  const verdict = within(await screen.findByRole("region", { name: "Verdict" }));
  expect(await verdict.findByText(/^Match(es)? in /)).toBeVisible();
});
