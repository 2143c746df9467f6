import { describe, expect, it } from "vitest";
import { holdsPlaceholder } from "./script-placeholder";

describe("a placeholder", () => {
  it.each([
    "Hello {{ticket.requester.name}},",
    "{% if user.name %}Hello{% endif %}",
    "${name}",
    "<% name %>",
    "Dear {!Contact.FirstName}",
    "{%customer.firstName%}",
    "*|FNAME|*",
    "«First name»",
    "%FIRST_NAME%",
    "%%LINK%%",
    "Use this: [link]",
    "[insert the link here]",
    "[[Name]]",
    "{first name}",
    "{link}",
    "<link>",
    "<User Name>",
  ])("is seen in %j", (text) => {
    expect(holdsPlaceholder(text)).toBe(true);
  });

  it.each([
    "Use the link below, please.",
    "It is 50% done, or 100%.",
    "[Acme] We are looking into it.",
    "Choose {A} or {B}.",
    "See [our help page](https://help.acme.example).",
    "[Link](https://help.acme.example)",
    "a < b > c",
    "Linked accounts: <none>",
    "« Bonjour",
    "הקישור למטה",
  ])("is not seen in %j", (text) => {
    expect(holdsPlaceholder(text)).toBe(false);
  });

  it("takes no time of a text of many openings", () => {
    const signs = ["{", "[", "<", "«", "*|", "%A", "{{", "[link "];
    expect(signs.filter((sign) => holdsPlaceholder(sign.repeat(4_000 / sign.length)))).toEqual([]);
  });
});
