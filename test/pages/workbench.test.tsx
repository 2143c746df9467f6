import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { decisionComment } from "@/domain/decision-comment";
import { renderApp } from "@test/render-app";
import { restHands } from "@test/support/hands";
import { calls, late, repeated, slowEverything } from "@test/support/request-log";
import { inquiryOf } from "@test/support/seeded-inquiries";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { approveInquiry } from "@mocks/world/inquiry/inquiry-decisions";
import type { PersonKey } from "@mocks/seed/people/all";

/** Opens the workbench of one of the demo's people and waits for the inquiry and its events. */
async function open(person: PersonKey, search = "") {
  const inquiryId = inquiryOf(resetSimulator(), person);
  const app = await renderApp(`/inquiries/${inquiryId}${search}`);
  await screen.findByRole("region", { name: "Verdict" });
  await waitFor(() => expect(screen.queryByText("Loading the story")).not.toBeInTheDocument());
  return { ...app, inquiryId };
}

const region = (name: string) => within(screen.getByRole("region", { name }));

it("says how old what it shows is by the server's clock, however wrong this machine's is", async () => {
  const simulator = resetSimulator();
  await simulator.control("clock/advance", { seconds: 420 });
  await renderApp(`/inquiries/${inquiryOf(simulator, "jack-thornton")}`);
  await screen.findByRole("region", { name: "Verdict" });
  expect(screen.getByText(/^As of/)).toHaveTextContent("As of just now");
});

describe("explaining a failure", () => {
  it("has the failed required checks and their reasons in plain words on screen at opening", async () => {
    await open("jack-thornton");
    expect(region("Verdict").getByText(/^Failed .* ago, and nobody has decided\.$/)).toBeVisible();
    const attempt = within(screen.getByRole("article", { name: "Government ID" }));
    const failed = within(attempt.getByRole("list", { name: "Failed required checks" }));
    expect(failed.getAllByRole("heading").map((heading) => heading.textContent)).toEqual(["Double side"]);
    expect(failed.getByText("The same side was submitted twice.")).toBeVisible();
    expect(attempt.getByText("Attempt 3 of 3, the one that counts")).toBeVisible();
  });

  it("keeps the other checks folded and says how they went", async () => {
    const { user } = await open("jack-thornton");
    const attempt = within(screen.getByRole("article", { name: "Government ID" }));
    const summary = attempt.getByText(/^\d+ other checks: 1 failed/);
    expect(summary.closest("details")).not.toHaveAttribute("open");
    await user.click(summary);
    expect(within(attempt.getByRole("list", { name: "Failed optional checks" })).getByText("Barcode")).toBeInTheDocument();
  });

  it("shows the difference between two attempts on one click", async () => {
    const { user } = await open("jack-thornton");
    await user.click(screen.getByRole("button", { name: "Compare with attempt 3 (Government ID, attempt 2)" }));
    const table = within(screen.getByRole("table", { name: "Checks that differ between attempt 2 and attempt 3" }));
    expect(table.getByRole("row", { name: /^Portrait Failed.*Passed Fixed$/ })).toBeVisible();
    expect(table.getByRole("row", { name: /^Double side.*Failed.*Fails now$/ })).toBeVisible();
  });

  it("puts the kind that failed before the kind that passed", async () => {
    await open("chloe-martin");
    expect(screen.getAllByRole("article").map((article) => within(article).getAllByRole("heading")[0]?.textContent)).toEqual([
      "Selfie",
      "Government ID",
    ]);
  });
});

it("the list of shortcuts gives the focus back to where it was", async () => {
  const { user } = await open("jack-thornton");
  await user.keyboard("j");
  const before = document.activeElement;
  expect(before).not.toBe(document.body);
  restHands();
  await user.keyboard("?");
  await user.click(within(await screen.findByRole("dialog", { name: "Shortcuts" })).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(before).toHaveFocus());
});

