import { within } from "@testing-library/react";
import { expect, it } from "vitest";
import { field, openOfficial, regionNamed } from "@test/support/official-inquiry";

/** A passed verification with the values of the example in Persona's public specification. */
const governmentId = {
  type: "verification/government-id",
  attributes: {
    status: "passed",
    createdAt: "2026-03-01T09:02:00.000Z",
    nameFirst: "ALEXANDER J",
    nameLast: "SAMPLE",
    birthdate: "1977-07-17",
    addressPostalCode: "941090000",
    identificationNumber: "123452323",
    checks: [],
  },
};

it("takes no other way of writing for a mismatch, and says what was compared", async () => {
  await openOfficial({
    inquiry: {
      fields: {
        "name-first": field("Alexander"),
        "name-middle": field("J"),
        "name-last": field("Sample"),
        birthdate: field("1977-07-17T00:00:00.000Z", "date"),
        "address-postal-code": field("94109"),
        "identification-number": field("*******2323"),
      },
    },
    verifications: [governmentId],
  });
  const fields = regionNamed("Fields");
  expect(fields.getByText("No mismatch")).toBeVisible();
  const rowOf = (name: string) => fields.getByRole("row", { name: new RegExp(`^${name}`) });
  expect(rowOf("First name")).toHaveTextContent("Same name, divided otherwise");
  expect(rowOf("Date of birth")).not.toHaveTextContent("T00:00");
  expect(within(rowOf("Date of birth")).getByText("Match")).toBeInTheDocument();
  expect(rowOf("Postal code")).toHaveTextContent("Same in the first five digits");
  expect(rowOf("Identification number")).toHaveTextContent("Masked by Persona: the last 4 agree");
  expect(within(rowOf("Identification number")).queryByText("Match")).toBeNull();
});

it("still tells what differs", async () => {
  await openOfficial({
    inquiry: { fields: { birthdate: field("1977-07-18", "date"), "name-last": field("Simple") } },
    verifications: [governmentId],
  });
  expect(regionNamed("Fields").getByText("2 mismatches")).toBeVisible();
});

it("is a table whose cells know their column, however narrow it is laid out", async () => {
  await openOfficial({ inquiry: { fields: { "name-last": field("Sample") } }, verifications: [governmentId] });
  const row = regionNamed("Fields").getByRole("row", { name: /^Last name/ });
  expect(within(row).getByRole("rowheader")).toHaveTextContent("Last name");
  expect(
    within(row)
      .getAllByRole("cell")
      .map((cell) => [cell.dataset.head, cell.textContent]),
  ).toEqual([
    ["Provided", "Sample"],
    ["Government ID", "SAMPLE"],
  ]);
});
