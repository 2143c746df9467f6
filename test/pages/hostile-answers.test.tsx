import type { UserEvent } from "@testing-library/user-event";
import { act, screen, waitFor } from "@testing-library/react";
import { http } from "msw";
import { beforeAll, describe, expect, it } from "vitest";
import { rememberPerson } from "@/components/people-seen";
import { workbenchPanels } from "@/components/workbench-search";
import { resetSimulator, server, simulator } from "@mocks/doors/node";
import { referenceIdOf } from "@mocks/seed/catalogue";
import type { PersonKey } from "@mocks/seed/people/all";
import { renderApp } from "@test/render-app";
import { eachFieldKey, type Spoil, spoilAnswers } from "@test/support/hostile-answers";
import { markup, spoils } from "@test/support/hostile-catalogue";

let ids: Record<"in review" | "expired" | "person", string>;
beforeAll(() => {
  const { tables } = resetSimulator().world();
  const of = (person: PersonKey) => {
    for (const inquiry of tables.inquiries.newestFirst()) if (inquiry.attributes.referenceId === referenceIdOf(person)) return inquiry;
    throw new Error(`${person} has no inquiry`);
  };
  // has documents, selfies, failed checks, reports, tags and events
  const inReview = of("chloe-martin");
  ids = { "in review": inReview.id, expired: of("oscar-lund").id, person: inReview.relationships.account.data?.id ?? "" };
});

const addresses = {
  Desk: () => "/",
  People: () => "/accounts",
  Person: () => `/accounts/${ids.person}`,
  Inquiries: () => "/inquiries",
  Workbench: () => `/inquiries/${ids["in review"]}`,
  "Restore access": () => `/inquiries/${ids.expired}`,
} as const;
type Screen = keyof typeof addresses;
// the keys of an object literal are all there is in it
const screens = Object.keys(addresses) as Screen[];

/** Opens a screen on spoilt answers. */
async function open(name: Screen, spoil: Spoil) {
  rememberPerson(ids.person);
  // what the desk keeps itself is another matter than what Persona may answer
  if (name === "Inquiries") simulator().fault({ operation: "listIndexedInquiries", status: 503, times: 1000 });
  spoilAnswers(spoil);
  const page = await renderApp(addresses[name]());
  await waitFor(() => expect(page.queryClient.isFetching()).toBe(0));
  await screen.findAllByRole("heading");
  return page;
}

/** Opens a veil, which takes until that is recorded. */
async function openVeil(user: UserEvent, veil: HTMLElement): Promise<void> {
  const label = () => veil.getAttribute("aria-label") ?? veil.textContent;
  const before = label();
  await user.click(veil);
  await waitFor(() => {
    if (veil.isConnected && label() === before) throw new Error(`“${before}” did nothing`);
  });
}

/** Opens a screen, and everything on it that is veiled, folded or behind a tab, and tells what is wrong with any of it. */
async function problemsOn(name: Screen, spoil: Spoil): Promise<string[]> {
  const { user, router } = await open(name, spoil);
  if (name === "Restore access") {
    await user.keyboard("l");
    await screen.findByText("Remedy:");
  }
  const [veil] = screen.queryAllByRole("button", { name: /^Show / });
  if (veil) await openVeil(user, veil);
  const problems = problemsIn(screen.getByRole("main"));
  if (name !== "Workbench") return problems;
  for (const { panel } of workbenchPanels) {
    await act(() => router.navigate({ to: "/inquiries/$inquiryId", params: { inquiryId: ids["in review"] }, search: { panel } }));
    if (panel === "json") await screen.findByRole("region", { name: "The inquiry and all that belongs to it" });
    problems.push(...problemsIn(screen.getByLabelText("Behind the evidence", { selector: "section" })));
  }
  return problems;
}

const runsCode = /^\s*(javascript|vbscript|data:text)/i;
const steers = /[\u202A-\u202E\u2066-\u2069\u200B\u00AD\uFEFF]/;