describe("two open inquiries of one template", () => {
  const byAge = (simulator: Simulator) =>
    [...simulator.world().tables.inquiries.newestFirst()].filter(({ attributes }) => attributes.referenceId === "usr_c41d09");
  const openOne = async (which: "begun" | "unopened") => {
    const simulator = resetSimulator();
    const [unopened, begun] = byAge(simulator).map(({ id }) => id);
    await renderApp(`/inquiries/${which === "begun" ? begun : unopened}`);
    const verdict = within(await screen.findByRole("region", { name: "Verdict" }));
    return { verdict, other: which === "begun" ? unopened : begun };
  };

  it("are told on the page of the one that was begun", async () => {
    const { verdict, other } = await openOne("begun");
    expect(await verdict.findByText(/^Another inquiry is open too, not started: created 6 h ago\./)).toBeVisible();
    expect(verdict.getByRole("link", { name: /inq_/ })).toHaveAttribute("href", expect.stringContaining(other ?? "none"));
  });

  it("are told on the page of the unopened one, with the way to the begun one, and restoring access sends there too", async () => {
    const { verdict, other } = await openOne("unopened");
    expect(await verdict.findByText(/^Another inquiry is open too: started .+ ago\. Use that one\./)).toBeVisible();
    expect(verdict.getByRole("link", { name: /inq_/ })).toHaveAttribute("href", expect.stringContaining(other ?? "none"));
    await userEvent.keyboard("l");
    const access = within(await screen.findByRole("group", { name: "Way back in" }));
    expect(await access.findByText(/^The user went on in another inquiry of the same template/)).toBeVisible();
  });
});

describe("keys", () => {
  it("walk through the attempts and open the pictures, and do nothing in a text field", async () => {
    const { user } = await open("jack-thornton");
    await user.keyboard("jj");
    expect(region("Verifications").getByRole("group", { name: "Government ID, attempt 2" })).toHaveFocus();
    await user.keyboard("k");
    expect(screen.getByRole("article", { name: "Government ID" })).toHaveFocus();
    restHands();
    await user.keyboard("p");
    expect(await screen.findByRole("region", { name: "Pictures" })).toBeVisible();
    restHands();
    await user.keyboard("p");
    await waitFor(() => expect(screen.queryByRole("region", { name: "Pictures" })).not.toBeInTheDocument());
    restHands();
    await user.keyboard("/jp");
    expect(screen.queryByRole("region", { name: "Pictures" })).not.toBeInTheDocument();
  });
});

describe("pictures", () => {
  it("keep their keys to themselves, and one that was turned leaves the next as it is", async () => {
    const { user } = await open("chloe-martin");
    await user.click(screen.getAllByRole("button", { name: /^Look at: Front/ })[0] ?? document.body);
    const stage = region("Pictures");
    const turn = () => stage.getByRole("img").style.transform;
    const picture = await stage.findByRole("img");
    const [first] = [picture.getAttribute("alt")];
    stage.getByRole("region", { name: /zero resets/ }).focus();
    await user.keyboard("r+");
    expect(turn()).toContain("rotate(90deg) scale(1.25)");
    await user.keyboard("{Enter}");
    expect(screen.queryByRole("form", { name: "Mark for review" })).not.toBeInTheDocument();
    await user.keyboard("0r{ArrowRight}");
    expect(stage.getByRole("img").getAttribute("alt")).not.toBe(first);
    expect(turn()).toContain("rotate(0deg)");
  });

  it("open in place, side by side with one zoom for both", async () => {
    const { user } = await open("chloe-martin");
    await user.click(screen.getByRole("button", { name: "Portrait and selfie" }));
    const stage = region("Pictures");
    expect(await stage.findByRole("img", { name: "Portrait, Government ID" })).toBeVisible();
    expect(stage.getByRole("img", { name: "Center, Selfie, attempt 2" })).toBeVisible();
    expect(screen.queryByRole("dialog", { name: "Pictures" })).not.toBeInTheDocument();
    const [zoomIn] = stage.getAllByRole("button", { name: "Zoom in" });
    if (zoomIn === undefined) throw new Error("There is no button to zoom");
    await user.click(zoomIn);
    expect(stage.getAllByText("125 %")).toHaveLength(2);
    await user.click(stage.getByRole("checkbox", { name: "Sync zoom" }));
    await user.click(zoomIn);
    expect(stage.getByText("125 %")).toBeVisible();
  });

  it("go from one to the next by arrow and close by Escape", async () => {
    const { user } = await open("chloe-martin");
    await user.click(screen.getByRole("button", { name: "Look at: Front, Government ID" }));
    const picture = await region("Pictures").findByRole("region", { name: /^Front, Government ID/ });
    picture.focus();
    await user.keyboard("{ArrowRight}");
    expect(await region("Pictures").findByRole("img", { name: "Portrait, Government ID" })).toBeVisible();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("region", { name: "Pictures" })).not.toBeInTheDocument();
  });
});

