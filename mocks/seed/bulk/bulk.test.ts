import { describe, expect, it } from "vitest";
import { countMadeRows } from "../../testing/made-rows";
import { createManualClock } from "../../world/core/clock";
import { resumeInquiry } from "../../world/inquiry/inquiry-access";
import { approveInquiry } from "../../world/inquiry/inquiry-decisions";
import { generateOneTimeLink } from "../../world/session/links";
import { openLink } from "../../world/session/end-user";
import { passVerification } from "../../world/flow/flow-results";
import { actorOf } from "../staff";
import { findAccountByReferenceId } from "../../world/account/account-lookup";
import { createWorld, type World } from "../../world/core/world";
import { seedWorld, type Scenario } from "../index";
import { bulkIds } from "./ids";
import { bulkPlan, bulkSizes, courseOf } from "./plan";

const start = Date.parse("2026-03-02T09:00:00.000Z");

/** A world that counts how many rows of the bulk were made. */
function counted(scenario: Scenario): { world: World; made: () => number } {
  const world = createWorld({ seed: "bulk", clock: createManualClock(start), environment: "production" });
  const made = countMadeRows(world);
  seedWorld(world, { scenario });
  return { world, made };
}

describe("ids of the bulk", () => {
  const ids = bulkIds("seven");

  it.each([0, 1, 2, 61, 62, 99_999, 399_999, 4_294_967_295])("give back the number %i", (number) => {
    expect(ids.numberOf("inq_", ids.of("inq_", number))).toBe(number);
  });

  it("have Persona's form and are all different", () => {
    const made = Array.from({ length: 5_000 }, (_, number) => ids.of("act_", number));
    expect(new Set(made).size).toBe(5_000);
    for (const id of made) expect(id).toMatch(/^act_[A-Za-z0-9]{24}$/);
    expect(ids.of("inq_", 3)).toHaveLength(32);
  });

  it("know nothing of other prefixes, other seeds and changed ids", () => {
    const id = ids.of("inq_", 42);
    expect(ids.numberOf("act_", id)).toBeUndefined();
    expect(bulkIds("eight").numberOf("inq_", id)).toBeUndefined();
    expect(ids.numberOf("inq_", `${id.slice(0, -1)}${id.endsWith("A") ? "B" : "A"}`)).toBeUndefined();
    expect(ids.numberOf("inq_", "inq_!")).toBeUndefined();
  });
});

describe("the large scenario", () => {
  it("makes nothing at start-up, and a page makes a page", () => {
    const { world, made } = counted("large");
    expect(world.tables.inquiries.size).toBeGreaterThan(100_000);
    expect(made()).toBe(0);
    let seen = 0;
    for (const inquiry of world.tables.inquiries.newestFirst()) if (++seen > 200 || inquiry.id === "") break;
    expect(made()).toBeLessThan(220);
  });

  it("finds the oldest inquiry by its id without making the others", () => {
    const { world, made } = counted("large");
    const plan = bulkPlan("bulk", start, "https://files.example/", bulkSizes.large);
    const oldest = world.tables.inquiries.get(plan.ids.of("inq_", plan.count - 1));
    expect(oldest?.attributes.createdAt).toBe(new Date(courseOf(plan, plan.count - 1).createdAt).toISOString());
    expect(made()).toBe(1);
  });

  it("has no inquiry of the bulk that anybody could still be in, and some in review", () => {
    const plan = bulkPlan("bulk", start, "", bulkSizes.large);
    const statuses = new Set(Array.from({ length: 20_000 }, (_, number) => courseOf(plan, number).status));
    expect(statuses).toEqual(new Set(["approved", "declined", "completed", "failed", "expired", "needs_review"]));
  });
});

describe("the bulk of the default scenario", () => {
  it("is newest first, and older than 25 days", () => {
    const plan = bulkPlan("bulk", start, "", bulkSizes.default);
    const times = Array.from({ length: plan.count }, (_, number) => courseOf(plan, number).createdAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(times[0]).toBeLessThan(start - 25 * 86_400_000);
  });

  it("is part of the world like everybody else: an expired inquiry resumes, its link opens, its person passes", () => {
    const { world } = counted("default");
    const plan = bulkPlan("bulk", start, "", bulkSizes.default);
    const number = Array.from({ length: plan.count }, (_, index) => index).find((index) => {
      const course = courseOf(plan, index);
      return course.status === "expired" && course.template === "kyc" && course.startedAt !== undefined;
    });
    const inquiryId = plan.ids.of("inq_", number ?? -1);
    resumeInquiry(world, { inquiryId }, actorOf("jonas"));
    const { oneTimeLink } = generateOneTimeLink(world, { inquiryId }, actorOf("jonas"));
    const opened = openLink(world, { link: oneTimeLink });
    expect(opened).toMatchObject({ outcome: "opened", inquiryId });
    if (opened.outcome === "refused") return;
    const selfie = passVerification(world, { sessionId: opened.sessionId, kind: "selfie" });
    expect(selfie.attributes["centerPhotoUrl"]).toContain(`selfie-center.bulk-${plan.seedCode}-`);
    expect(world.tables.inquiries.get(inquiryId)?.attributes.status).toBe("pending");
  });

  it("has accounts that reference IDs find, and events only for the last 30 days", () => {
    const { world } = counted("default");
    const bulkInquiry = [...world.tables.inquiries.newestFirst()].at(-1);
    const account = findAccountByReferenceId(world, bulkInquiry?.attributes.referenceId ?? "");
    expect(account?.id).toBe(bulkInquiry?.relationships.account.data?.id);
    const young = [...world.tables.inquiries.newestFirst()].find(({ id }) => bulkIds("bulk").numberOf("inq_", id) !== undefined);
    const about = (id: string | undefined) =>
      [...world.tables.events.newestFirst()].filter((event) => event.attributes.payload.data.id === id);
    expect(about(young?.id).map((event) => event.attributes.name)).toContain("inquiry.created");
    expect(about(bulkInquiry?.id)).toEqual([]);
  });

  it("has events that tell what was, whatever became of it before anybody looked", () => {
    const { world } = counted("default");
    const plan = bulkPlan("bulk", start, "", bulkSizes.default);
    const number =
      Array.from({ length: plan.count }, (_, index) => index).find((index) => courseOf(plan, index).status === "expired") ?? -1;
    const inquiryId = plan.ids.of("inq_", number);
    approveInquiry(world, { inquiryId }, actorOf("ines"));
    const told = [...world.tables.events.newestFirst()].filter(({ attributes }) => attributes.payload.data.id === inquiryId).toReversed();
    const shown = told.map(({ attributes }) => [attributes.name, attributes.payload.data.attributes?.["status"]]);
    expect(shown.filter(([, status]) => status === "approved")).toEqual([["inquiry.approved", "approved"]]);
    expect(shown).toContainEqual(["inquiry.expired", "expired"]);
  });
});
