import { describe, expect, it } from "vitest";
import type { CreationRequest } from "@/api/generated/desk/types.gen";
import { creationFaults } from "@/domain/creation-details";
import { checkWishes } from "@mocks/desk/creation-wishes";
import { Refusal } from "@mocks/world/core/refusal";

const request: CreationRequest = { inquiryTemplateId: "itmpl_1", seen: [], reason: null };

/** What the simulator refuses, and where. */
function refusedBy(wishes: Partial<CreationRequest>): { pointer: string; sentence: string } | undefined {
  try {
    checkWishes({ ...request, ...wishes });
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { pointer: error.pointer ?? "", sentence: (error.details ?? "").replace(" Nothing was sent.", "") };
  }
}

const withField = (key: string, value: string | number | boolean) => ({ fields: { [key]: value } });
const refused: readonly Partial<CreationRequest>[] = [
  withField("birthdate", "1990-02-30"),
  withField("birthdate", "1899-12-31"),
  withField("birthdate", "31.12.1990"),
  withField("birthdate", "1990-13-01"),
  withField("birthdate", " "),
  withField("email-address", "ada"),
  withField("emailAddress", "ada@example"),
  withField("phone_number", "12"),
  withField("phone-number", "call me"),
  withField("address-country-code", "USA"),
  withField("name-first", "Ada\u0000"),
  { note: "a\u0007" },
  { tags: ["vip", "vip"] },
  { tags: [" "] },
  { tags: ["a\nb"] },
  { redirectUri: "app.example.com" },
  { redirectUri: "javascript:alert(1)" },
  { redirectUri: "data:text/html,x" },
  { redirectUri: "http://app.example.com" },
  { redirectUri: "https://ada:secret@app.example.com" },
  { redirectUri: "https://app.example.com/a b" },
];
const taken: readonly Partial<CreationRequest>[] = [
  {},
  withField("birthdate", "2000-02-29"),
  withField("email-address", "ada@example.com"),
  withField("phone-number", "+1 (415) 555-0123"),
  withField("address-country-code", "us"),
  withField("customer-tier", "gold"),
  withField("score", 7),
  withField("is-new", false),
  { note: "Two\nlines" },
  { tags: ["vip", "desk"] },
  { redirectUri: "https://app.example.com/done?x=1" },
  { redirectUri: "com.example.app://done" },
];

describe("what a new inquiry is given", () => {
  it.each(refused)("%j is refused by the server's rules and by the simulator's, in the same words", (wishes) => {
    const [fault] = creationFaults(wishes);
    expect(fault).toBeDefined();
    expect(refusedBy(wishes)).toEqual(fault);
  });

  it.each(taken)("%j is taken by both", (wishes) => {
    expect(creationFaults(wishes)).toEqual([]);
    expect(refusedBy(wishes)).toBeUndefined();
  });
});
