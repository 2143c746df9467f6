import { describe, expect, it } from "vitest";
import { templateVersionVerdict } from "@/domain/template-version";

const pinned = (id: string | null, more: object = {}) => ({
  links: {
    inquiryTemplate: { type: "inquiry-template", id: "itmpl_1" },
    inquiryTemplateVersion: id && { type: "inquiry-template-version", id },
    ...more,
  },
});
const template = (latest: string | null | undefined, status: string | undefined = "active") => ({
  status,
  links: latest === undefined ? {} : { latestPublishedVersion: latest && { type: "inquiry-template-version", id: latest } },
});

describe("an inquiry stays on the version that was live when it was created", () => {
  it.each([
    ["the latest is its own", pinned("itmplv_1"), template("itmplv_1"), "current", false],
    ["a later one was published", pinned("itmplv_1"), template("itmplv_2"), "moved on", true],
    ["none is published", pinned("itmplv_1"), template(null), "unpublished", true],
    ["the template is switched off", pinned("itmplv_1"), template("itmplv_1", "inactive"), "current", true],
    ["the template was not fetched", pinned("itmplv_1"), null, "unknown", false],
    ["the template came without its version", pinned("itmplv_1"), template(undefined), "unknown", false],
    ["the inquiry came without its version", pinned(null), template("itmplv_1"), "unknown", false],
    [
      "it is of a legacy template",
      { links: { template: { type: "template", id: "tmpl_1" }, inquiryTemplate: null } },
      null,
      "legacy",
      true,
    ],
    ["nothing came at all", {}, {}, "unknown", false],
  ])("%s", (_, inquiry, fetched, state, warns) => {
    const verdict = templateVersionVerdict(inquiry, fetched);
    expect([verdict.state, verdict.warning !== null]).toEqual([state, warns]);
  });

  it("both facts are told when both hold", () => {
    const { warning } = templateVersionVerdict(pinned("itmplv_1"), template("itmplv_2", "inactive"));
    expect(warning).toContain("inactive");
    expect(warning).toContain("newer version");
  });
});
