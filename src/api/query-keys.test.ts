import { expect, it } from "vitest";
import { keys } from "./query-keys";

it("tells pages of one list apart", () => {
  expect(keys.inquiries({ page: "a" })).not.toEqual(keys.inquiries({ page: "b" }));
});
