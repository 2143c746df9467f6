import { describe, expect, it } from "vitest";
import { maskJson } from "@/components/masked-json";

const text = (value: unknown, options?: { reveal: boolean }) => JSON.stringify(maskJson(value, options));

describe("maskJson", () => {
  it("never shows a confirmation code or a session token, not even when asked to reveal", () => {
    const value = { confirmationCode: "482913", "confirmation-code": "111111", meta: { sessionToken: "eyJhbGciOi" } };
    expect(text(value, { reveal: false })).not.toMatch(/482913|111111|eyJ/);
    expect(text(value, { reveal: true })).not.toMatch(/482913|111111|eyJ/);
  });

  it("tells that a code is absent", () => {
    expect(maskJson({ confirmationCode: null })).toEqual({ confirmationCode: null });
  });

  it("veils identification numbers wherever they stand, until asked", () => {
    const value = {
      documentNumber: "X1234567",
      fields: { "identification-number": { type: "string", value: "SSN-998877" } },
      identification_numbers: [{ identification_class: "pp", identification_number: 55667788 }],
    };
    expect(text(value)).not.toMatch(/X1234567|SSN-998877|55667788/);
    expect(text(value)).toContain('"identification_class":"pp"');
    expect(text(value)).toContain('"type":"string"');
    expect(maskJson(value, { reveal: true })).toEqual(value);
  });

  it("takes the access token out of the address of a file", () => {
    const masked = text({ url: "https://files.withpersona.com/front.jpg?access_token=abc123&x=1" }, { reveal: true });
    expect(masked).toContain("front.jpg?access_token=(hidden)&x=1");
    expect(masked).not.toContain("abc123");
  });

  it("ends a nesting that never would", () => {
    let deep: unknown = "bottom";
    for (let level = 0; level < 5000; level += 1) deep = { deep };
    expect(text(deep)).toContain("nested too deeply");
  });

  it.each([[undefined], [null], [""], [0], [[]], [{}]])("leaves %j as it is", (value) => {
    expect(maskJson(value)).toEqual(value);
  });
});
