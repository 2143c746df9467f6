import { describe, expect, it } from "vitest";
import { simulate } from "@test/support/inquiry-states";
import { asked, clipboard, form, issued, open, sent } from "@test/support/restore-access";
import { inWorld, openWorkbench } from "@test/support/workbench";

const keys = (simulator: Parameters<typeof asked>[0]) => asked(simulator).map(({ idempotencyKey }) => idempotencyKey);

describe("when it fails", () => {
  it.each([500, 502, 503, 504, "network"] as const)(
    "done, answered with %s: the same key until it is known, one resume and one link",
    async (status) => {
      const { user, simulator, inquiryId, access } = await openWorkbench({ status: "expired" });
      simulator.fault({ operation: "restoreAccess", status, when: "after" });
      await user.keyboard("l");
      await form();
      await user.keyboard("{Enter}");
      expect(await access.findByRole("alert")).toHaveTextContent(
        "It is not known whether it was done. Try again: the same is never done twice.",
      );
      const sessions = simulator.world().tables.inquirySessions.size;
      await user.click(access.getByRole("button", { name: "Try again" }));
      await issued();
      expect(new Set(keys(simulator)).size).toBe(1);
      expect(simulator.world().tables.inquirySessions.size).toBe(sessions);
      expect(simulator.world().hidden.oneTimeLinks.size).toBe(1);
      expect(open(simulator, await clipboard())).toMatchObject({ outcome: "opened", inquiryId });
    },
  );

  it("the key is the same in a panel that was closed and opened again", async () => {
    const { user, simulator, access } = await openWorkbench({ status: "pending" });
    simulator.fault({ operation: "restoreAccess", status: 504, when: "after" });
    await user.keyboard("l");
    await form();
    await user.keyboard("{Enter}");
    await access.findByRole("alert");
    await user.click(access.getByRole("button", { name: "Close" }));
    await user.click(access.getByRole("button", { name: "Restore access" }));
    await form();
    await user.keyboard("{Enter}");
    await issued();
    expect(new Set(keys(simulator)).size).toBe(1);
  });

  it("a link of another life is another intent", async () => {
    const { user, simulator, access } = await openWorkbench({ status: "pending" });
    simulator.fault({ operation: "restoreAccess", status: "network", when: "after" });
    await user.keyboard("l");
    await form();
    await user.keyboard("{Enter}");
    const again = await access.findByRole("button", { name: "Try again" });
    await user.selectOptions(access.getByRole("combobox", { name: "The link works for" }), "1 hour, a new link");
    await user.click(again);
    await issued();
    expect(new Set(keys(simulator)).size).toBe(2);
  });

  it.each([409, 422] as const)("the link alone refused with %s: says that the inquiry was resumed", async (status) => {
    const { user, simulator, inquiryId, access } = await openWorkbench({ status: "expired" });
    simulator.fault({ operation: "generateAOneTimeLink", status });
    await user.keyboard("l");
    await form();
    await user.keyboard("{Enter}");
    const alert = await access.findByRole("alert");
    expect(alert).toHaveTextContent("It was done in part.");
    expect(alert).toHaveTextContent("The inquiry was resumed, and its link was not made.");
    expect(alert).not.toHaveTextContent("Nothing was");
    expect(inWorld(simulator, inquiryId).status).toBe("pending");
    await user.click(access.getByRole("button", { name: "Try again" }));
    await issued();
  });

  it.each([409, 422, 429] as const)("refused with %s: nothing was done, and another try is another intent", async (status) => {
    const { user, simulator, inquiryId, access } = await openWorkbench({ status: "expired" });
    simulator.fault({ operation: "restoreAccess", status });
    await user.keyboard("l");
    await form();
    await user.keyboard("{Enter}");
    expect(await access.findByRole("alert")).toHaveTextContent(/Nothing was (sent|changed)\./);
    expect(inWorld(simulator, inquiryId).status).toBe("expired");
    await user.click(access.getByRole("button", { name: "Try again" }));
    await issued();
    expect(new Set(keys(simulator)).size).toBe(2);
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
