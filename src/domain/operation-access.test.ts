import { expect, it } from "vitest";
import { operationRefusal } from "@/domain/operation-access";

it.each([
  ["approveAnInquiry", "support", "Your role (Support) can't approve inquiries."],
  ["redactAnAccount", "reviewer", "Your role (Reviewer) can't redact personal data."],
  ["listAllInquiries", "intern", "Your role (intern) can't read this."],
  ["listAllInquiries", undefined, "Your role (No role) can't read this."],
  ["listAllInquiries", "auditor", undefined],
  ["redactAnAccount", "lead", undefined],
] as const)("%s as %s: %s", (operation, role, refusal) => {
  expect(operationRefusal(operation, { role, environment: "production" })).toBe(refusal);
});

it("simulates nothing with a production key, whoever asks", () => {
  const simulate = (environment: string) => operationRefusal("inquiriesPerformSimulateActions", { role: "admin", environment });
  expect(simulate("production")).toBe("Nothing can be simulated in production.");
  expect([simulate("sandbox"), simulate("demo")]).toEqual([undefined, undefined]);
});
