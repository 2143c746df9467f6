import { expect, it } from "vitest";
import { included } from "./include";

const template = {
  type: "inquiry-template",
  id: "itmpl_1",
  relationships: { latestPublishedVersion: { data: { type: "inquiry-template-version", id: "itmplv_1" } } },
};
const account = { type: "account", id: "act_1", relationships: { accountType: { data: { type: "account-type", id: "acttp_1" } } } };
const known = [template, account, { type: "inquiry-template-version", id: "itmplv_1" }, { type: "verification/selfie", id: "ver_1" }];
const find = ({ type, id }: { type: string; id: string }) => known.find((row) => row.type === type && row.id === id);
const inquiry = {
  type: "inquiry",
  id: "inq_1",
  relationships: {
    account: { data: { type: "account", id: "act_1" } },
    reviewer: { data: null },
    inquiryTemplate: { data: { type: "inquiry-template", id: "itmpl_1" } },
    verifications: {
      data: [
        { type: "verification/selfie", id: "ver_1" },
        { type: "verification/selfie", id: "ver_gone" },
      ],
    },
  },
};
const ids = (...names: string[]) => included([inquiry], names, find).map((resource) => resource.id);

it.each([
  [[], []],
  [["account"], ["act_1"]],
  [["inquiry-template"], ["itmpl_1"]],
  [["inquiryTemplate"], ["itmpl_1"]],
  [["inquiry-template.latest-published-version"], ["itmpl_1", "itmplv_1"]],
  [["reviewer"], []],
  [["verifications", "verifications"], ["ver_1"]],
])("include %o brings %o", (names, expected) => expect(ids(...names)).toEqual(expected));

it.each(["devices", "account.account-type", "sessions.device", "reviewer.x.y"])("%s cannot be included in an inquiry", (name) => {
  expect(() => ids(name)).toThrow(expect.objectContaining({ status: 400 }));
});

it("a kind of verification may include what a verification may", () => {
  const verification = {
    type: "verification/selfie",
    id: "ver_1",
    relationships: { accounts: { data: [{ type: "account", id: "act_1" }] } },
  };
  expect(included([verification], ["accounts"], find)).toEqual([account]);
});
