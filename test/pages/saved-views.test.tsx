import { act, configure, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { openPopover } from "@test/support/open-popover";
import { failAnswers } from "@test/support/failing-answers";
import { asColleague } from "@test/support/colleague";
import { calls, endFaults } from "@test/support/request-log";
import { resetSimulator } from "@mocks/doors/node";
import type { DeskRole } from "@/api/generated/desk/types.gen";

// Whether something is visible is computed element by element; popovers hide nothing here.
configure({ defaultHidden: true });

const opener = () => document.querySelector("[popovertarget]:has(.lucide-bookmark)");
const table = () => screen.getByRole("table", { name: "Inquiries" });

async function openViews(path = "/inquiries", role: DeskRole = "reviewer") {
  const app = await renderApp(path, { role });
  const views = await openPopover(app.user, "Views");
  await views.findByRole("link", { name: /^Waiting for review/ });
  return { ...app, views };
}

describe("saved views", () => {
  it("are applied by their link, which stands in the address, and named while the address matches", async () => {
    const { user, router, views } = await openViews();
    expect(opener()).toHaveTextContent(/^Views$/);
    await user.click(views.getByRole("link", { name: /^Waiting for review/ }));
    await waitFor(() => expect(router.state.location.searchStr).toBe("?status=needs_review"));
    expect(opener()).toHaveTextContent("View: Waiting for review");
    expect(views.getByRole("link", { name: /^Waiting for review/ })).toHaveAttribute("aria-current", "true");
    router.history.back();
    await waitFor(() => expect(opener()).toHaveTextContent(/^Views$/));
  });

  it("are recognised whatever the order of their filters, and on any page of the list", async () => {
    const { user, router, views } = await openViews("/inquiries?status=failed,declined");
    await user.type(views.getByRole("textbox", { name: "Name of the view" }), "Bad endings");
    await user.click(views.getByRole("button", { name: "Save as a view" }));
    await waitFor(() => expect(opener()).toHaveTextContent("View: Bad endings"));
    await router.navigate({ to: "/inquiries", search: { status: "declined,failed", size: "25" } });
    await waitFor(() => expect(opener()).toHaveTextContent("View: Bad endings"));
    await router.navigate({ to: "/inquiries", search: { status: "declined" } });
    await waitFor(() => expect(opener()).toHaveTextContent(/^Views$/));
  });

  it("are saved for oneself or for everybody, and said to be so", async () => {
    const { user, views, simulator } = await openViews("/inquiries?status=failed");
    await user.click(views.getByRole("button", { name: "Save as a view" }));
    expect(views.getByText("Give it a name.")).toBeInTheDocument();
    await user.type(views.getByRole("textbox", { name: "Name of the view" }), "Failed ones");
    await user.click(views.getByRole("checkbox", { name: "Share with everybody" }));
    await user.click(views.getByRole("button", { name: "Save as a view" }));
    expect(await views.findByRole("link", { name: "Failed ones · Shared" })).toBeInTheDocument();
    expect(
      within(views.getByRole("region", { name: "Shared by others" })).getByRole("link", { name: /Waiting for review/ }),
    ).toHaveTextContent("Inés Valverde");
    expect(calls(simulator).filter((call) => call === "POST /desk/v1/saved-views")).toHaveLength(1);
    expect(views.getByText("The filters on the page are this view already.")).toBeInTheDocument();
  });

  it("say how many inquiries they show, counted in one request each time the menu is opened", async () => {
    const { user, views, simulator, queryClient } = await openViews();
    const all = [...simulator.world().tables.inquiries.newestFirst()];
    const waiting = all.filter(({ attributes }) => attributes.status === "needs_review").length;
    const link = views.getByRole("link", { name: /^Waiting for review/ });
    await waitFor(() => expect(link).toHaveAccessibleDescription(`${waiting} inquiries`));
    expect(views.getByRole("link", { name: "All inquiries" })).toHaveAccessibleDescription(`${all.length.toLocaleString("en")} inquiries`);
    const counted = () => calls(simulator).filter((call) => call === "POST /desk/v1/inquiries/counts");
    expect(counted()).toHaveLength(1);
    // what is in it stays while it is closed, and is not counted
    act(() => screen.getByLabelText("Views", { selector: "dialog" }).hidePopover());
    await queryClient.invalidateQueries({ queryKey: ["inquiry", "totals"] });
    expect(counted()).toHaveLength(1);
    await openPopover(user, "Views");
    await waitFor(() => expect(counted()).toHaveLength(2));
  });

  it("are not counted where the index does not answer, and say so", async () => {
    failAnswers("*/desk/v1/inquiries/counts", "500");
    const { views } = await openViews();
    expect(await views.findByText("How many inquiries they show could not be counted.")).toBeInTheDocument();
    expect(views.getByRole("link", { name: /^Waiting for review/ })).not.toHaveAccessibleDescription();
  });

  it("with a reference ID stay private, and say why", async () => {
    const { user, views } = await openViews("/inquiries?reference=usr_6b2d18");
    const share = views.getByRole("checkbox", { name: /Share with everybody.*stands for one person/ });
    expect(share).toBeDisabled();
    await user.type(views.getByRole("textbox", { name: "Name of the view" }), "My case");
    await user.click(views.getByRole("button", { name: "Save as a view" }));
    expect(await views.findByRole("link", { name: "My case" })).toHaveAttribute("href", "/inquiries?reference=usr_6b2d18");
  });

  it("never become shared with a reference ID by replacing their filters", async () => {
    const { user, views } = await openViews("/inquiries?reference=usr_6b2d18", "lead");
    await user.click(views.getByRole("button", { name: "Change view Expired this week" }));
    const change = within(views.getByRole("form", { name: "Save changes" }));
    expect(change.getByRole("checkbox", { name: "Share with everybody" })).toBeChecked();
    await user.click(change.getByRole("checkbox", { name: /^Replace its filters/ }));
    expect(change.getByRole("checkbox", { name: /Share with everybody/ })).not.toBeChecked();
    expect(change.getByRole("checkbox", { name: /Share with everybody/ })).toBeDisabled();
  });

  it("are renamed, replaced and deleted by who may", async () => {
    const { user, views } = await openViews("/inquiries?status=failed", "lead");
    await user.click(views.getByRole("button", { name: "Change view Expired this week" }));
    const change = within(views.getByRole("form", { name: "Save changes" }));
    const name = change.getByRole("textbox", { name: "Name of the view" });
    await user.clear(name);
    await user.type(name, "Failed");
    await user.click(change.getByRole("checkbox", { name: /^Replace its filters/ }));
    await user.click(change.getByRole("button", { name: "Save changes" }));
    await waitFor(() => expect(opener()).toHaveTextContent("View: Failed"));
    expect(views.getByRole("link", { name: "Failed · Shared" })).toHaveAttribute("href", "/inquiries?status=failed");

    await user.click(views.getByRole("button", { name: "Change view Failed" }));
    await user.click(views.getByRole("button", { name: "Delete…" }));
    const question = within(views.getByRole("group", { name: "Delete Failed" }));
    expect(question.getByRole("status")).toHaveTextContent("Delete “Failed”? Everybody loses it.");
    await user.click(question.getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(views.queryByRole("link", { name: /^Failed/ })).toBeNull());
    expect(opener()).toHaveTextContent(/^Views$/);
  });

  it("of others cannot be changed by who may not", async () => {
    const { views } = await openViews("/inquiries", "reviewer");
    expect(views.queryByRole("button", { name: /^Change view/ })).toBeNull();
  });

  it("of a colleague's making with a hostile address lead nowhere but to the list", async () => {
    const app = await renderApp("/inquiries", { role: "reviewer" });
    await asColleague(app.simulator, {
      role: "lead",
      seat: "reviewer",
      method: "POST",
      path: "/desk/v1/saved-views",
      body: { name: "Odd", screen: "inquiries", search: "status=%3Cscript%3E&to=//evil.example&after=inq_1&from=2026-03-02", shared: true },
    });
    await app.queryClient.invalidateQueries({ queryKey: ["saved-view"] });
    const link = await (await openPopover(app.user, "Views")).findByRole("link", { name: /^Odd/ });
    expect(link).toHaveAttribute("href", "/inquiries?from=2026-03-02");
  });

  it("of a name that is taken say so and keep what was typed", async () => {
    const { user, views } = await openViews("/inquiries?status=failed");
    const name = views.getByRole("textbox", { name: "Name of the view" });
    await user.type(name, "Waiting for review");
    await user.click(views.getByRole("checkbox", { name: "Share with everybody" }));
    await user.click(views.getByRole("button", { name: "Save as a view" }));
    expect(await views.findByText("There is a shared view of this name already.")).toBeInTheDocument();
    expect(name).toHaveValue("Waiting for review");
    expect(name).toBeInvalid();
  });

  it("that cannot be loaded leave the list as it is, and can be tried again", async () => {
    const simulator = resetSimulator({ role: "reviewer" });
    simulator.fault({ operation: "listSavedViews", status: 503, times: 1000 });
    const { user } = await renderApp("/inquiries");
    await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
    const views = await openPopover(user, "Views");
    const alert = await views.findByRole("alert");
    await endFaults(simulator);
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    expect(await views.findByRole("link", { name: /^Waiting for review/ })).toBeInTheDocument();
  });
});
