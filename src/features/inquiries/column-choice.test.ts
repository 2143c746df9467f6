import { expect, it } from "vitest";
import { readColumnChoice } from "./column-choice";

it.each([
  ["nothing was kept", undefined, undefined],
  ["the reference ID alone was chosen", "", []],
  ["columns in their order", "tags,status", ["tags", "status"]],
  ["a column twice", "tags,status,tags", ["tags", "status"]],
  ["a column that there is no more", "tags,nickname,status", ["tags", "status"]],
  ["nothing that is known", "nickname,<img>", undefined],
])("%s", (_what, text, columns) => expect(readColumnChoice(text)).toEqual(columns));
