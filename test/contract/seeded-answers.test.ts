import { expect, it } from "vitest";
import { seeded } from "@mocks/seeded";
import { createSimulator } from "@mocks/simulator";
import type { World } from "@mocks/world/core/world";
import { validateAnswer } from "./contract-validator";

const simulator = createSimulator({ standsFor: "gateway", unused: "answered", clock: "manual", rateLimit: 1_000_000, ...seeded });

/** Gets an address and says what the answer does against the contract. */
async function problemsOf(path: string): Promise<{ path: string; problems: string[]; next: string | null }> {
  const response = await simulator.handle(new Request(new URL(path, "http://localhost"), { headers: { "key-inflection": "camel" } }));
  const contentType = response?.headers.get("content-type") ?? null;
  const body: unknown = await response?.json();
  const answer = { method: "GET", path, status: response?.status ?? 0, contentType, headers: new Headers(response?.headers), body };
  const problems = [...validateAnswer(answer), ...(answer.status === 200 ? [] : [`status ${answer.status}`])];
  const links = typeof body === "object" && body !== null && "links" in body ? (body.links as { next: string | null } | null) : null;
  return { path, problems, next: links?.next ?? null };
}

const wrong = async (paths: Iterable<string>) => {
  const found = [];
  for (const path of paths) {
    const { problems } = await problemsOf(path);
    if (problems.length > 0) found.push({ path, problems });
  }
  return found;
};

it.each(["accounts", "inquiries", "inquiry-templates", "reports", "events", "cases", "user-audit-logs"])(
  "every page of /%s is valid, and the list comes to its end",
  async (list) => {
    const seen = new Set<string>();
    for (let path: string | null = `/api/v1/${list}?page[size]=100`; path !== null;) {
      expect(seen.has(path)).toBe(false);
      seen.add(path);
      const page: Awaited<ReturnType<typeof problemsOf>> = await problemsOf(path);
      expect(page.problems).toEqual([]);
      path = page.next;
    }
  },
);

const everything: [string, (world: World) => Iterable<{ id: string }>, string][] = [
  [
    "inquiries",
    (world) => world.tables.inquiries.newestFirst(),
    "account,reviewer,template,inquiry-template.latest-published-version,inquiry-template-version,reports,verifications,sessions,documents,selfies",
  ],
  ["accounts", (world) => world.tables.accounts.newestFirst(), "account-type"],
  ["inquiry-sessions", (world) => world.tables.inquirySessions.newestFirst(), "inquiry,device,network"],
  ["verifications", (world) => world.tables.verifications.newestFirst(), "accounts,document,inquiry"],
  ["documents", (world) => world.tables.documents.newestFirst(), "inquiry,document-files"],
  ["reports", (world) => world.tables.reports.newestFirst(), "inquiry,account,report-template"],
  ["cases", (world) => world.tables.cases.newestFirst(), "accounts,case-template,inquiries,reports,verifications"],
];

it.each(everything)("every one of /%s is valid with all it may include", async (name, rows, include) => {
  const paths = sample([...rows(simulator.world())]).map(({ id }) => `/api/v1/${name}/${id}?include=${include}`);
  expect(paths.length).toBeGreaterThan(0);
  expect(await wrong(paths)).toEqual([]);
});

/** The newest, and every tenth of what lies behind them: the seeded bulk is much alike. */
const sample = <Row>(rows: Row[]) => rows.filter((_, index) => index < 150 || index % 10 === 0);