describe("the story", () => {
  it("tells days, gaps and actors, and opens a sentence to its raw event", async () => {
    const { user } = await open("chloe-martin");
    const story = region("Story");
    expect(story.getByText("2 h later")).toBeVisible();
    expect(story.getAllByText("User")[0]).toBeVisible();
    expect(story.queryByText("inquiry.created")).not.toBeInTheDocument();
    await user.click(story.getByText("The inquiry was created."));
    expect(await story.findByRole("region", { name: "Event inquiry.created" })).toBeVisible();
  });

  it("goes on without the events when they cannot be read, and reads them again", async () => {
    const simulator = resetSimulator();
    simulator.fault({ operation: "listAllEvents", status: 500 });
    const { user } = await renderApp(`/inquiries/${inquiryOf(simulator, "chloe-martin")}`);
    expect(await screen.findByText(/The events could not be read, so this is told from timestamps alone/)).toBeVisible();
    expect(screen.getByRole("list", { name: "Failed required checks" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Read the events again" }));
    await waitFor(() => expect(screen.queryByText(/The events could not be read/)).not.toBeInTheDocument());
  });
});

describe("personal data", () => {
  it("never shows a confirmation code, not in the JSON either", async () => {
    const { simulator, container } = await open("mira-stojanovic", "?panel=json");
    const codes = [...simulator.world().tables.verifications.newestFirst()].flatMap(({ attributes }) => {
      const code: unknown = Reflect.get(attributes, "confirmationCode");
      return typeof code === "string" ? [code] : [];
    });
    expect(codes.length).toBeGreaterThan(0);
    await screen.findByRole("region", { name: "JSON: The inquiry and all that belongs to it" });
    for (const code of codes) expect(container).not.toHaveTextContent(code);
  });

  it("veils identification numbers until somebody asks", async () => {
    const { user } = await open("jack-thornton");
    const fields = region("Fields");
    expect(fields.queryByText(/THORN902255J99/)).not.toBeInTheDocument();
    await user.click(fields.getByRole("button", { name: "Show identification number" }));
    expect(await fields.findByText(/THORN902255J99/)).toBeVisible();
  });

  it("stays out of the title of the tab", async () => {
    await open("jack-thornton");
    expect(screen.getByRole("heading", { level: 1, name: "Jack Thornton" })).toBeVisible();
    expect(document.title).toMatch(/^Inquiry [A-Za-z0-9]{4} · Inquiry Desk$/);
  });
});

describe("what is behind the evidence", () => {
  it("names who decided in the desk, whose comment carries their signature", async () => {
    const simulator = resetSimulator();
    const inquiryId = inquiryOf(simulator, "jack-thornton");
    const comment = decisionComment("Fits the passport.", { name: "Maya Lindqvist", emailAddress: "maya@hollisgrey.example" });
    approveInquiry(simulator.world(), { inquiryId, comment }, { type: "api" });
    await renderApp(`/inquiries/${inquiryId}?panel=facts`);
    const facts = within(await screen.findByRole("region", { name: "Behind the evidence" }));
    expect(facts.getByText("Maya Lindqvist (maya@hollisgrey.example)")).toBeVisible();
    expect(facts.getByText("Fits the passport.")).toBeVisible();
    expect(facts.queryByText(/\[Inquiry Desk\]/)).not.toBeInTheDocument();
  });

  it("has sessions with their devices and how many are left", async () => {
    await open("kevin-osei");
    const behind = region("Behind the evidence");
    expect(behind.getByText(/^\d+ of 25 sessions used$/)).toBeVisible();
    expect(behind.getByText(/Opened from 7 countries: a link may have been shared\./)).toBeVisible();
  });

  it("has the call that fetched the JSON, and the key is only a variable", async () => {
    const { user, inquiryId } = await open("jack-thornton");
    await user.click(screen.getByRole("link", { name: "JSON" }));
    const answer = within(await screen.findByRole("region", { name: "The inquiry and all that belongs to it" }));
    expect(answer.getByText(new RegExp(`^GET /inquiries/${inquiryId}\\?include=`))).toBeVisible();
    await user.click(answer.getByRole("button", { name: "Copy as curl" }));
    const command = await navigator.clipboard.readText();
    expect(command).toContain('"Authorization: Bearer $PERSONA_API_KEY"');
    expect(command).toContain('"Persona-Version: 2026-09-29"');
  });

  it("has an address for each part, and an address that names none is no harm", async () => {
    const { router } = await open("jack-thornton", "?panel=events");
    expect(region("Behind the evidence").getByText("inquiry.failed")).toBeVisible();
    expect(screen.getByRole("link", { name: /^Raw events/ })).toHaveAttribute("aria-current", "page");
    await router.navigate({ to: ".", search: { panel: "<script>" } as never });
    await waitFor(() => expect(region("Behind the evidence").getByText(/of 25 sessions used/)).toBeVisible());
  });
});

describe("states", () => {
  it("asks for seven things, once each, all at the same time, and then who else used its devices", async () => {
    const simulator = resetSimulator();
    const inquiryId = inquiryOf(simulator, "jack-thornton");
    slowEverything(simulator);
    await renderApp(`/inquiries/${inquiryId}`);
    await screen.findByText("The inquiry was created.");
    await waitFor(() => expect(late(simulator)).toEqual([`GET /desk/v1/shared-devices/${inquiryId}`]));
    expect(repeated(simulator)).toEqual([]);
    expect(
      calls(simulator)
        .map((call) => call.replace(/\?.*/, ""))
        .toSorted(),
    ).toEqual([
      "GET /api/v1/events",
      `GET /api/v1/inquiries/${inquiryId}`,
      "GET /desk/v1/audit-entries",
      "GET /desk/v1/decisions",
      "GET /desk/v1/second-looks",
      "GET /desk/v1/session",
      "GET /desk/v1/settings",
      `GET /desk/v1/shared-devices/${inquiryId}`,
    ]);
  });

  it("keeps the places of a page to come", async () => {
    const simulator = resetSimulator();
    slowEverything(simulator, 400);
    await renderApp(`/inquiries/${inquiryOf(simulator, "jack-thornton")}`);
    expect(screen.getByText("Loading the inquiry")).toBeInTheDocument();
    for (const name of ["Story", "Documents and selfies", "Verifications"]) expect(screen.getByRole("region", { name })).toBeVisible();
    await screen.findByRole("region", { name: "Verdict" });
  });

  it("says that an inquiry is not found", async () => {
    await renderApp("/inquiries/inq_doesNotExist00000000000000000");
    expect(await screen.findByRole("heading", { level: 1, name: "Not found" })).toBeVisible();
    expect(screen.getByText(/Persona knows no such object in this environment/)).toBeVisible();
  });

  it("says that it may not be seen", async () => {
    const simulator = resetSimulator();
    simulator.fault({ operation: "retrieveAnInquiry", status: 403 });
    await renderApp(`/inquiries/${inquiryOf(simulator, "jack-thornton")}`);
    expect(await screen.findByRole("heading", { level: 1, name: "You are not allowed to see or do this" })).toBeVisible();
  });

  it("can be asked again after the server failed", async () => {
    const simulator = resetSimulator();
    simulator.fault({ operation: "retrieveAnInquiry", status: 503 });
    const { user } = await renderApp(`/inquiries/${inquiryOf(simulator, "jack-thornton")}`);
    await user.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("region", { name: "Verdict" })).toBeVisible();
  });

  it("keeps what it shows when it cannot be loaded again", async () => {
    const { user, simulator } = await open("jack-thornton");
    simulator.fault({ operation: "retrieveAnInquiry", status: 503 });
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    expect(await screen.findByText("It could not be loaded again, so this may be old.")).toBeVisible();
    expect(screen.getByRole("list", { name: "Failed required checks" })).toBeVisible();
  });

  it("says of a redacted inquiry that everything was erased, and keeps its status", async () => {
    await open("redacted-inquiry");
    const verdict = region("Verdict");
    expect(verdict.getByText("Redacted")).toBeVisible();
    expect(verdict.getByText("Pending")).toBeVisible();
    expect(screen.getByText(/^The pictures were erased/)).toBeVisible();
    expect(screen.getByText(/^The values were erased/)).toBeVisible();
  });
});
