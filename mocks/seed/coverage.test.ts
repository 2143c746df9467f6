import { describe, expect, it } from "vitest";
import { seededPeople, start } from "../testing/seeded-people";
import { verificationsOf } from "../world/inquiry/inquiry-lookup";
import { sessionsOf } from "../world/session/sessions";
import { hour, millis, minute } from "../world/core/time";
import { catalogue } from "./catalogue";
import type { PersonKey } from "./people/all";

const { world, byPerson } = seededPeople();
const { tables } = world;
// The bulk begins after everything a person needs to show, so the hand-written people are proven on their own.
const written = catalogue.filter(({ key }) => key !== "wrong-environment").map(({ key }) => byPerson(key));
const all = [...tables.inquiries.newestFirst()].filter(
  (inquiry) => (millis(inquiry.attributes.createdAt) ?? 0) > start - 25 * 24 * hour || written.includes(inquiry),
);
const verifications = all.flatMap((inquiry) => verificationsOf(world, inquiry));
const events = [...tables.events.newestFirst()];

describe("what the hand-written people show", () => {
  it("is at least forty people, each with a key and a line of their own", () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(40);
    expect(new Set(catalogue.map(({ key }) => key)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ shows }) => shows)).size).toBe(catalogue.length);
  });

  it.each(["created", "pending", "completed", "failed", "expired", "needs_review", "approved", "declined"])(
    "has an inquiry that is %s",
    (status) => {
      expect(written.map((inquiry) => inquiry.attributes.status)).toContain(status);
    },
  );

  it("has a status that nobody knows", () => {
    expect(byPerson("unknown-status").attributes.status).toBe("on_hold");
    expect(events.map((event) => event.attributes.name)).toContain("inquiry.put-on-hold");
  });

  it.each([
    ["government-id", ["passed", "failed", "requires_retry", "initiated", "canceled"]],
    ["selfie", ["passed", "failed", "requires_retry", "initiated"]],
    ["database", ["passed", "failed"]],
    ["database-standard", ["passed"]],
    ["database-phone-carrier", ["failed"]],
    ["database-business", ["tentatively_failed"]],
    ["aamva", ["passed", "failed", "skipped"]],
    ["document", ["passed", "failed", "requires_retry", "canceled", "tentatively_passed"]],
    ["government-id-nfc", ["passed", "failed"]],
    ["phone-number", ["passed", "failed", "canceled"]],
    ["email-address", ["passed", "confirmed"]],
    ["credit-card", ["passed"]],
    ["jp-my-number-nfc-scan", ["failed"]],
    ["mdoc", ["passed"]],
    ["digital-id-spid", ["skipped"]],
    ["bank-pennydrop", ["submitted"]],
    ["gait-recording", ["awaiting_second_opinion"]],
  ])("has %s verifications that are %j", (kind, statuses) => {
    const shown = verifications.filter(({ type }) => type === `verification/${kind}`).map(({ attributes }) => attributes.status);
    expect(shown).toEqual(expect.arrayContaining(statuses));
  });

  it("has passed verifications with failed optional checks, and never one with a failed required check", () => {
    const failedIn = (requirement: string) =>
      verifications.filter(
        ({ attributes }) =>
          attributes.status === "passed" &&
          attributes.checks.some((check) => check.status === "failed" && check.requirement === requirement),
      );
    expect(failedIn("not_required").length).toBeGreaterThan(1);
    expect(failedIn("required")).toEqual([]);
  });

  it("has a check whose name, status, requirement and category nobody knows", () => {
    const checks = verifications.flatMap(({ attributes }) => attributes.checks);
    expect(checks).toContainEqual(
      expect.objectContaining({ name: "gait_quantum_detection", status: "inconclusive", requirement: "advisory", category: "gait" }),
    );
  });

  it("has checks of every category of Persona's, and some that nobody has sorted", () => {
    const categories = new Set(verifications.flatMap(({ attributes }) => attributes.checks.map(({ category }) => category)));
    for (const category of ["biometrics", "fraud", "user_action_required", "validity", null]) expect(categories).toContain(category);
  });

  it("has sessions with GPS in the country of the address, in another, and without", () => {
    const sessions = [...tables.inquirySessions.newestFirst()].map(({ attributes }) => attributes);
    expect(sessions.some(({ gpsCountryCode, countryCode }) => gpsCountryCode !== null && gpsCountryCode === countryCode)).toBe(true);
    expect(sessions.some(({ gpsCountryCode, countryCode }) => gpsCountryCode !== null && gpsCountryCode !== countryCode)).toBe(true);
    expect(sessions.some(({ status, gpsCountryCode }) => status !== "new" && gpsCountryCode === null)).toBe(true);
    for (const { gpsLatitude, gpsCountryCode } of sessions) expect(gpsCountryCode === null).toBe(gpsLatitude === null);
  });

  it("has database properties that match in full, in part, not at all, and that are missing", () => {
    const results = JSON.stringify(
      verifications.flatMap(({ attributes }) => attributes.checks.map((check) => check.metadata["comparison_input_results"] ?? [])),
    );
    for (const level of ["full", "partial", "none", "missing"]) expect(results).toContain(`"result":"${level}"`);
  });

  it("has reports that are pending, ready, matched, dismissed, errored and run again", () => {
    const reports = [...tables.reports.newestFirst()].map(({ attributes }) => attributes);
    expect(new Set(reports.map(({ status }) => status))).toEqual(new Set(["pending", "ready", "errored"]));
    expect(reports.some(({ hasMatch }) => hasMatch)).toBe(true);
    expect(reports.some(({ isContinuous }) => isContinuous)).toBe(true);
    for (const kind of ["watchlist", "politically-exposed-person"]) {
      expect(events.map((event) => event.attributes.name)).toContain(`report/${kind}.dismissed`);
    }
  });

  it("has cases that are open, pending, approved and assigned", () => {
    const cases = [...tables.cases.newestFirst()].map(({ attributes }) => attributes);
    expect(cases.map(({ status }) => status)).toEqual(expect.arrayContaining(["Open", "Pending", "Approved"]));
    expect(cases.some(({ assigneeId }) => assigneeId !== null)).toBe(true);
  });

  it.each([
    ["felix-brandt", 2 * hour],
    ["camille-laurent", 20 * minute],
  ] as const)("%s expires in %i ms", (key, left) => {
    expect(millis(byPerson(key).attributes.expiresAt)).toBe(start + left);
  });

  it("decides by user and by workflow, and turns one decision into the other", () => {
    const reviewers = written.map((inquiry) => inquiry.relationships.reviewer.data?.type);
    expect(reviewers).toEqual(expect.arrayContaining(["user", "workflow-run"]));
    const decisions = (key: PersonKey) =>
      events.filter((event) => event.attributes.payload.data.id === byPerson(key).id).map((event) => event.attributes.name);
    for (const key of ["marco-bellini", "grace-kimani"] as const) {
      expect(decisions(key)).toEqual(expect.arrayContaining(["inquiry.approved", "inquiry.declined"]));
    }
  });

  it("has names in ten scripts, and hostile ones", () => {
    const shown = all
      .map(({ attributes }) => `${String(attributes.fields["name-first"]?.value)} ${String(attributes.fields["name-last"]?.value)}`)
      .join("\n");
    const scripts = ["Arabic", "Hebrew", "Han", "Hangul", "Thai", "Devanagari"];
    for (const script of scripts) expect(shown).toMatch(new RegExp(`\\p{Script=${script}}`, "u"));
    const native = JSON.stringify(verifications.map(({ attributes }) => attributes["nativeNameFirst"]));
    for (const script of ["Cyrillic", "Greek"]) expect(native).toMatch(new RegExp(`\\p{Script=${script}}`, "u"));
    for (const trap of ["<script>", "DROP TABLE", "\u202E", "\u200B", "👩‍👩‍👧‍👦"]) expect(shown).toContain(trap);
    expect(String(byPerson("long-name").attributes.fields["name-first"]?.value)).toHaveLength(2000);
  });

  it("has a long note, many tags, a high bot score, Tor and VPN", () => {
    expect(byPerson("long-note").attributes.note).toHaveLength(6000);
    expect(byPerson("long-note").attributes.tags).toHaveLength(40);
    expect(byPerson("ravi-menon").attributes.behaviors).toMatchObject({ "bot-score": 91 });
    const sessions = sessionsOf(world, byPerson("ravi-menon")).map(({ attributes }) => attributes);
    expect(sessions.some(({ isTor }) => isTor === true)).toBe(true);
    expect(sessions.some(({ isVpn }) => isVpn === true)).toBe(true);
  });

  it("has a legacy template, an old version and an inquiry without an account", () => {
    expect(byPerson("legacy-template").relationships.template.data?.type).toBe("template");
    const { inquiryTemplate, inquiryTemplateVersion } = byPerson("old-version").relationships;
    const live = tables.inquiryTemplates.get(inquiryTemplate.data?.id ?? "")?.relationships.latestPublishedVersion.data?.id;
    expect(inquiryTemplateVersion.data?.id).not.toBe(live);
    expect(byPerson("no-account").relationships.account.data).toBeNull();
  });
});

describe("session budgets", () => {
  it.each([
    ["nina-hoffmann", 24],
    ["ben-carter", 25],
    ["kevin-osei", 9],
  ] as const)("%s has %i sessions", (key, count) => {
    expect(sessionsOf(world, byPerson(key))).toHaveLength(count);
  });

  it("kevin-osei's link went through seven countries on nine devices", () => {
    const sessions = sessionsOf(world, byPerson("kevin-osei"));
    expect(new Set(sessions.map(({ attributes }) => attributes.countryCode)).size).toBe(7);
    expect(new Set(sessions.map(({ relationships }) => relationships.device?.data?.id)).size).toBe(9);
  });
});
