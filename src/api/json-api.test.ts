import { describe, expect, it } from "vitest";
import type { Inquiry, Report } from "./generated/persona/types.gen";
import { includedAt, includedOf, isType } from "./json-api";
import { eventModel, inquiryModel, reportModel, verificationModel } from "./models";
import { reportMatch } from "@/domain/reports/report-match";

/** An answer as it came over the wire, where nothing can be relied on. */
const wire = <T>(value: unknown) => value as T;

describe("flat", () => {
  it("takes attributes and links out of the envelope", () => {
    const model = inquiryModel(
      wire<Inquiry>({
        type: "inquiry",
        id: "inq_1",
        attributes: { status: "pending", tags: ["vip"], expiresAt: "2026-03-03T09:00:00.000Z" },
        relationships: {
          account: { data: { type: "account", id: "act_1" } },
          sessions: { data: [{ type: "inquiry-session", id: "iqse_1" }] },
          reviewer: { data: null },
        },
      }),
    );
    expect(model).toMatchObject({ type: "inquiry", id: "inq_1", status: "pending", tags: ["vip"], expiresAt: "2026-03-03T09:00:00.000Z" });
    expect(model.links.account).toEqual({ type: "account", id: "act_1" });
    expect(model.links.sessions).toEqual([{ type: "inquiry-session", id: "iqse_1" }]);
    expect(model.links.reviewer).toBeNull();
  });

  it.each([
    ["nothing at all", { type: "inquiry", id: "inq_1" }],
    ["null instead of objects", { type: "inquiry", id: "inq_1", attributes: null, relationships: null }],
    ["lists instead of objects", { type: "inquiry", id: "inq_1", attributes: [], relationships: [] }],
    ["values of other kinds", { type: "inquiry", id: "inq_1", attributes: { status: 7, tags: "a", fields: null, createdAt: {} } }],
    ["broken links", { type: "inquiry", id: "inq_1", relationships: { account: { data: "act_1" }, sessions: { data: null }, reports: 3 } }],
  ])("fills the gaps of an inquiry with %s", (_, resource) => {
    const model = inquiryModel(wire<Inquiry>(resource));
    expect(model).toMatchObject({ status: "", tags: [], fields: {}, createdAt: "" });
    // that nothing was sent of them does not say that there are none
    expect([model.links.sessions, model.links.reports]).toEqual([undefined, undefined]);
    expect(model.links.account ?? null).toBeNull();
  });

  it("does not make of what a report leaves out that it found nothing", () => {
    for (const hasMatch of [undefined, null]) {
      const attributes = { status: "ready", hasMatch, matchedLists: [{ name: "Sanctions" }] };
      const report = reportModel(wire<Report>({ type: "report/watchlist", id: "rep_1", attributes }));
      expect([report.hasMatch ?? "not told", reportMatch(report)]).toEqual(["not told", "open"]);
    }
  });

  it("keeps what says that there are none, and that something has not happened", () => {
    const relationships = { sessions: { data: [] } };
    const model = inquiryModel(wire<Inquiry>({ type: "inquiry", id: "inq_1", attributes: { completedAt: null }, relationships }));
    expect([model.links.sessions, model.completedAt]).toEqual([[], null]);
  });

  it("keeps unknown attributes and unknown status words", () => {
    const model = inquiryModel(wire<Inquiry>({ type: "inquiry", id: "inq_1", attributes: { status: "frozen", novelty: 1 } }));
    expect(model).toMatchObject({ status: "frozen", novelty: 1 });
  });

  it("lets no attribute pose as the identity", () => {
    const model = inquiryModel(wire<Inquiry>({ type: "inquiry", id: "inq_1", attributes: { id: "inq_2", type: "account", links: {} } }));
    expect(model).toMatchObject({ id: "inq_1", type: "inquiry" });
    expect(model.links.sessions).toBeUndefined();
  });

  it("does not take for null, zero or no what was not sent", () => {
    expect(inquiryModel(wire<Inquiry>({ type: "inquiry", id: "inq_1" }))).not.toHaveProperty("startedAt");
    expect(inquiryModel(wire<Inquiry>({ type: "inquiry", id: "inq_1" })).links).not.toHaveProperty("account");
    const report = reportModel(wire({ type: "report/watchlist", id: "rep_1", attributes: { status: "ready" } }));
    expect(report).not.toHaveProperty("hasMatch");
    expect(verificationModel(wire({ type: "verification/selfie", id: "ver_1" }))).not.toHaveProperty("createdAtTs");
  });

  it.each([[null], [undefined], ["inquiry"], [[]]])("makes an empty model of %j", (resource) => {
    expect(inquiryModel(wire<Inquiry>(resource))).toMatchObject({ id: "", type: "", status: "", links: {} });
  });

  it("fills the gaps of checks", () => {
    const checks = [null, { name: "id_expired_detection", status: "failed", reasons: null }];
    expect(verificationModel(wire({ type: "verification/selfie", id: "ver_1", attributes: { checks } })).checks).toEqual([
      { name: "", status: "", reasons: [], requirement: "", metadata: {} },
      { name: "id_expired_detection", status: "failed", reasons: [], requirement: "", metadata: {} },
    ]);
  });

  it("gives an event a payload even when none was sent", () => {
    expect(eventModel(wire({ type: "event", id: "evt_1", attributes: { payload: {} } })).payload.data).toEqual({ type: "", id: "" });
  });
});

describe("included", () => {
  const selfie = { type: "verification/selfie", id: "ver_1", attributes: {} };
  const card = { type: "verification/credit-card", id: "ver_2", attributes: {} };
  const template = { type: "verification-template/selfie", id: "vtmpl_1" };
  const answer = { included: [template, selfie, null, "noise", { id: 3 }, card] };

  it("finds a family by type or by the part before the slash", () => {
    expect(includedOf(answer, "verification").map((resource) => resource.id)).toEqual(["ver_1", "ver_2"]);
    expect(includedOf(answer, "account")).toEqual([]);
  });

  it.each([[{}], [{ included: null }], [{ included: {} }]])("is empty for %j", (without) => {
    expect(includedOf(without, "verification")).toEqual([]);
  });

  it("finds what a link points to", () => {
    expect(includedAt(answer, "verification", { type: "verification/selfie", id: "ver_1" })?.id).toBe("ver_1");
    expect(includedAt(answer, "verification", { type: "verification/selfie", id: "ver_9" })).toBeUndefined();
    expect(includedAt(answer, "verification", null)).toBeUndefined();
  });

  it("narrows by type", () => {
    const models = includedOf(answer, "verification").map(verificationModel);
    expect(models.filter((model) => isType(model, "verification/selfie")).map((model) => model.id)).toEqual(["ver_1"]);
  });
});
