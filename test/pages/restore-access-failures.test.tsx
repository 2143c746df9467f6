import { describe, expect, it } from "vitest";
import { simulate } from "@test/support/inquiry-states";
import { clipboard, form, issued, open, sent, steps } from "@test/support/restore-access";
import { inWorld, openWorkbench, writes } from "@test/support/workbench";

describe("when a step fails", () => {
  it.each([422, 500, "network"] as const)("the second with %s: says what happened, and tries only the link again", async (status) => {
    const { user, simulator, inquiryId, access } = await openWorkbench({ status: "expired" });
    simulator.fault({ operation: "generateAOneTimeLink", status });
    await user.keyboard("l");
    await form();
    await user.keyboard("{Enter}");
    expect(await access.findByText("Resumed, but the link was not created.")).toBeVisible();
    expect(steps()).toEqual(["Resume the inquiry done", "Create a one-time link failed"]);
    expect(inWorld(simulator, inquiryId).status).toBe("pending");
    await user.click(access.getByRole("button", { name: "Try the link again" }));
    await issued();
    expect(steps()).toEqual(["Resume the inquiry done", "Create a one-time link done"]);
    expect(sent(simulator)).toEqual(["resumeAnInquiry", "generateAOneTimeLink", "generateAOneTimeLink"]);
    expect(open(simulator, await clipboard())).toMatchObject({ outcome: "opened", inquiryId });
  });

  it("a link whose answer was lost is not made twice", async () => {
    const { user, simulator, access } = await openWorkbench({ status: "pending" });
    simulator.fault({ operation: "generateAOneTimeLink", status: "network", when: "after" });
    await user.keyboard("l");
    await form();
    await user.keyboard("{Enter}");
    await user.click(await access.findByRole("button", { name: "Try again" }));
    await issued();
    expect(simulator.world().hidden.oneTimeLinks.size).toBe(1);
  });

  it("a link of another life is another intent, which Persona would refuse under the old Idempotency-Key", async () => {
    const { user, simulator, access } = await openWorkbench({ status: "pending" });
    simulator.fault({ operation: "generateAOneTimeLink", status: "network", when: "after" });
    await user.keyboard("l");
    await form();
    await user.keyboard("{Enter}");
    const again = await access.findByRole("button", { name: "Try again" });
    await user.selectOptions(access.getByRole("combobox", { name: "The link works for" }), "1 hour");
    await user.click(again);
    await issued();
    expect(writes(simulator).map(({ status }) => status)).toEqual(["network", 200]);
  });

  it("the first: nothing else is sent, and another try does both", async () => {
    const { user, simulator, inquiryId, access } = await openWorkbench({ status: "expired" });
    simulator.fault({ operation: "resumeAnInquiry", status: 500 });
    await user.keyboard("l");
    await form();
    await user.keyboard("{Enter}");
    expect(await access.findByRole("alert")).toHaveTextContent("It is not known whether it took effect.");
    expect(steps()).toEqual(["Resume the inquiry failed", "Create a one-time link waiting"]);
    expect(inWorld(simulator, inquiryId).status).toBe("expired");
    await user.click(access.getByRole("button", { name: "Try again" }));
    await issued();
    expect(sent(simulator)).toEqual(["resumeAnInquiry", "resumeAnInquiry", "generateAOneTimeLink"]);
  });

  it("a resume whose answer was lost is not done twice", async () => {
    const { user, simulator, access } = await openWorkbench({ status: "expired" });
    simulator.fault({ operation: "resumeAnInquiry", status: "network", when: "after" });
    await user.keyboard("l");
    await form();
    await user.keyboard("{Enter}");
    await user.click(await access.findByRole("button", { name: "Try again" }));
    await issued();
    expect(sent(simulator)).toEqual(["resumeAnInquiry", "generateAOneTimeLink"]);
  });

  it("a colleague ended it first: nothing is sent, and its status is shown", async () => {
    const { user, simulator, inquiryId, access } = await openWorkbench({ status: "pending" });
    await user.keyboard("l");
    await form();
    simulate(simulator, inquiryId, "complete_inquiry", "decline_inquiry");
    await user.keyboard("{Enter}");
    expect(await access.findByRole("alert")).toHaveTextContent("It changed while you were looking. Nothing was sent.");
    expect(access.getByText(/This inquiry was declined; it can't be opened again/)).toBeVisible();
    expect(access.queryByRole("form")).not.toBeInTheDocument();
    expect(sent(simulator)).toEqual([]);
  });
});
