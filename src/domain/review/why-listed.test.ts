import { expect, it } from "vitest";
import { type WaitingFacts, whyListed } from "./why-listed";

it.each<[WaitingFacts, string[]]>([
  [{ status: "needs_review", hasMatch: true, checks: { failed: 2 } }, ["List match", "2 failed checks"]],
  [{ status: "needs_review", hasMatch: false, checks: { failed: 1 } }, ["1 failed check"]],
  [{ status: "needs_review", hasMatch: null, checks: { failed: 0 } }, ["Nothing failed"]],
  [{ status: "needs_review", hasMatch: null, checks: null }, ["Not opened yet"]],
  // Persona's own list tells none of it
  [{ status: "needs_review" }, ["Not opened yet"]],
  [{ status: "completed", checks: null }, ["Completed, not decided"]],
  [{ status: "completed", checks: { failed: 1 } }, ["1 failed check"]],
  [{ status: "failed" }, ["Failed, not decided"]],
  [{ status: "on_hold" }, ["Not opened yet"]],
])("%j waits because of %j", (facts, texts) => expect(whyListed(facts).map(({ text }) => text)).toEqual(texts));
