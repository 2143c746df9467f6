import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { sha256 } from "./sha256";

const expected = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

it.each(["", "abc", "é🙂", "x".repeat(55), "x".repeat(56), "x".repeat(63), "x".repeat(64), "x".repeat(119), "line\n".repeat(5000)])(
  "as the platform does it, %#",
  (text) => expect(sha256(text)).toBe(expected(text)),
);
