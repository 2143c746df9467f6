import { describe, expect, it } from "vitest";
import { fieldMatrix } from "@/domain/field-matrix";

const field = (value: unknown) => ({ type: "string", value });
const id = (more: object) => ({
  id: "ver_1",
  type: "verification/government-id",
  status: "passed",
  createdAt: "2026-03-02T09:00:00.000Z",
  ...more,
});

describe("provided against extracted", () => {
  it.each([
    ["the same value", "name-first", "Ada", { nameFirst: "Ada" }, "match"],
    ["case, accents and punctuation", "name-last", "O'Neill-García", { nameLast: "ONEILL GARCIA" }, "match"],
    ["another value", "name-first", "Ada", { nameFirst: "Eva" }, "mismatch"],
    ["a phone number with and without its country code", "phone-number", "+1 415 555 0100", { phoneNumber: "(415) 555-0100" }, "match"],
    ["another phone number", "phone-number", "+1 415 555 0100", { phoneNumber: "+1 415 555 0101" }, "mismatch"],
    ["nothing extracted", "name-first", "Ada", { nameLast: "X" }, "missing"],
    ["the same in another script", "name-first", "太郎", { nameFirst: "太郎" }, "match"],
  ])("%s", (_, key, provided, extracted, agreement) => {
    const { rows } = fieldMatrix({ fields: { [key]: field(provided) } }, [id(extracted)]);
    expect(rows.find((row) => row.key === key)).toMatchObject({ provided, agreement });
  });

  it("takes a name that is divided otherwise for the same name, and no other", () => {
    const rowsOf = (read: object) => {
      const fields = { "name-first": field("Alexander"), "name-middle": field("J"), "name-last": field("Sample") };
      return fieldMatrix({ fields }, [id(read)]).rows.map(({ key, agreement, cells }) => [key, agreement, cells[0]?.note]);
    };
    expect(rowsOf({ nameFirst: "ALEXANDER J", nameLast: "SAMPLE" })).toEqual([
      ["name-first", "match", "Same name, divided otherwise"],
      ["name-middle", "missing", null],
      ["name-last", "match", null],
    ]);
    expect(rowsOf({ nameFirst: "ALEXANDER K", nameLast: "SAMPLE" })[0]).toEqual(["name-first", "partly", "One has more names"]);
    expect(rowsOf({ nameFirst: "ALEXANDERJ", nameLast: "SAMPLE" })[0]).toEqual(["name-first", "mismatch", null]);
  });

  it("tells of first and last name that changed places", () => {
    const fields = { "name-first": field("Nguyễn"), "name-last": field("Minh") };
    const swapped = fieldMatrix({ fields }, [id({ nameFirst: "MINH", nameLast: "NGUYEN" })]).rows;
    expect(swapped.map(({ agreement, cells }) => [agreement, cells[0]?.note])).toEqual([
      ["partly", "Same words in another order"],
      ["partly", "Same words in another order"],
    ]);
    expect(fieldMatrix({ fields }, [id({ nameFirst: "MINH", nameLast: "TRAN" })]).rows.map(({ agreement }) => agreement)).toEqual([
      "mismatch",
      "mismatch",
    ]);
  });

  it("leaves a town that is called otherwise to the eye where the rest of its address agrees", () => {
    const fields = { "address-city": field("München"), "address-postal-code": field("80331"), "address-country-code": field("DE") };
    const townOf = (read: object) => fieldMatrix({ fields }, [id(read)]).rows.find(({ key }) => key === "address-city");
    expect(townOf({ addressCity: "Munich", addressPostalCode: "80331", addressCountryCode: "DE" })).toMatchObject({
      agreement: "partly",
      cells: [{ note: "Called otherwise at the same postal code: compare by eye" }],
    });
    expect(townOf({ addressCity: "Munich", addressPostalCode: "10115", addressCountryCode: "DE" })).toMatchObject({
      agreement: "mismatch",
    });
  });

  it("shows a birth date as a day, whatever time and zone came with it", () => {
    const { rows } = fieldMatrix({ fields: { birthdate: field("1994-04-12T00:00:00.000Z") } }, [id({ birthdate: "1994-04-12" })]);
    expect(rows).toMatchObject([{ provided: "1994-04-12", agreement: "match", cells: [{ text: "1994-04-12", note: null }] }]);
  });

  it("tells of a masked number that it can only agree in part, below a number that differs", () => {
    const fields = { "identification-number": field("*******2323") };
    const masked = id({ identificationNumber: "123452323" });
    expect(fieldMatrix({ fields }, [masked]).rows).toMatchObject([
      { agreement: "partly", cells: [{ agreement: "partly", note: "Masked by Persona: the last 4 agree" }] },
    ]);
    const other = { ...masked, id: "ver_2", type: "verification/database", identificationNumber: "123452324" };
    expect(fieldMatrix({ fields }, [masked, other]).rows[0]?.agreement).toBe("mismatch");
  });

  it("has a column per attempt that read something, and judges by the one that counts", () => {
    const failed = id({ id: "ver_0", status: "failed", nameFirst: "Eva", createdAt: "2026-03-02T08:00:00.000Z" });
    const selfie = { id: "ver_2", type: "verification/selfie", status: "passed" };
    const { columns, rows } = fieldMatrix({ fields: { "name-first": field("Ada") } }, [id({ nameFirst: "Ada" }), failed, selfie]);
    expect(columns).toEqual([
      { verificationId: "ver_0", label: "Government ID, attempt 1", counts: false },
      { verificationId: "ver_1", label: "Government ID, attempt 2", counts: true },
    ]);
    expect(rows).toMatchObject([
      {
        agreement: "match",
        cells: [
          { text: "Eva", agreement: "mismatch" },
          { text: "Ada", agreement: "match" },
        ],
      },
    ]);
  });

  it("shows what only a verification read, and reads the fields of documents", () => {
    const document = { id: "ver_3", type: "verification/document", status: "passed", fields: { address_city: field("Bern") } };
    const { rows } = fieldMatrix({ fields: null }, [document]);
    expect(rows).toMatchObject([{ key: "address-city", provided: "", agreement: "missing", cells: [{ text: "Bern" }] }]);
  });

  it("never shows a confirmation code", () => {
    const phone = { id: "ver_4", type: "verification/phone-number", phoneNumber: "+14155550100", confirmationCode: "123456" };
    expect(JSON.stringify(fieldMatrix({}, [phone]))).not.toContain("123456");
  });
});
