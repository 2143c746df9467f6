import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { updateInquiry } from "@mocks/world/inquiry/inquiries";
import { inWorld, openWorkbench, writes } from "@test/support/workbench";

afterEach(() => vi.restoreAllMocks());

const panel = () => within(screen.getByRole("region", { name: "Note" }));
const field = () => panel().findByRole("textbox", { name: /note/i });
const colleague = { type: "user", name: "Théo Marchetti", emailAddress: "theo.marchetti@hollisgrey.example" } as const;

describe("the note of an inquiry", () => {
  it("is written in its place, shown at once, and kept at Persona", async () => {
    const { user, simulator, inquiryId } = await openWorkbench({ status: "needs_review" });
    simulator.fault({ operation: "updateAnInquiry", delayMs: 300 });
    await user.click(await screen.findByRole("button", { name: /note$/ }));
    expect(await field()).toHaveFocus();
    await user.clear(await field());
    await user.type(await field(), "Asked for the other side.");
    await user.click(panel().getByRole("button", { name: "Save note" }));
    expect(await panel().findByText("Asked for the other side.")).toBeVisible();
    expect(inWorld(simulator, inquiryId).note).not.toBe("Asked for the other side.");
    await waitFor(() => expect(inWorld(simulator, inquiryId).note).toBe("Asked for the other side."));
    expect(writes(simulator).map(({ operation }) => operation)).toEqual(["updateAnInquiry"]);
  });

  it("is kept under one's hands, whole, when it could not be written", async () => {
    const { user, simulator, inquiryId } = await openWorkbench({ status: "needs_review" });
    simulator.fault({ operation: "updateAnInquiry", status: 500, times: 1 });
    await user.click(await screen.findByRole("button", { name: /note$/ }));
    await user.clear(await field());
    await user.type(await field(), "All of this.");
    await user.click(panel().getByRole("button", { name: "Save note" }));
    expect(await panel().findByRole("alert")).toBeVisible();
    expect(await field()).toHaveValue("All of this.");
    await user.click(panel().getByRole("button", { name: "Save note" }));
    await waitFor(() => expect(inWorld(simulator, inquiryId).note).toBe("All of this."));
    expect(panel().queryByRole("alert")).not.toBeInTheDocument();
  });

  it.each([
    ["Keep theirs", "Theirs."],
    ["Save yours over it", "Mine."],
  ])("that somebody else has written meanwhile is shown, and nothing is written over it unasked: %s", async (button, then) => {
    const { user, simulator, inquiryId } = await openWorkbench({ status: "needs_review" });
    await user.click(await screen.findByRole("button", { name: /note$/ }));
    await user.clear(await field());
    await user.type(await field(), "Mine.");
    updateInquiry(simulator.world(), { inquiryId, attributes: { note: "Theirs." } }, colleague);
    await user.click(panel().getByRole("button", { name: "Save note" }));
    expect(await panel().findByRole("alert")).toHaveTextContent("Somebody wrote the note meanwhile. Yours was not saved.Theirs.");
    expect(writes(simulator)).toEqual([]);
    expect(await field()).toHaveValue("Mine.");
    await user.click(panel().getByRole("button", { name: button }));
    expect(await panel().findByText(then)).toBeVisible();
    await waitFor(() => expect(inWorld(simulator, inquiryId).note).toBe(then));
  });

  it.each([
    ["an auditor", { role: "auditor" as const }, {}, /Your role \(Auditor\) can only read/],
    ["anybody once it is redacted", {}, { redacted: true }, /was redacted, and its note with it/],
  ])("can't be written by %s, and says why", async (_, options, state, why) => {
    await openWorkbench({ status: "approved", ...state }, options);
    await waitFor(() => expect(panel().getByRole("button")).toHaveTextContent(why));
  });
});

describe("the tags of an inquiry", () => {
  const tags = () => within(screen.getByRole("region", { name: "Tags" }));

  it("are added and taken away in their place", async () => {
    const { user, simulator, inquiryId } = await openWorkbench({ status: "needs_review" });
    await user.type(await screen.findByRole("textbox", { name: "Add a tag" }), "second-look{Enter}");
    expect(await tags().findByText("second-look")).toBeVisible();
    await waitFor(() => expect(inWorld(simulator, inquiryId).tags).toContain("second-look"));
    await user.click(tags().getByRole("button", { name: /second-look/ }));
    await waitFor(() => expect(inWorld(simulator, inquiryId).tags).not.toContain("second-look"));
    expect(writes(simulator).map(({ operation }) => operation)).toEqual(["inquiriesAddTag", "inquiriesRemoveTag"]);
  });

  it("are as they were when Persona refuses, and can be tried again", async () => {
    const { user, simulator, inquiryId } = await openWorkbench({ status: "needs_review" });
    simulator.fault({ operation: "inquiriesAddTag", status: 500, times: 1 });
    await user.type(await screen.findByRole("textbox", { name: "Add a tag" }), "second-look{Enter}");
    expect(await tags().findByRole("alert")).toHaveTextContent("The tag “second-look” could not be added");
    expect(tags().queryByRole("list", { name: "Tags" })?.textContent ?? "").not.toContain("second-look");
    await user.click(tags().getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(inWorld(simulator, inquiryId).tags).toContain("second-look"));
  });
});
