import type { Inquiry } from "@/api/generated/persona/types.gen";
import { blankVerificationAttributes } from "../verification/verification-kinds";
import type { World } from "../core/world";

/** The person every sandbox extraction reads (Persona help: Sandbox). */
const sample: Record<string, unknown> = {
  nameFirst: "Alexander",
  nameMiddle: "J",
  nameLast: "Sample",
  birthdate: "1977-07-17",
  addressStreet1: "600 California Street",
  addressCity: "San Francisco",
  addressSubdivision: "California",
  addressPostalCode: "94109",
  identificationNumber: "I1234562",
  documentNumber: "I1234562",
  idClass: "dl",
  issuingAuthority: "CA",
  expirationDate: "2031-12-31",
  issueDate: "2021-01-02",
  sex: "Male",
  captureMethod: "photo",
  phoneNumber: "+14155550123",
  emailAddress: "alexander@example.com",
  confirmationCode: "123456",
  documentType: "utility_bill",
  documentSimilarityScore: 98.2,
};

/** What a verification shows when the end user's side says nothing of it: the scenario's evidence, else the sample person. */
export function evidenceFor(world: World, inquiry: Inquiry, kind: string, attempt: number): Record<string, unknown> {
  const made = world.hidden.evidence?.({ kind, inquiryId: inquiry.id, attempt });
  if (made !== undefined) return made;
  const names = Object.keys(blankVerificationAttributes(kind));
  return Object.fromEntries(names.flatMap((name) => (name in sample ? [[name, sample[name]]] : [])));
}
