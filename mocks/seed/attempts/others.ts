import type { CheckInput } from "../../world/verification/checks";
import { blankVerificationAttributes } from "../../world/verification/verification-kinds";
import type { VerificationDatabaseAttributes, VerificationDocumentAttributes } from "@/api/generated/persona/types.gen";
import { fileOf } from "../drawings/file-url";
import type { Variant } from "../drawings/shot";
import { birthdateOf, expirationDateOf } from "../printed";
import type { Attempt, AttemptContext } from "./attempt";

export type MatchLevel = "full" | "partial" | "none" | "missing";

/** How each property compared with the records (Persona help: database verification; missing = thin file). */
export function comparison(
  results: Partial<Record<"name_first" | "name_last" | "birthdate" | "address" | "phone_number" | "identification_number", MatchLevel>>,
  status: "passed" | "failed" = "passed",
): CheckInput {
  return {
    name: "database_identity_comparison",
    status,
    requirement: "required",
    metadata: { comparison_input_results: Object.entries(results).map(([property, result]) => ({ property, result })) },
  };
}

function provided({ printed, today }: AttemptContext) {
  return {
    countryCode: printed.country,
    nameFirst: printed.first,
    nameLast: printed.last,
    birthdate: birthdateOf(printed, today),
    addressStreet1: printed.street,
    addressCity: printed.city,
    addressSubdivision: printed.subdivision ?? null,
    addressPostalCode: printed.postalCode,
  };
}

/** What the person typed, held against records. `kind` is the database kind, such as `database-phone-carrier`. */
export function database(kind: string, outcomes: CheckInput[] = [], more: Record<string, unknown> = {}): Attempt {
  return {
    kind,
    checks: outcomes,
    attributes: (context) => {
      const { printed } = context;
      const entered = {
        ...provided(context),
        identificationNumber: printed.documentNumber,
        normalizedAddressStreet1: printed.street.toUpperCase(),
        normalizedAddressCity: printed.city.toUpperCase(),
        normalizedAddressSubdivision: printed.subdivision ?? null,
        normalizedAddressPostalCode: printed.postalCode,
      } satisfies Partial<VerificationDatabaseAttributes>;
      // Each kind shows its own part of it; kinds the contract does not spell out show what they like.
      const shown = Object.keys(blankVerificationAttributes(kind));
      const isShown = ([name]: [string, unknown]) => shown.length === 0 || name === "countryCode" || shown.includes(name);
      return { ...Object.fromEntries(Object.entries(entered).filter(isShown)), ...more };
    },
  };
}

/** A US licence against the records of the state that issued it. */
export function aamva(outcomes: CheckInput[] = []): Attempt {
  return {
    kind: "aamva",
    checks: outcomes,
    attributes: (context) => {
      const { printed, today } = context;
      return {
        countryCode: "US",
        nameFirst: printed.first,
        nameLast: printed.last,
        birthdate: birthdateOf(printed, today),
        expirationDate: expirationDateOf(printed, today),
        addressPostalCode: printed.postalCode,
        issuingAuthority: printed.subdivision ?? null,
        identificationNumber: printed.documentNumber,
      };
    },
  };
}

/** A page uploaded as proof: a bill or an extract of a register. */
export function paperwork(page: "utility-bill" | "company-extract", look: Variant = "clear", outcomes: CheckInput[] = []): Attempt {
  return {
    kind: "document",
    checks: outcomes,
    attributes: (context) => {
      const { person, printed, today, files } = context;
      const file = fileOf({ kind: page, person, variant: look, today }, files);
      const name = `${printed.first} ${printed.last}`;
      return {
        countryCode: printed.country,
        files: [file],
        filesNormalized: [file],
        documentType: page === "utility-bill" ? "electricity_bill" : "business_registry_extract",
        fields: {
          name: { type: "string", value: name },
          address: { type: "string", value: `${printed.street}, ${printed.postalCode} ${printed.city}` },
        },
        extractionResponses: [
          {
            extractionType: "name",
            fieldName: "name",
            results: [{ value: name, page: 1, matchLevel: look === "clear" ? "full" : "partial", metadata: null }],
          },
        ],
      } satisfies Partial<VerificationDocumentAttributes>;
    },
  };
}

/** A code sent to a phone. */
export function phoneCode(phoneNumber: string, outcomes: CheckInput[] = [], riskScore?: number): Attempt {
  return {
    kind: "phone-number",
    checks: outcomes,
    attributes: () => ({
      phoneNumber,
      confirmationCode: "482913",
      ...(riskScore !== undefined && { metadata: { "telesign-risk-score": riskScore } }),
    }),
  };
}

/** A code sent to an e-mail address. */
export function emailCode(emailAddress: string, outcomes: CheckInput[] = []): Attempt {
  return { kind: "email-address", checks: outcomes, attributes: () => ({ emailAddress, confirmationCode: "730655" }) };
}

/** The chip of a document, read by a phone. */
export function chip(outcomes: CheckInput[] = []): Attempt {
  return {
    kind: "government-id-nfc",
    checks: outcomes,
    attributes: (context) => {
      const { printed, today, person, files } = context;
      const portrait = fileOf({ kind: "portrait", person, variant: "scan", today }, files);
      const { addressStreet1, addressCity, addressPostalCode, ...read } = provided(context);
      return {
        ...read,
        idClass: "pp",
        expirationDate: expirationDateOf(printed, today),
        identificationNumber: printed.documentNumber,
        sex: printed.sex,
        selfiePhoto: portrait,
        selfiePhotoUrl: portrait.url,
        addressStreet1,
        addressCity,
        addressPostalCode,
      };
    },
  };
}

/** Any other kind: its own attributes and checks, as given. */
export function other(kind: string, attributes: Record<string, unknown>, outcomes: CheckInput[] = []): Attempt {
  return { kind, checks: outcomes, attributes: ({ printed }) => ({ countryCode: printed.country, ...attributes }) };
}
