import { describe, expect, it } from "vitest";
import { readInquirySearch } from "./inquiry-search";
import { normalViewSearch, viewSearchOf, whyNotShared } from "./view-search";

describe("the filters of a saved view", () => {
  it("are the same text in whatever order they were chosen", () => {
    const [one, other] = ["status=pending,expired&from=2026-03-02", "from=2026-03-02&status=expired,pending,expired"];
    expect(normalViewSearch(one)).toBe(normalViewSearch(other));
    expect(normalViewSearch(one)).not.toBe(normalViewSearch("status=pending&from=2026-03-02"));
  });

  it("hold no page and no page size", () => {
    const search = readInquirySearch({ status: "failed", after: "inq_1", before: "inq_2", size: "100" });
    expect(viewSearchOf(search)).toBe("status=failed");
    expect(viewSearchOf(readInquirySearch({ after: "inq_1" }))).toBe("");
  });

  it("hold the order, and every filter", () => {
    const search = readInquirySearch({ sort: "status-since", "decided-to": "2026-03-02", age: "7" });
    expect(viewSearchOf(search)).toBe("decided-to=2026-03-02&age=7&sort=status-since");
  });

  it("come through percent-encoded, whatever is in them", () => {
    const search = readInquirySearch({ reference: "a b&status=x/ü" });
    expect(viewSearchOf(search)).toMatch(/^[!-~]+$/);
    expect(normalViewSearch(viewSearchOf(search))).toBe(viewSearchOf(search));
  });

  it("drop what somebody else wrote into them", () => {
    expect(normalViewSearch("status=<script>&redirect=https://evil.example&after=inq_1")).toBe("");
  });

  it("are shared only without a person in them", () => {
    expect(whyNotShared("status=failed&template=itmpl_1")).toBeUndefined();
    expect(whyNotShared("status=failed&reference=usr_1")).toMatch(/reference ID/);
    expect(whyNotShared("account=act_1")).toMatch(/an account/);
  });
});