/** What must not be, whatever was answered. What React says about it on the console fails the test as well. */
function problemsIn(part: HTMLElement): string[] {
  for (const details of part.querySelectorAll("details")) details.open = true;
  const attributes = [...part.querySelectorAll("*")].flatMap((element) => [...element.attributes]);
  const text = part.textContent ?? "";
  return [
    ...[...part.querySelectorAll("script, iframe, object, embed, img[src=x]")].map(({ outerHTML }) => outerHTML),
    ...attributes.filter(({ name }) => name.startsWith("on")).map(({ name }) => `The attribute ${name}`),
    ...attributes
      .filter(({ name, value }) => /^(href|src|srcset|action|formaction)$/.test(name) && runsCode.test(value))
      .map(({ value }) => value),
    ...(text.includes("This part of the page could not be shown") ? ["It crashed"] : []),
    ...(text.length < 3 ? ["It is empty"] : []),
    ...(steers.test(text) ? ["A character reorders or hides text"] : []),
    ...(text.length > 300_000 ? [`${text.length} characters`] : []),
    ...(/^[A-Z][\w' ]* · Inquiry Desk$/.test(document.title) ? [] : [`The title ${document.title}`]),
  ];
}

/** After these there is no inquiry in the answer to one. */
const noObject: readonly string[] = [
  "no IDs",
  "data that is null",
  "data that is an empty object",
  "data that is an empty list",
  "data of odd things",
  "no data",
  "a list as answer",
] satisfies (keyof typeof spoils)[];
/** After these there is no list in the answer to one, or one of nothing that can be told. */
const noList = noObject.filter((spoil) => spoil !== "data that is an empty list");
const unreadableOn: Record<Screen, readonly string[]> = {
  Desk: noList,
  People: noList,
  Person: noObject,
  Inquiries: noList,
  Workbench: noObject,
  "Restore access": noObject,
};

describe.each(screens)("%s", (name) => {
  it.each(Object.entries(spoils).filter(([spoil]) => !unreadableOn[name].includes(spoil)))("stands: %s", async (_, spoil) => {
    expect(await problemsOn(name, spoil)).toEqual([]);
  });

  it.each(Object.entries(spoils).filter(([spoil]) => unreadableOn[name].includes(spoil)))(
    "says that it could not be read: %s",
    async (_, spoil) => {
      const { container } = await open(name, spoil);
      const [alert] = await screen.findAllByRole("alert");
      expect(alert).toHaveTextContent("Persona's answer could not be read");
      expect(screen.getAllByRole("button", { name: "Try again" }).length).toBeGreaterThan(0);
      expect(screen.queryByText(/There are no|No inquiry matches|Nothing to show|Never tried|No status/)).toBeNull();
      expect(problemsIn(container)).toEqual([]);
    },
  );

  it.each([null, markup, 7])("says that %j is no answer, and can be asked again", async (body) => {
    const { container } = await open(name, () => body);
    const [alert] = await screen.findAllByRole("alert");
    expect(alert).toHaveTextContent("Persona's answer could not be read");
    expect(screen.getAllByRole("button", { name: "Try again" }).length).toBeGreaterThan(0);
    expect(problemsIn(container)).toEqual([]);
  });
});

describe("what nobody has documented is shown as it is", () => {
  it.each(["Inquiries", "Workbench", "Person"] as const)("%s: a status", async (name) => {
    await open(name, spoils["words that nobody has documented"]);
    expect(screen.getAllByText("frobnicated").length).toBeGreaterThan(0);
  });

  it("Workbench: a kind of verification", async () => {
    await open("Workbench", spoils["types that nobody has documented"]);
    expect(screen.getAllByRole("article", { name: "Of tomorrow" }).length).toBeGreaterThan(0);
  });
});

describe("what has another casing is read all the same", () => {
  it.each(["-", "_", "camel"])("%s: the name of a person", async (between) => {
    await open(
      "Workbench",
      eachFieldKey((key) =>
        key.replaceAll(/-([a-z])/g, (_, letter: string) => (between === "camel" ? letter.toUpperCase() : between + letter)),
      ),
    );
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Chloé Martin");
  });
});

describe("markup is text", () => {
  it.each(["Person", "Inquiries", "Workbench"] as const)("%s", async (name) => {
    await open(name, spoils["markup in every text"]);
    expect(screen.getByRole("main")).toHaveTextContent("<img src=x");
  });
});

describe("an answer to something sent", () => {
  it.each([
    ["no link", { oneTimeLink: null }],
    ["a number", { oneTimeLink: 7 }],
    ["a link that runs code", { oneTimeLink: "javascript:alert(1)", oneTimeLinkShort: "" }],
  ])("a restoration answered with %s is an error, and nothing is copied", async (_, answer) => {
    const { user } = await open("Restore access", (body) => body);
    server.use(http.post("*/desk/v1/restorations", () => Response.json({ id: "rst_1", resumed: false, status: "pending", ...answer })));
    await user.keyboard("l");
    await screen.findByRole("form", { name: "Restore access" });
    await user.keyboard("{Enter}");
    expect((await screen.findAllByRole("alert")).map(({ textContent }) => textContent).join()).toContain("answer could not be read");
    // what was handed over in the key press comes to nothing
    expect(await navigator.clipboard.readText().catch(() => "")).toBe("");
    expect(problemsIn(screen.getByRole("main"))).toEqual([]);
  });
});
