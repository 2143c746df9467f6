import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderApp } from "@test/render-app";
import { pageRequests } from "@test/support/request-log";
import { resetSimulator } from "@mocks/doors/node";

const download = vi.hoisted(() => vi.fn<(file: Blob, name: string) => void>());
vi.mock("@/ui/download", () => ({ download }));
beforeEach(() => download.mockReset());

async function openTemplate() {
  const simulator = resetSimulator({ role: "support" });
  const template = [...simulator.world().tables.inquiryTemplates.newestFirst()].find(
    ({ attributes }) => attributes.name === "Proof of address",
  );
  if (!template) throw new Error("The demo has lost a template");
  const app = await renderApp(`/templates/${template.id}`);
  await screen.findByRole("table", { name: "Versions" });
  await screen.findByRole("option", { name: "Version 2 (live)" });
  return { ...app, template };
}

const form = () => within(screen.getByRole("group", { name: "Parts of the link" }));
const field = (name: string) => form().getByRole("textbox", { name });
const link = () => screen.getByRole("status", { name: "The link" }).textContent;
const parts = () => Object.fromEntries(new URL(link()).searchParams);
const paste = async (user: UserEvent, name: string, text: string) => {
  await user.click(field(name));
  await user.paste(text);
};

describe("the static link", () => {
  it("holds what is on the form, is copied, and leaves no trace", async () => {
    const { user, template, router, simulator } = await openTemplate();
    const asked = pageRequests(simulator).length;
    const address = router.state.location.href;
    expect(link()).toBe(`https://hollisgrey.withpersona.com/verify?inquiry-template-id=${template.id}`);
    await paste(user, "Reference ID: who it is for", "usr_2c5e88");
    await user.selectOptions(form().getByRole("combobox", { name: "Language" }), "Spanish (es)");
    await paste(user, "Where they go afterwards", "https://app.example.com/done?a=1&b=2");
    await user.selectOptions(form().getByRole("combobox", { name: "Fill in a field" }), "Customer tier");
    await paste(user, "Customer tier, filled in", "gold & more");
    await waitFor(() => expect(parts()).toHaveProperty("fields[customer-tier]"));
    expect(parts()).toEqual({
      "inquiry-template-id": template.id,
      "reference-id": "usr_2c5e88",
      language: "es",
      "redirect-uri": "https://app.example.com/done?a=1&b=2",
      "fields[customer-tier]": "gold & more",
    });
    expect(screen.getByRole("list", { name: "Before you send it" })).toHaveTextContent(/logs.*begins a new inquiry.*session token/);
    await user.click(screen.getByRole("button", { name: "Copy link" }));
    expect(await navigator.clipboard.readText()).toBe(link());
    expect(pageRequests(simulator)).toHaveLength(asked);
    expect(router.state.location.href).toBe(address);
    expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.toContain("usr_2c5e88");
  });

  it("names a version that is published, and never the draft", async () => {
    const { user } = await openTemplate();
    const versions = form().getByRole("combobox", { name: "Version" });
    expect(within(versions).queryByRole("option", { name: /Version 3/ })).not.toBeInTheDocument();
    await user.selectOptions(versions, "Version 1");
    await waitFor(() => expect(parts()).toEqual({ "inquiry-template-version-id": expect.stringMatching(/^itmplv_/) }));
    expect(within(form().getByRole("combobox", { name: "Language" })).queryByRole("option", { name: /ja/ })).not.toBeInTheDocument();
  });

  it("gets a new opaque ID each time that is asked for", async () => {
    const { user } = await openTemplate();
    await user.click(screen.getByRole("button", { name: "New ID" }));
    await waitFor(() => expect(parts()["reference-id"]).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/));
    const first = parts()["reference-id"];
    await user.click(screen.getByRole("button", { name: "New ID" }));
    await waitFor(() => expect(parts()["reference-id"]).not.toBe(first));
  });

  it.each([
    ["Reference ID: who it is for", "ada@example.org", "It looks like an e-mail address. Use an opaque ID of your own system."],
    ["Account ID, in place of a reference ID", "usr_1", "An account ID begins with act_."],
    ["Where they go afterwards", "myapp://done", "The template redirects to https only."],
    ["Environment ID", "sandbox", "An environment ID begins with env_."],
  ])("is not made with %s %s", async (name, text, why) => {
    const { user } = await openTemplate();
    await paste(user, name, text);
    expect(await screen.findByText(why)).toBeVisible();
    expect(link()).not.toContain("https:");
    expect(screen.queryByRole("button", { name: "Copy link" })).not.toBeInTheDocument();
  });

  it("is for a reference ID or an account, not both", async () => {
    const { user } = await openTemplate();
    await paste(user, "Reference ID: who it is for", "usr_1");
    await paste(user, "Account ID, in place of a reference ID", "act_Ygs16MKTkA6obnF8C3Rb17dm");
    expect(await screen.findByText("Persona takes a reference ID or an account ID, not both.")).toBeVisible();
  });
});

