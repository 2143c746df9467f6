import { expect, it } from "vitest";
import { splitWords } from "@/domain/pasted/for-address";

it.each([
  ["a;b", "A semicolon splits: nobody has “a;b” as one ID."],
  ["usr_1|usr_2", "A bar splits: nobody has “usr_1|usr_2” as one ID."],
  ["usr_1,usr_2", "A comma splits: nobody has “usr_1,usr_2” as one ID."],
  ["Doe, 42", "A comma splits: nobody has “Doe, 42” as one ID."],
  ["usr_1, usr_2", undefined],
  ["usr_1\nusr_2", undefined],
])("of %j, looked for as one and then in pieces, it says %j", (whole, said) => {
  expect(splitWords(whole)).toBe(said);
});
