import { randomUUID } from "node:crypto";
import { referenceIdOf } from "@mocks/seed/catalogue";
import type { APIRequestContext } from "@playwright/test";
import { findPostgres } from "../../../scripts/ensure-postgres.mjs";
import { afterTheHold, commandHeaders, decidedAtPersona, decisionNow } from "../support/commands";
import { expect, test } from "../support/test";

/** Two instances need a database that two processes can open. */
if (findPostgres() !== undefined) {
  test("a decision on one instance comes by itself onto a screen of the other", async ({
    page,
    context,
    open,
    actor,
    simulator,
    fullStack,
  }) => {
    const [, second = ""] = fullStack?.urls ?? [];
    await fullStack?.ensure(second);
    const { id } = await simulator.inquiryOf(referenceIdOf("somchai-srisuk"));
    await open(`/inquiries/${id}`);
    await expect(page.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
    // cookies know no ports, and the session is in the database: the same person is signed in at both
    const elsewhere = await context.newPage();
    await elsewhere.goto(`${second}/inquiries/${id}`);
    const verdict = elsewhere.getByRole("region", { name: "Verdict" });
    await expect(verdict).toContainText("Needs review");
    await elsewhere.waitForResponse((response) => response.url().endsWith("/desk/v1/events"));

    await page.bringToFront();
    await actor.press("A");
    await actor.press("Enter");
    const theirs = elsewhere.getByRole("region", { name: "Decision", exact: true });
    await expect(theirs.getByText("Your approval is held.", { exact: true })).toBeVisible();
    await expect(verdict).toContainText("Approved", afterTheHold);
    await expect(theirs.getByText(/Persona confirmed\.$/)).toBeVisible();
  });

  test("an instance that dies in the middle of a hundred decisions loses none and doubles none", async ({
    page,
    open,
    simulator,
    fullStack,
  }) => {
    const [first = "", second = ""] = fullStack?.urls ?? [];
    await fullStack?.ensure(second);
    await open("/");
    const headers = await commandHeaders(page.request, first);
    const ids = await inquiriesToDecide(simulator.call.bind(simulator), 100);
    const before = new Map<string, string[]>();
    for (const id of ids) before.set(id, await decidedAtPersona(simulator, id));
    /** As the app does it: one key for the intent, and again elsewhere when nobody answers. */
    const decide = async (request: APIRequestContext, id: string, index: number): Promise<void> => {
      const key = randomUUID();
      const data = await decisionNow(simulator, id, index % 2 === 0 ? "approve" : "decline");
      for (const url of [second, first, first]) {
        const answer = await request
          .post(`${url}/desk/v1/decisions`, { headers: { ...headers, origin: url, "idempotency-key": key }, data })
          .catch(() => undefined);
        if (answer?.ok()) return;
      }
      throw new Error(`Nobody decided ${id}`);
    };

    let decided = 0;
    let killed: Promise<void> | undefined;
    const queue = ids.map((id, index) => [id, index] as const);
    const workers = Array.from({ length: 8 }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        await decide(page.request, ...next);
        decided += 1;
        if (decided === 30) killed = fullStack?.kill(second);
      }
    });
    await Promise.all(workers);
    expect(killed, "the instance was killed").toBeDefined();
    await killed;
    // what the killed instance had in its hands goes on elsewhere once its lease is over
    const underWay = async () => {
      const answer = await page.request.get(`${first}/desk/v1/decisions?filter[state]=open`);
      return ((await answer.json()) as { data: unknown[] }).data.length;
    };
    await expect.poll(underWay, { timeout: 60_000 }).toBe(0);

    for (const [index, id] of ids.entries()) {
      const last = index % 2 === 0 ? "inquiry.approved" : "inquiry.declined";
      expect(await decidedAtPersona(simulator, id), id).toEqual([...(before.get(id) ?? []), last]);
    }
    const audited = await Promise.all(
      ids.map(async (id) => {
        const answer = await page.request.get(`${first}/desk/v1/audit-entries?filter[subject-id]=${id}&filter[outcome]=done`);
        return ((await answer.json()) as { data: unknown[] }).data.length;
      }),
    );
    expect(audited.filter((count) => count !== 1)).toEqual([]);
    expect(fullStack?.verifyAudit()).toContain("The audit log is whole");
  });
}

type Call = (method: "GET" | "POST", path: string, body?: Record<string, unknown>, root?: "simulator" | "api") => Promise<unknown>;

/** Inquiries that are finished and not decided. */
async function inquiriesToDecide(call: Call, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (const status of ["completed", "failed", "needs_review", "expired"]) {
    let after = "";
    while (ids.length < count) {
      const page = (await call("GET", `inquiries?filter[status]=${status}&page[size]=100${after}`, undefined, "api")) as {
        data: { id: string; attributes: { redactedAt: string | null } }[];
      };
      ids.push(...page.data.filter(({ attributes }) => attributes.redactedAt === null).map(({ id }) => id));
      const last = page.data.at(-1);
      if (last === undefined || page.data.length < 100) break;
      after = `&page[after]=${last.id}`;
    }
  }
  expect(ids.length).toBeGreaterThanOrEqual(count);
  return ids.slice(0, count);
}
