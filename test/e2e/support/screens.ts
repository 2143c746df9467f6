import { referenceIdOf } from "@mocks/seed/catalogue";
import type { Page } from "@playwright/test";
import { expect } from "./test";
import type { SimulatorControl } from "./simulator-control";

export type Screen = {
  name: string;
  /** Where it is, once the demo's people have their ids. */
  path: (simulator: SimulatorControl) => Promise<string> | string;
  /** Waits until everything of it is there. */
  settled: (page: Page) => Promise<void>;
};

const region = (name: string | RegExp) => (page: Page) => expect(page.getByRole("region", { name }).first()).toBeVisible();
const rows = async (page: Page) => {
  await expect(page.locator("table[aria-busy=false]").first()).toBeVisible();
};

const inquiryOf = (key: Parameters<typeof referenceIdOf>[0]) => async (simulator: SimulatorControl) =>
  `/inquiries/${(await simulator.inquiryOf(referenceIdOf(key))).id}`;

/** Every screen, and the states of it that look different. */
export const screens: Screen[] = [
  { name: "desk", path: () => "/", settled: rows },
  { name: "people", path: () => "/accounts", settled: rows },
  {
    name: "person",
    path: async (simulator) => `/accounts/${(await simulator.accountOf(referenceIdOf("marco-bellini"))).id}`,
    settled: region("Verdict"),
  },
  { name: "inquiries", path: () => "/inquiries", settled: rows },
  {
    name: "inquiries without a hit",
    path: () => "/inquiries?reference=nobody-has-this",
    settled: (page) => expect(page.getByText(/no inquir/i).first()).toBeVisible(),
  },
  { name: "workbench in review", path: inquiryOf("nadia-rahman"), settled: region(/verifications/i) },
  { name: "workbench failed", path: inquiryOf("jack-thornton"), settled: region(/verifications/i) },
  { name: "workbench expired", path: inquiryOf("oscar-lund"), settled: region(/verifications/i) },
  {
    name: "workbench raw answer",
    path: async (simulator) => `${await inquiryOf("nadia-rahman")(simulator)}?panel=json`,
    settled: (page) => expect(page.getByText("GET", { exact: false }).first()).toBeVisible(),
  },
  {
    name: "new inquiry",
    path: () => "/inquiries/new",
    settled: (page) => expect(page.getByLabel("Reference ID: who it is for")).toBeVisible(),
  },
  { name: "review queue", path: () => "/review", settled: rows },
  {
    name: "one of the review queue",
    path: async (simulator) => `${await inquiryOf("nadia-rahman")(simulator)}?walk=review`,
    settled: region("Review queue"),
  },
  { name: "access doctor", path: () => "/doctor", settled: (page) => expect(page.getByLabel("What the user has, or says")).toBeVisible() },
  {
    name: "somebody at the access doctor",
    path: async (simulator) => `/doctor?of=${(await simulator.accountOf(referenceIdOf("oscar-lund"))).id}`,
    settled: (page) => expect(page.getByRole("button", { name: "Resume and copy a one-time link" })).toBeVisible(),
  },
  { name: "links", path: () => "/links", settled: rows },
  { name: "templates", path: () => "/templates", settled: rows },
  {
    name: "template",
    path: async (simulator) => `/templates/${(await simulator.templateOf("Proof of address")).id}`,
    settled: region("Versions"),
  },
  { name: "audit", path: () => "/audit", settled: rows },
  {
    name: "Persona's log",
    path: () => "/audit?log=persona",
    settled: (page) => expect(page.getByRole("heading", { name: "Audit" })).toBeVisible(),
  },
  { name: "decision reasons", path: () => "/settings", settled: region("History") },
  { name: "duplicate policy", path: () => "/settings?section=duplicates", settled: region("History") },
  { name: "rules for two people", path: () => "/settings?section=people", settled: region("History") },
  { name: "scripts", path: () => "/settings?section=scripts", settled: region("History") },
  {
    name: "partner tokens, for who may not",
    path: () => "/settings?section=tokens",
    settled: (page) => expect(page.getByText(/partner tokens/i).first()).toBeVisible(),
  },
  {
    name: "sessions",
    path: () => "/settings?section=sessions",
    settled: (page) => expect(page.getByText("This one").first()).toBeVisible(),
  },
  {
    name: "shortcuts and look",
    path: () => "/settings?section=look",
    settled: (page) => expect(page.getByRole("group", { name: "Keys" })).toBeVisible(),
  },
  {
    name: "inquiry that does not exist",
    path: () => "/inquiries/inq_doesNotExist",
    settled: (page) => expect(page.getByRole("heading", { name: /not found/i })).toBeVisible(),
  },
  {
    name: "address that does not exist",
    path: () => "/nowhere",
    settled: (page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible(),
  },
];