describe("links for a mailing list", () => {
  const list = () => within(screen.getByRole("form", { name: "Links for a mailing list" }));
  const downloaded = async () => {
    await waitFor(() => expect(download).toHaveBeenCalledOnce());
    const bytes = await download.mock.calls[0]?.[0].arrayBuffer();
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\r\n");
  };

  it("come as a file, without what is no ID, and say which lines those were", async () => {
    const { user, template, simulator } = await openTemplate();
    const asked = pageRequests(simulator).length;
    await user.click(list().getByRole("textbox", { name: "Reference IDs" }));
    await user.paste("email,reference_id\na@example.org,usr_1\nb@example.org,b@example.org\nc@example.org,=usr_3");
    await user.click(list().getByRole("button", { name: "Download links" }));
    const lines = await downloaded();
    const start = `https://hollisgrey.withpersona.com/verify?inquiry-template-id=${template.id}&reference-id=`;
    expect(lines).toEqual(["\uFEFFreference_id,link", `usr_1,${start}usr_1`, `'=usr_3,${start}%3Dusr_3`, ""]);
    expect(await screen.findByText("2 links downloaded.")).toBeVisible();
    expect(screen.getByText("Line 3: It looks like an e-mail address.")).toBeVisible();
    expect(screen.getByText("1 line left out.")).toBeVisible();
    expect(pageRequests(simulator)).toHaveLength(asked);
  });

  it("are made from a file as well, and not from one that is far too large", async () => {
    const { user } = await openTemplate();
    await user.upload(list().getByLabelText("From a file"), new File(["x".repeat(5_000_001)], "all.csv", { type: "text/csv" }));
    expect(await screen.findByText("The file could not be read, or is larger than 5 MB.")).toBeVisible();
    await user.upload(list().getByLabelText("From a file"), new File(["id;mail\nusr_7;x@example.org"], "some.csv", { type: "text/csv" }));
    await waitFor(() => expect(list().getByRole("textbox", { name: "Reference IDs" })).toHaveValue("id;mail\nusr_7;x@example.org"));
    await user.click(list().getByRole("button", { name: "Download links" }));
    expect(await downloaded()).toHaveLength(3);
  });

  it("come with new IDs where there are none yet", async () => {
    const { user } = await openTemplate();
    await user.type(list().getByRole("textbox", { name: "Or this many new IDs" }), "3");
    await user.click(list().getByRole("button", { name: "Download links" }));
    const ids = (await downloaded()).slice(1, -1).map((line) => line.split(",")[0]);
    expect(new Set(ids).size).toBe(3);
    expect(await screen.findByText(/put them into your own system before you send/)).toBeVisible();
  });

  it("make no file of nothing, and of too much", async () => {
    const { user } = await openTemplate();
    await user.click(list().getByRole("button", { name: "Download links" }));
    expect(await screen.findByText("Give the IDs, or how many new ones, not both.")).toBeVisible();
    await user.type(list().getByRole("textbox", { name: "Or this many new IDs" }), "10001");
    expect(await screen.findByText("A number from 1 to 10,000.")).toBeVisible();
    await user.clear(list().getByRole("textbox", { name: "Or this many new IDs" }));
    await user.click(list().getByRole("textbox", { name: "Reference IDs" }));
    await user.paste("Ada Lovelace");
    await user.click(list().getByRole("button", { name: "Download links" }));
    expect(await screen.findByText("No line has an ID that may stand in a link.")).toBeVisible();
    expect(download).not.toHaveBeenCalled();
  });
});
