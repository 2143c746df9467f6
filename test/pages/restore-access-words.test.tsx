import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { clipboard, form, issued, restoreByKeys } from "@test/support/restore-access";
import { noteServerTime } from "@/lib/server-clock";
import { openWorkbench } from "@test/support/workbench";
import { renderApp } from "@test/render-app";
import { resetSimulator } from "@mocks/doors/node";
import { change } from "@mocks/world/core/change";

describe("the link the user complains about", () => {
  it("is read on the panel, changes the cause, and is kept nowhere", async () => {
    const { user, inquiryId, access } = await openWorkbench({ status: "pending" });
    await user.keyboard("l");
    await form();
    await user.click(access.getByText("The link they used"));
    const field = access.getByRole("textbox", { name: "Paste the link the user opens" });
    await user.click(field);
    await user.paste("what they said");
    expect(access.getByText("This is no link.")).toBeVisible();
    await user.paste(`https://inquiry.withpersona.com/verify?inquiry-id=${inquiryId}`);
    expect(access.getByText("It is a link of one inquiry.")).toBeVisible();
    expect(access.getByText(/^The plain link of an inquiry opens it only until the user has started/)).toBeVisible();
    expect(access.getByText("Certain")).toBeVisible();
    await user.paste("https://withpersona.com/verify?inquiry-template-id=itmpl_4KxVdP8qLmZ2nYtR7wBcJf6H");
    expect(access.getByText(/^The user opens a static link/)).toBeVisible();
    await user.paste("https://withpersona.com/verify?code=us1-secret");
    expect(access.getByText(/^The one-time link was used before or is too old/)).toBeVisible();
    expect(field).toHaveValue("");
    expect(
      document.body.innerHTML + location.href + JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    ).not.toContain("us1-secret");
  });
});

describe("what is copied for the user and the ticket once a link was issued", () => {
  it("is one message with the link and its end, and a note of what was done without the link", async () => {
    const { user, access } = await openWorkbench({ status: "expired" });
    await restoreByKeys(user);
    const link = await clipboard();
    await user.click(access.getByRole("button", { name: "Copy reply with the link" }));
    expect(await clipboard()).toContain(link);
    expect(await clipboard()).toMatch(/It works once, until 3 Mar 2026, .* UTC\.$/);
    await user.click(access.getByRole("button", { name: "Copy ticket note" }));
    expect(await clipboard()).toMatch(/ Done: the inquiry was resumed and a one-time link issued at .* UTC, for use once, until .* UTC\.$/);
    expect(await clipboard()).not.toMatch(/withpersona|Advice/);
  });

  it("is no reply any more once the link has ended while the panel stood open; another one can be made", async () => {
    const { user, access } = await openWorkbench({ status: "pending" });
    await restoreByKeys(user);
    const link = await clipboard();
    act(() => noteServerTime("Thu, 05 Mar 2026 09:00:00 GMT", Date.now()));
    expect(await access.findByText("The link works no more.")).toBeVisible();
    expect(access.queryByText(link)).toBeNull();
    await user.click(access.getByRole("button", { name: "Copy reply" }));
    expect(await clipboard()).not.toContain(link);
    await user.keyboard("c");
    expect(await clipboard()).not.toContain(link);
    await user.click(access.getByRole("button", { name: "Copy ticket note" }));
    expect(await clipboard()).toMatch(/ Done: a one-time link was issued at /);
    await user.click(access.getByRole("button", { name: "Another link" }));
    expect(await form()).toBeVisible();
  });
});

describe("the company's scripts", () => {
  it("that a lead puts in force for a cause are the reply to it, with the link and its end in one message", async () => {
    const { user, router, inquiryId } = await openWorkbench({ status: "pending" }, { role: "lead" });
    await router.navigate({ to: "/settings", search: { section: "scripts" } });
    await screen.findByRole("form", { name: "Scripts" });
    const [first] = screen.getAllByRole("combobox", { name: "In force for" });
    await user.selectOptions(first!, "Opened without a session after the start");
    const words = screen.getAllByRole("textbox", { name: "Tell the user" })[0]!;
    await user.clear(words);
    await user.type(words, "Use the link below, please.");
    expect(screen.getByText("“A new link”: in force for opened without a session after the start.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: /^Save/ }));
    await screen.findByText("Saved as version 1.");

    await router.navigate({ to: "/inquiries/$inquiryId", params: { inquiryId } });
    const access = within(await screen.findByRole("region", { name: "Access" }));
    await user.click(access.getByRole("button", { name: /^Restore access/ }));
    await form();
    await user.click(access.getByText("The link they used"));
    await user.click(access.getByRole("textbox", { name: "Paste the link the user opens" }));
    await user.paste(`https://inquiry.withpersona.com/verify?inquiry-id=${inquiryId}`);
    await access.findByText(/^The plain link of an inquiry opens it only until/);
    await user.click(access.getByRole("button", { name: "Copy reply" }));
    expect(await clipboard()).toBe("Use the link below, please.");
    await user.click(access.getByRole("button", { name: "Copy ticket note" }));
    expect(await clipboard()).toMatch(new RegExp(`^${inquiryId}: One-time link sent to the address on file\\. Certain`));

    await user.selectOptions(access.getByRole("combobox", { name: "Words of the reply" }), "Another device");
    await user.click(within(await form()).getByRole("button", { name: "Copy a one-time link" }));
    await issued();
    const link = await clipboard();
    await user.click(access.getByRole("button", { name: "Copy reply with the link" }));
    expect(await clipboard()).toMatch(/^Please try another browser or another device[^]*https:[^]*It works once, until .* UTC\.$/);
    expect(await clipboard()).toContain(link);
  });
});

describe("the last session there can be", () => {
  it("opened minutes ago may be in use: the user is asked first, and a new inquiry or a link is a second step", async () => {
    const simulator = resetSimulator();
    const { inquiries, inquirySessions } = simulator.world().tables;
    const inquiry = [...inquiries.newestFirst()].find(({ attributes }) => attributes.referenceId === "usr_5d9e27");
    const last = [...inquirySessions.newestFirst()].find(({ relationships }) => relationships.inquiry.data?.id === inquiry?.id);
    const minutesAgo = new Date(simulator.world().clock.now() - 4 * 60_000).toISOString();
    if (last) change(simulator.world(), last, { createdAt: minutesAgo, startedAt: minutesAgo });
    const { user } = await renderApp(`/inquiries/${inquiry?.id}`);
    await screen.findByRole("region", { name: "Decision" });
    await user.keyboard("l");
    const access = within(await screen.findByRole("group", { name: "Way back in" }));
    expect(await access.findByText(/^The session opened 4 min ago still runs: the user may be in it now\. If they are out/)).toBeVisible();
    await user.click(access.getByRole("button", { name: "Copy what to ask the user" }));
    expect(await clipboard()).toMatch(/^Please go on where you opened it/);
    await user.click(access.getByRole("button", { name: "A one-time link all the same" }));
    expect(access.getByText("This goes against the advice.")).toBeVisible();
    await user.click(access.getByRole("button", { name: "A new inquiry, if they are out" }));
    expect(await access.findByRole("button", { name: "Create it and copy its link" })).toBeVisible();
  });
});
