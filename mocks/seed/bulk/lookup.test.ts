import { describe, expect, it } from "vitest";
import type { Populate } from "../../life";
import { seeded } from "../../seeded";
import { createSimulator } from "../../simulator";
import { countMadeRows } from "../../testing/made-rows";
import { list, send } from "../../testing/tiny-world";
import { createManualClock } from "../../world/core/clock";
import { createWorld } from "../../world/core/world";
import { seedWorld } from "../index";
import { bulkOf } from "./bulk";
import { BulkInquiryHead } from "./inquiry-head";
import { bulkPlan, bulkSizes } from "./plan";

const start = Date.parse("2026-03-02T09:00:00.000Z");
const world = createWorld({ seed: "lookup", clock: createManualClock(start), environment: "production" });
const seed = seedWorld(world);
const inquiries = [...world.tables.inquiries.newestFirst()];
const reports = [...world.tables.reports.newestFirst()];
const accounts = [...world.tables.accounts.newestFirst()];

const fresh = () => {
  const other = createWorld({ seed: "lookup", clock: createManualClock(start), environment: "production" });
  seedWorld(other);
  return other.tables;
};
const idsOf = (rows: Iterable<{ id: string }>) => Array.from(rows, ({ id }) => id);

describe("a key finds what a walk over everything finds:", () => {
  const tables = fresh();

  it("the inquiries and reports of an account", () => {
    for (const { id: accountId } of accounts) {
      const isOf = (row: { relationships: { account: { data: { id: string } | null } } }) =>
        row.relationships.account.data?.id === accountId;
      const key = { accountIds: [accountId] };
      expect(idsOf([...tables.inquiries.candidates(key)].filter(isOf))).toEqual(idsOf(inquiries.filter(isOf)));
      expect(idsOf([...tables.reports.candidates(key)].filter(isOf))).toEqual(idsOf(reports.filter(isOf)));
      expect(idsOf(tables.accounts.candidates(key))).toContain(accountId);
    }
  });

  it("whatever has a reference ID, letter case aside", () => {
    for (const { id, attributes } of accounts.slice(-40)) {
      const referenceIds = [attributes.referenceId?.toUpperCase() ?? ""];
      expect(idsOf(tables.accounts.candidates({ referenceIds }))).toContain(id);
      const named = inquiries.filter((inquiry) => inquiry.attributes.referenceId === attributes.referenceId);
      expect(idsOf(tables.inquiries.candidates({ referenceIds }))).toEqual(expect.arrayContaining(idsOf(named)));
    }
  });
});

it("heads say what the rows say", () => {
  const plan = bulkPlan("lookup", start, "", bulkSizes.default);
  const templates = { kyc: seed.templateId("kyc"), age: seed.templateId("age"), address: seed.templateId("address") };
  const bulk = bulkOf(world, plan, {
    ...templates,
    contact: "",
    "us-onboarding": "",
    business: "",
    diligence: "",
    retired: "",
    legacy: "",
  });
  for (let number = 0; number < plan.count; number += 1) {
    const head = new BulkInquiryHead(bulk, number);
    const { attributes, relationships } = world.tables.inquiries.get(head.id) ?? {};
    const { status, note, tags, referenceId, createdAt, updatedAt, startedAt, completedAt, failedAt, expiredAt } = head.attributes;
    expect(attributes).toMatchObject({
      status,
      note,
      tags,
      referenceId,
      createdAt,
      updatedAt,
      startedAt,
      completedAt,
      failedAt,
      expiredAt,
    });
    const { markedForReviewAt, decisionedAt, expiresAt, redactedAt } = head.attributes;
    expect(attributes).toMatchObject({ markedForReviewAt, decisionedAt, expiresAt, redactedAt });
    const { account, inquiryTemplate, inquiryTemplateVersion, template } = head.relationships;
    expect(relationships).toMatchObject({ account, inquiryTemplate, inquiryTemplateVersion, template });
  }
});

/** A simulator of the large scenario that counts the rows of the bulk that are made. */
function counted() {
  let made = () => 0;
  const populate: Populate = (populated, options) => {
    made = countMadeRows(populated);
    seeded.populate(populated, options);
  };
  const simulator = createSimulator({ standsFor: "gateway", clock: "manual", scenario: "large", unused: "answered", populate });
  return { simulator, tables: simulator.world().tables, made: () => made() };
}

describe("among 100,000 inquiries a list makes the rows of its page:", () => {
  // One more tells whether there is a next page, or where the hand-written people end.
  it.each([
    ["inquiries?page[size]=100", 100],
    ["inquiries?filter[status]=needs_review&page[size]=100", 101],
    ["inquiries?filter[status]=created,pending&page[size]=100", 0],
    ["inquiries?filter[inquiry-template-id]=itmpl_nobody", 0],
    ["inquiries?filter[note]=nobody", 0],
    ["inquiries?filter[created-at-end]=2024-06-01T00:00:00Z&page[size]=20", 21],
    ["inquiries?filter[created-at-start]=2026-03-01T00:00:00Z", 0],
    ["inquiries?filter[reference-id]=nobody", 0],
    ["inquiries?filter[account-id]=act_nobody", 0],
    ["accounts?filter[reference-id]=usr_ffffffff,nobody", 1],
    ["reports?filter[reference-id]=nobody", 0],
    ["reports?filter[account-id]=act_nobody", 0],
  ])("GET %s makes %i at most", async (path, most) => {
    const { simulator, made } = counted();
    expect((await send(simulator, `/api/v1/${path}`)).status).toBe(200);
    expect(made()).toBeLessThanOrEqual(most);
  });

  it("what somebody has is found however far back", async () => {
    const { simulator, tables, made } = counted();
    let place = 0;
    const oldest = [...tables.inquiries.candidates({ fits: () => (place += 1) === 99_990 })].at(-1);
    const { referenceId } = oldest?.attributes ?? {};
    const accountId = oldest?.relationships.account.data?.id;
    const before = made();
    for (const filter of [`reference-id]=${referenceId}`, `account-id]=${accountId}`]) {
      const { data } = await list(await send(simulator, `/api/v1/inquiries?filter[${filter}`));
      expect(data.map(({ id }) => id)).toContain(oldest?.id);
    }
    // The account may have one inquiry more.
    expect(made() - before).toBeLessThanOrEqual(1);
  });
});
