import { configure, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { defaultSettings } from "@/domain/default-settings";
import type { Setting } from "@/api/generated/desk/types.gen";
import { readPreference } from "@/ui/local-preferences";
import { renderApp } from "@test/render-app";
import { asColleague } from "@test/support/colleague";
import { calls, endFaults, repeated } from "@test/support/request-log";
import type { Simulator, SimulatorOptions } from "@mocks/simulator";

// Whether something is visible is computed element by element; popovers never open here.
configure({ defaultHidden: true });

const lead = { role: "lead" } as const;
const form = (name: string) => screen.findByRole("form", { name });
const saveButton = () => screen.getByRole("button", { name: /^Save/ });
const changesOf = async (section: string, options: Partial<SimulatorOptions> = lead) => {
  const app = await renderApp(`/settings?section=${section}`, options);
  return app;
};

const slaOf = (simulator: Simulator, reviewHours: number, version: number) =>
  asColleague(simulator, {
    role: "admin",
    seat: "lead",
    method: "PUT",
    path: "/desk/v1/settings/sla",
    body: { value: { reviewHours, warnHours: 4 }, version, note: "Night shift" },
  });

describe("decision reasons", () => {
  it("are added, renamed, moved and removed, and saved with a note", async () => {
    const { user, simulator } = await changesOf("reasons");
    const reasons = await form("Decision reasons");
    expect(within(reasons).getAllByRole("listitem")).toHaveLength(defaultSettings.decisionReasons.length);
    expect(saveButton()).toHaveAttribute("aria-disabled", "true");

    await user.click(screen.getByRole("button", { name: "Move “Failed check has an innocent explanation” up" }));
    expect(screen.getByRole("textbox", { name: "Label of reason 1" })).toHaveValue("Failed check has an innocent explanation");
    expect(document.activeElement).toHaveAccessibleName("Move “Failed check has an innocent explanation” down");
    await user.click(screen.getByRole("button", { name: "Remove “Another reason”" }));
    await user.click(screen.getByRole("button", { name: "Add a reason" }));
    await user.keyboard("Deceased");
    await user.selectOptions(screen.getByRole("combobox", { name: "Comment for reason 15" }), "Comment required");
    expect(reasons).toHaveTextContent(/Added “Deceased”\..*Removed “Another reason”\..*Changed the order\./);

    await user.type(screen.getByRole("textbox", { name: /^Why/ }), "Asked for by the team");
    await user.click(saveButton());
    expect(await screen.findByText("Saved as version 1.")).toBeVisible();
    const [entry] = await screen.findAllByText("Asked for by the team");
    const item = entry?.closest("li");
    expect(item).toHaveTextContent(/Version 1.*Inés Valverde/);
    expect(item).toHaveTextContent(/Added “Deceased”\.Removed “Another reason”\.Changed the order\./);
    expect(calls(simulator).filter((call) => call.startsWith("PUT"))).toHaveLength(1);
  });

  it("say what the comment begins with and which tag the inquiry gets, and nothing where they are left empty", async () => {
    const { user, simulator } = await changesOf("reasons");
    const reasons = await form("Decision reasons");
    await user.type(screen.getByRole("textbox", { name: "Beginning of the comment of reason 1" }), "Seen: ");
    await user.type(screen.getByRole("textbox", { name: "Tag of reason 2" }), "explained");
    expect(reasons).toHaveTextContent(/changed what the comment begins with\..*the tag is now “explained”\./);
    await user.click(saveButton());
    expect(await screen.findByText("Saved as version 1.")).toBeVisible();
    const saved = await asColleague(simulator, { role: "admin", seat: "lead", method: "GET", path: "/desk/v1/settings", body: undefined });
    const { data } = (await saved.json()) as { data: Setting[] };
    const [first, second, ...others] = defaultSettings.decisionReasons;
    expect(data.find(({ key }) => key === "decisionReasons")?.value).toEqual([
      { ...first, preset: "Seen:" },
      { ...second, tag: "explained" },
      ...others,
    ]);
  });

  it("without words are not saved, and say why", async () => {
    const { user, simulator } = await changesOf("reasons");
    await form("Decision reasons");
    await user.click(screen.getByRole("button", { name: "Add a reason" }));
    await user.click(saveButton());
    expect(await screen.findByText("Say what the reason is.")).toBeVisible();
    expect(calls(simulator).filter((call) => call.startsWith("PUT"))).toEqual([]);
  });

  it("show the digit that chooses each, counted per decision", async () => {
    await changesOf("reasons");
    const items = within(await form("Decision reasons")).getAllByRole("listitem");
    expect(items.slice(0, 4).map((item) => item.querySelector("kbd")?.textContent)).toEqual(["1", "2", "3", "1"]);
  });
});

describe("the duplicate policy", () => {
  it("offers in each situation only what Persona can do", async () => {
    await changesOf("duplicates");
    await form("Duplicate policy");
    const options = within(screen.getByRole("combobox", { name: "Advice: redacted" })).getAllByRole("option");
    expect(options.map((option) => option.textContent)).toEqual(["Do not create another", "Create a new one"]);
  });

  it("is changed and saved", async () => {
    const { user } = await changesOf("duplicates");
    await form("Duplicate policy");
    await user.selectOptions(screen.getByRole("combobox", { name: "Advice: expired" }), "Create a new one");
    const days = screen.getByRole("spinbutton", { name: /too old after/ });
    await user.clear(days);
    await user.type(days, "0");
    await user.click(saveButton());
    expect(await screen.findByText("A whole number of days, from 1 to 3,650.")).toBeVisible();
    await user.clear(days);
    await user.type(days, "60");
    await user.click(saveButton());
    expect(await screen.findByText("Saved as version 1.")).toBeVisible();
  });
});

describe("the duplicate policy in force", () => {
  const table = () => screen.getByRole("table", { name: "Duplicate policy in force" });
  const cellsOf = (row: RegExp) => {
    const found = within(table()).getByRole("row", { name: row });
    return within(found)
      .getAllByRole("cell")
      .map((cell) => cell.textContent);
  };

  it("is a table of whole sentences, which keeps to what is saved", async () => {
    const { user } = await changesOf("duplicates");
    await form("Duplicate policy");
    expect(within(table()).getAllByRole("rowheader")).toHaveLength(8);
    expect(cellsOf(/approved more than 365 days ago/)).toEqual([
      expect.stringMatching(/to create a new one$/),
      expect.stringMatching(/by\s*anybody who may create inquiries$/),
    ]);
    expect(cellsOf(/waits for somebody's decision/)).toEqual([
      expect.stringMatching(/to create no other$/),
      expect.stringMatching(/by\s*nobody$/),
    ]);
    const days = screen.getByRole("spinbutton", { name: /verified again after/ });
    await user.clear(days);
    await user.type(days, "730");
    expect(cellsOf(/approved more than 365 days ago/)).toHaveLength(2);
    await user.click(saveButton());
    expect(await screen.findByText("Saved as version 1.")).toBeVisible();
    expect(cellsOf(/approved more than 730 days ago/)).toHaveLength(2);
    expect(screen.getByText(/^Version 1, set by/)).toBeVisible();
  });

  it("is printed with who printed it", async () => {
    const printed = vi.fn<() => void>();
    vi.stubGlobal("print", printed);
    onTestFinished(() => void vi.unstubAllGlobals());
    const { user } = await changesOf("duplicates");
    await form("Duplicate policy");
    await user.click(screen.getByRole("button", { name: "Print" }));
    expect(printed).toHaveBeenCalledOnce();
    expect(screen.getByText(/^Printed .* by/)).toBeInTheDocument();
  });
});

describe("the review queue", () => {
  it("is made longer, and that is saved", async () => {
    const { user } = await changesOf("queue");
    await form("Review queue");
    await user.click(screen.getByRole("checkbox", { name: "Failed and not decided" }));
    expect(screen.getByText("Also waits: failed and not decided.")).toBeVisible();
    await user.click(saveButton());
    expect(await screen.findByText("Saved as version 1.")).toBeVisible();
    expect(screen.getByRole("checkbox", { name: "Failed and not decided" })).toBeChecked();
    expect(screen.getByRole("checkbox", { name: "Completed and not decided" })).not.toBeChecked();
  });
});

describe("two people", () => {
  it("are asked for on a template, and that is saved with a record of what it was", async () => {
    const { user } = await changesOf("people");
    const people = within(await form("Two people"));
    expect(people.getByText("No rules: one person decides on every template.")).toBeVisible();
    await user.click(people.getByRole("button", { name: "Add a rule" }));
    await user.click(saveButton());
    expect(await people.findByText(/^The ID of an inquiry template/)).toBeVisible();
    await user.type(people.getByRole("combobox", { name: "Template of rule 1" }), "itmpl_KycAmericas");
    await user.selectOptions(people.getByRole("combobox", { name: "Decisions of rule 1" }), "Declines");
    expect(screen.getByText("Two people for declines on itmpl_KycAmericas.")).toBeVisible();
    await user.click(saveButton());
    expect(await screen.findByText("Saved as version 1.")).toBeVisible();
    await user.click(people.getByRole("button", { name: /^Remove/ }));
    expect(screen.getByText("One person is enough for declines on itmpl_KycAmericas.")).toBeVisible();
  });
});

/** The service level is saved as 8 hours, after a colleague has made it 48. */
async function savedTooLate() {
  const { user, simulator } = await changesOf("sla");
  const sla = await form("Service level");
  const hours = screen.getByRole("spinbutton", { name: /May wait/ });
  await user.clear(hours);
  await user.type(hours, "8");
  await slaOf(simulator, 48, 1);
  await user.click(saveButton());
  return { user, sla, hours };
}

describe("when somebody else was faster", () => {
  it("nothing is lost: both are shown, and mine can be kept", async () => {
    const { user, sla, hours } = await savedTooLate();
    const alert = await within(sla).findByRole("alert");
    expect(alert).toHaveTextContent(
      /changed it.*Ruth Castellan.*48 hours instead of 24 hours.*You, not saved yet.*8 hours instead of 24 hours/,
    );
    expect(saveButton()).toHaveAttribute("aria-disabled", "true");

    await user.click(within(alert).getByRole("button", { name: "Keep mine" }));
    expect(hours).toHaveValue(8);
    expect(sla).toHaveTextContent("8 hours instead of 48 hours");
    await user.click(saveButton());
    expect(await screen.findByText("Saved as version 3.")).toBeVisible();
    expect(await screen.findByText("Night shift")).toBeVisible();
  });

  it("theirs can be taken, and mine put back all the same", async () => {
    const { user, sla, hours } = await savedTooLate();
    await user.click(await within(sla).findByRole("button", { name: "Take theirs" }));
    await waitFor(() => expect(hours).toHaveValue(48));
    await user.click(within(sla).getByRole("button", { name: "Put mine back" }));
    expect(hours).toHaveValue(8);
    expect(saveButton()).not.toHaveAttribute("aria-disabled");
  });
});

describe("the history", () => {
  it("puts an old version into the form, and saving makes it a new one", async () => {
    const { user, simulator } = await changesOf("sla");
    await form("Service level");
    await slaOf(simulator, 48, 1);
    const hours = screen.getByRole("spinbutton", { name: /May wait/ });
    await user.clear(hours);
    await user.type(hours, "36");
    await user.click(saveButton());
    await user.click(await screen.findByRole("button", { name: "Take theirs" }));
    await user.click(await screen.findByRole("button", { name: /^Restore version 1$/ }));
    expect(hours).toHaveValue(24);
    expect(screen.getByRole("textbox", { name: /^Why/ })).toHaveValue("Back to version 1");
    expect(document.activeElement).toBe(saveButton());
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Saved as version 3.")).toBeVisible();
    const history = screen.getByRole("list", { name: "History of service level" });
    await waitFor(() => expect(history).toHaveTextContent(/Version 3.*Back to version 1.*Version 2.*Night shift.*Version 1/));
  });

  it("cannot be restored over unsaved changes, and says so", async () => {
    const { user } = await changesOf("sla");
    await form("Service level");
    await user.type(screen.getByRole("spinbutton", { name: /^Warn this many hours/ }), "0");
    expect(screen.getByRole("button", { name: /Restore version 0.*Save or discard your changes first/ })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  });
});

describe("leaving", () => {
  it("with unsaved changes asks, and staying keeps them", async () => {
    const { user, router } = await changesOf("sla");
    await form("Service level");
    const hours = screen.getByRole("spinbutton", { name: /May wait/ });
    await user.type(hours, "0");
    await user.click(screen.getByRole("link", { name: "Scripts" }));
    const dialog = await screen.findByRole("dialog", { name: "Leave without saving?" });
    expect(router.state.location.searchStr).toBe("?section=sla");
    await user.click(within(dialog).getByRole("button", { name: "Stay" }));
    expect(hours).toHaveValue(240);
    await user.click(screen.getByRole("link", { name: "Scripts" }));
    await user.click(await screen.findByRole("button", { name: "Leave and lose them" }));
    expect(await form("Scripts")).toBeVisible();
  });

  it("without changes does not ask", async () => {
    const { user } = await changesOf("sla");
    await form("Service level");
    await user.click(screen.getByRole("link", { name: "Duplicate policy" }));
    expect(await form("Duplicate policy")).toBeVisible();
  });
});

describe("who may do what", () => {
  it.each(["reviewer", "support", "auditor"] as const)("a %s reads the settings and is told why no more", async (role) => {
    await changesOf("scripts", { role });
    const scripts = await form("Scripts");
    expect(scripts).toHaveTextContent(/can read the settings, not change them\. Ask a lead or an admin to do it\./);
    expect(screen.getByRole("textbox", { name: "Title of script 1" })).toBeDisabled();
    expect(screen.queryByRole("button", { name: /^Save/ })).toBeNull();
  });

  it.each(["lead", "auditor"] as const)("a %s is not let at the tokens, and none are asked for", async (role) => {
    const { simulator } = await changesOf("tokens", { role });
    expect(await screen.findByText(/can't manage partner tokens/)).toBeVisible();
    expect(calls(simulator).join()).not.toContain("partner-tokens");
  });
});

describe("partner tokens", () => {
  const admin = { role: "admin" } as const;

  it("are made, shown once, and gone from the page and the cache when stored", async () => {
    const { user, queryClient, container } = await changesOf("tokens", admin);
    await user.click(await screen.findByRole("button", { name: "Create token" }));
    expect(await screen.findByText("Name the system that will use it.")).toBeVisible();
    expect(screen.getByText("Choose at least one.")).toBeVisible();
    await user.type(screen.getByRole("textbox", { name: "Name of the system" }), "Billing");
    await user.click(screen.getByRole("checkbox", { name: /^Read standings/ }));
    await user.click(screen.getByRole("button", { name: "Create token" }));
    const notice = await screen.findByText("The token for “Billing” is ready.");
    const token = notice.parentElement?.querySelector("code")?.textContent ?? "";
    expect(token.length).toBeGreaterThan(20);
    expect(await screen.findByRole("list", { name: "Partner tokens" })).toHaveTextContent(
      new RegExp(`Billingends in ${token.slice(-4)}Works.*Never used`),
    );

    await user.click(screen.getByRole("link", { name: "Scripts" }));
    const dialog = await screen.findByRole("dialog", { name: "Have you stored the token?" });
    await user.click(within(dialog).getByRole("button", { name: "Stay" }));
    await user.click(screen.getByRole("button", { name: "I have stored it" }));
    await waitFor(() => expect(container.innerHTML).not.toContain(token));
    const kept = [...queryClient.getQueryCache().getAll(), ...queryClient.getMutationCache().getAll()];
    await waitFor(() => expect(JSON.stringify(kept.map(({ state }) => state.data))).not.toContain(token));
  });

  it("are revoked after a question that names them, and stay in the list", async () => {
    const { user } = await changesOf("tokens", admin);
    await user.type(await screen.findByRole("textbox", { name: "Name of the system" }), "Payroll");
    await user.click(screen.getByRole("checkbox", { name: /^Resume inquiries/ }));
    await user.click(screen.getByRole("button", { name: "Create token" }));
    await user.click(await screen.findByRole("button", { name: "I have stored it" }));
    await user.click(screen.getByRole("button", { name: "Revoke Payroll" }));
    await user.click(within(await screen.findByRole("dialog", { name: "Revoke “Payroll”?" })).getByRole("button", { name: "Keep it" }));
    expect(screen.getByRole("button", { name: "Revoke Payroll" })).toHaveFocus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Revoke “Payroll”?" });
    await user.click(within(dialog).getByRole("button", { name: "Revoke “Payroll”" }));
    await waitFor(() => expect(screen.getByRole("list", { name: "Partner tokens" })).toHaveTextContent(/Payroll.*Revoked/));
    expect(screen.queryByRole("button", { name: "Revoke Payroll" })).toBeNull();
  });
});

describe("the page", () => {
  it("asks once for each thing", async () => {
    const { simulator } = await changesOf("reasons");
    await form("Decision reasons");
    expect(repeated(simulator)).toEqual([]);
    expect(
      calls(simulator)
        .filter((call) => call.includes("/settings"))
        .toSorted(),
    ).toEqual(["GET /desk/v1/settings", "GET /desk/v1/settings/decisionReasons/versions?page[size]=100"]);
  });

  it("keeps what was typed when saving fails, and says whether it was sent", async () => {
    const { user, simulator } = await changesOf("sla");
    await form("Service level");
    const hours = screen.getByRole("spinbutton", { name: /May wait/ });
    await user.clear(hours);
    await user.type(hours, "8");
    simulator.fault({ operation: "changeASetting", status: 500, times: 1 });
    await user.click(saveButton());
    expect(await screen.findByRole("alert")).toHaveTextContent(/500.*not known whether it took effect/);
    expect(hours).toHaveValue(8);
    await endFaults(simulator);
    await user.click(saveButton());
    expect(await screen.findByText("Saved as version 2.")).toBeVisible();
  });

  it.each(["/settings?section=nonsense", "/settings?section=%00&x=1"])("shows its first part for %s", async (path) => {
    await renderApp(path, lead);
    expect(await form("Decision reasons")).toBeVisible();
    expect(screen.getByRole("link", { name: "Decision reasons" })).toHaveAttribute("aria-current", "page");
  });

  it("has one's own taste, in this browser", async () => {
    const { user } = await changesOf("look", { role: "support" });
    const look = screen.getByRole("region", { name: "Shortcuts and look" });
    await user.click(within(look).getByRole("switch", { name: "Compact rows" }));
    expect(document.documentElement.dataset.density).toBe("compact");
  });

  it("lets people hold their decisions for longer or shorter than the others", async () => {
    const { user } = await changesOf("look", { role: "reviewer" });
    const choice = screen.getByRole("combobox", { name: "My decisions are held for" });
    expect(await screen.findByRole("option", { name: "Company default (5 seconds)" })).toBeVisible();
    await user.selectOptions(choice, "30 seconds");
    expect(readPreference("hold")).toBe("30");
  });
});
