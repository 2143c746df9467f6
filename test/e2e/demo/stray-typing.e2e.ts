import type { Page } from "@playwright/test";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { array, constantFrom, integer, oneof, sample, tuple } from "fast-check";
import { afterTheHold } from "../support/commands";
import type { SimulatorControl } from "../support/simulator-control";
import { expect, test } from "../support/test";
import { Typist } from "../support/typist";

/*
 * Text that went astray, in a real browser that is slowed down: whatever is typed, at whatever speed a hand or a scanner has, nothing is sent,
 * nothing stays open, nothing is pressed.
 */

const seed = 20_261_129;
const linesOf = 24;

// plain words: each begins, ends or holds a letter that is a shortcut somewhere
const words = `approve and decline at review the later picture call him just keep that Tara Dana Karl Adams Ruth Lund a d r l t p j k match done
  looked it is this what? ok`;
const word = constantFrom(...words.split(/\s+/));
const sentence = array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(" "));
const scanned = oneof(
  constantFrom("A1234567", "D99120347", "L898902C3", "T22000129", "P<UTOERIKSSON<<ANNA<MARIA", "usr_b7710a", "R0012", "12/34/56", "x"),
  integer({ min: 100_000, max: 999_999 }).map((number) => `D${number}`),
).map((text) => `${text}\n`);
const line = tuple(
  oneof({ weight: 2, arbitrary: sentence }, { weight: 1, arbitrary: scanned }),
  oneof(constantFrom(5, 200), integer({ min: 5, max: 200 })),
);

/** The same lines each time, others in each state. What is typed as it is meant to be (A, C and the words; the search) has tests of its own. */
const linesFor = (offset: number) =>
  sample(line, { seed: seed + offset, numRuns: linesOf }).filter(([text]) => !/^([adr]?c|\/)/i.test(text));

const inquiry = async (simulator: SimulatorControl, person: Parameters<typeof referenceIdOf>[0]) =>
  `/inquiries/${(await simulator.inquiryOf(referenceIdOf(person))).id}`;

/** What was sent to change something. A claim is kept by a call every half a minute, whoever types. */
async function changes(simulator: SimulatorControl) {
  const { data } = await simulator.call<{ data: { method: string; operation: string }[] }>("GET", "requests");
  return data.filter(({ method, operation }) => method !== "GET" && operation !== "claimAnInquiry").map(({ operation }) => operation);
}

/** All that a stray key could open, fill in, press or move. */
const shown = (page: Page) =>
  page.evaluate(() => ({
    address: location.href,
    focus: [
      document.activeElement?.tagName,
      document.activeElement?.getAttribute("aria-label"),
      document.activeElement?.getAttribute("href"),
    ],
    open: [...document.querySelectorAll("form[aria-label], [role=group][aria-label], dialog[open], section[aria-label=Pictures]")].map(
      (element) => element.getAttribute("aria-label"),
    ),
    texts: [...document.querySelectorAll<HTMLInputElement>("textarea, input[type=text]")].map(({ value }) => value),
    claim: document.querySelector("[aria-label='Who is working on this']")?.textContent,
  }));

type State = {
  name: string;
  /** Brings the page into the state the lines are typed in. */
  begin?: (page: Page) => Promise<void>;
  /** Where else the focus may be afterwards. */
  orFocus?: readonly (string | null)[];
};

const button = (name: string) => (page: Page) => expect(page.getByRole("button", { name, exact: true }).first()).toBeVisible();
/** What is looked at second is there, too: every field of the page is compared. */
const workbench = (name: string) => async (page: Page) => {
  await button(name)(page);
  await expect(page.getByRole("textbox", { name: "Add a tag" })).toBeVisible();
};
const claimed = (page: Page) => expect(page.getByText("You are working on this", { exact: true })).toBeVisible();
const press = (key: string, form?: string) => async (page: Page) => {
  await page.keyboard.press(key);
  if (form !== undefined) await expect(page.getByRole("form", { name: form })).toBeVisible();
  // who begins to decide has it from then on
  if (/^[ADR]$/.test(key)) await claimed(page);
};

type Case = {
  name: string;
  path: (simulator: SimulatorControl) => Promise<string>;
  ready: (page: Page) => Promise<void>;
  states: readonly State[];
};

