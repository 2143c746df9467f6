import { describe, expect, it, vi } from "vitest";
import { inquiryDetail } from "./queries";

// The client asks for its base as soon as it is loaded.
vi.hoisted(() => vi.stubGlobal("document", { baseURI: "http://localhost/" }));

const call = { method: "GET", path: "/inquiries/inq_1", requestId: "req_1" } as const;
const to = (type: string, id: string) => ({ data: { type, id } });
const relationships = {
  account: to("account", "act_1"),
  inquiryTemplate: to("inquiry-template", "itmpl_1"),
  reviewer: to("user", "user_1"),
};
const included = [
  { type: "account", id: "act_2", attributes: { referenceId: "another" } },
  { type: "account", id: "act_1", attributes: { referenceId: "usr_1" } },
  { type: "inquiry-template", id: "itmpl_1", attributes: { name: "KYC" } },
  { type: "user", id: "user_1", attributes: { nameFirst: "Maya" } },
  { type: "verification/selfie", id: "ver_1", attributes: { status: "passed" } },
  { type: "verification/of-tomorrow", id: "ver_2" },
  { type: "verification/selfie", id: "ver_1", attributes: { status: "passed" } },
  { type: "verification-template/selfie", id: "vtmpl_1" },
  { type: "inquiry-session", id: "iqse_1" },
  { type: "document/government-id", id: "doc_1" },
  { type: "selfie/center", id: "self_1" },
  { type: "report/watchlist", id: "rep_1" },
];

/** Takes answers as they may come, not as the contract has them. */
const detail = (answer: object) => inquiryDetail(answer as Parameters<typeof inquiryDetail>[0], call);
const ids = (models: { id: string }[]) => models.map(({ id }) => id);

describe("an inquiry with all that belongs to it", () => {
  const found = detail({ data: { type: "inquiry", id: "inq_1", attributes: { status: "approved" }, relationships }, included });

  it("has what its links point to", () => {
    expect(found.account?.referenceId).toBe("usr_1");
    expect(found.template?.name).toBe("KYC");
    expect(found.reviewer?.nameFirst).toBe("Maya");
  });

  it("has everything of each kind once, unknown ones of the family too, and nothing of another family", () => {
    expect(ids(found.verifications)).toEqual(["ver_1", "ver_2"]);
    expect(ids(found.sessions)).toEqual(["iqse_1"]);
    expect(ids(found.documents)).toEqual(["doc_1"]);
    expect(ids(found.selfies)).toEqual(["self_1"]);
    expect(ids(found.reports)).toEqual(["rep_1"]);
  });

  it("has no reviewer when a workflow decided", () => {
    const byWorkflow = { ...relationships, reviewer: to("workflow-run", "wfr_1") };
    expect(detail({ data: { type: "inquiry", id: "inq_1", relationships: byWorkflow }, included }).reviewer).toBeUndefined();
  });

  it.each([{}, { data: null }, { data: {}, included: null }, { data: { id: "inq_1" }, included: {} }, { data: [], included: [null, 3] }])(
    "lacks what %j lacks, and is there all the same",
    (answer) => {
      expect(detail(answer)).toMatchObject({ account: undefined, verifications: [], sessions: [], inquiry: { status: "" } });
    },
  );
});