const closed: State = { name: "nothing open" };

const cases: readonly Case[] = [
  {
    name: "workbench in review",
    path: (simulator) => inquiry(simulator, "somchai-srisuk"),
    ready: claimed,
    states: [closed, { name: "approve open", begin: press("A", "Approve inquiry") }],
  },
  {
    name: "workbench of what is completed",
    path: (simulator) => inquiry(simulator, "priya-nair"),
    ready: workbench("Decline"),
    states: [
      { name: "mark for review open", begin: press("R", "Mark for review") },
      { name: "decline open", begin: press("D", "Decline inquiry") },
      {
        name: "the button that sends has the focus",
        begin: async (page) => {
          await press("D", "Decline inquiry")(page);
          await page.getByRole("button", { name: "Decline inquiry" }).focus();
        },
        // a form that another has stood in for never has its button focused again
        orFocus: ["FORM", "Decline inquiry", null],
      },
    ],
  },
  {
    name: "workbench of what has expired",
    path: (simulator) => inquiry(simulator, "oscar-lund"),
    ready: workbench("Restore access"),
    states: [closed, { name: "way back in open", begin: press("L", "Restore access") }],
  },
  {
    name: "person",
    path: async (simulator) => `/accounts/${(await simulator.accountOf(referenceIdOf("oscar-lund"))).id}`,
    ready: button("Restore access"),
    states: [closed],
  },
  {
    name: "inquiries",
    path: () => Promise.resolve("/inquiries"),
    ready: (page) => expect(page.locator("table[aria-busy=false]").first()).toBeVisible(),
    states: [{ name: "a row has the focus", begin: press("J") }],
  },
];

for (const [index, { name, path, ready, states }] of cases.entries()) {
  test(`${name}: text that no field takes sends, opens and presses nothing`, async ({ page, open, simulator }) => {
    await open("/");
    await open(await path(simulator));
    await ready(page);
    const typist = await Typist.on(page);
    for (const [number, { name: state, begin, orFocus }] of states.entries()) {
      await test.step(state, async () => {
        await begin?.(page);
        const before = { shown: await shown(page), changes: await changes(simulator) };
        const allowed = [before.shown, ...(orFocus ? [{ ...before.shown, focus: orFocus }] : [])];
        for (const [text, gap] of linesFor(index * 10 + number)) {
          typist.rest();
          await typist.type(text, () => gap);
          expect(allowed, `after ${JSON.stringify(text)} at ${gap} ms a key`).toContainEqual(await shown(page));
        }
        // what waits to be known to stand alone would run by now
        typist.rest();
        await typist.type("x", () => 0);
        expect(await changes(simulator)).toEqual(before.changes);
        typist.rest();
        await page.keyboard.press("Escape");
      });
    }
  });
}

test("D, C and the words at the speed of a text expander: every letter is in the comment of the decline", async ({
  page,
  open,
  simulator,
}) => {
  await open("/");
  await open(await inquiry(simulator, "priya-nair"));
  await button("Decline")(page);
  const typist = await Typist.on(page);
  const comment = page.getByLabel("Comment for the audit trail");
  for (const gap of [0, 5, 10, 30]) {
    const before = await changes(simulator);
    typist.rest();
    await typist.type("dcattached address does not match", () => gap);
    await expect(page.getByRole("form", { name: "Decline inquiry" })).toBeVisible();
    await expect(comment).toHaveValue("attached address does not match");
    expect(await changes(simulator)).toEqual(before);
    await comment.fill("");
    await page.keyboard.press("Escape");
  }
});

for (const [gap, person] of [
  [0, "priya-nair"],
  [10, "somchai-srisuk"],
] as const) {
  test(`A, Enter at ${gap} ms is one decision, however often Enter is pressed`, async ({ page, open, simulator }) => {
    await open("/");
    await open(await inquiry(simulator, person));
    await button("Approve")(page);
    const typist = await Typist.on(page);
    typist.rest();
    await typist.type("a\n\n\n", () => gap);
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Approved", afterTheHold);
    expect((await changes(simulator)).filter((operation) => operation === "decide")).toHaveLength(1);
  });
}
