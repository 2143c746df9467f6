type Nulls = Readonly<Record<string, null>>;

const name = ["nameFirst", "nameMiddle", "nameLast"];
const address = ["addressStreet1", "addressStreet2", "addressCity", "addressSubdivision", "addressPostalCode"];
const normalizedAddress = [
  "normalizedAddressStreet1",
  "normalizedAddressStreet2",
  "normalizedAddressCity",
  "normalizedAddressSubdivision",
  "normalizedAddressPostalCode",
];
const databaseStandard = [...name, "birthdate", "phoneNumber", "emailAddress", ...address, ...normalizedAddress];
const extracted = [
  ...name,
  "nameSuffix",
  "nativeNameFirst",
  "nativeNameMiddle",
  "nativeNameLast",
  "nativeNameTitle",
  "birthdate",
  "issuingAuthority",
  "issuingSubdivision",
  "nationality",
  "documentNumber",
  "visaStatus",
  "issueDate",
  "expirationDate",
  "designations",
  "birthplace",
  "endorsements",
  "height",
  "sex",
  "restrictions",
  "vehicleClass",
  "identificationNumber",
  ...address,
];

/** Attributes of a kind that are null until something is known (spec: schemas `verification-*`). */
const nullable: Readonly<Record<string, Nulls>> = {
  "government-id": nulls(
    "entityConfidenceScore",
    "frontPhotoUrl",
    "backPhotoUrl",
    "photoUrls",
    "selfiePhoto",
    "selfiePhotoUrl",
    "videoUrl",
    "idClass",
    "captureMethod",
    ...extracted,
  ),
  "government-id-nfc": nulls(
    "birthdate",
    "expirationDate",
    "idClass",
    "identificationNumber",
    "nameFirst",
    "nameLast",
    "selfiePhoto",
    "selfiePhotoUrl",
    "sex",
    ...address,
  ),
  selfie: nulls(
    "captureMethod",
    "centerPhotoFaceCoordinates",
    "centerPhotoUrl",
    "leftPhotoUrl",
    "rightPhotoUrl",
    "videoUrl",
    "documentSimilarityScore",
    "selfieSimilarityScoreLeft",
    "selfieSimilarityScoreRight",
  ),
  database: nulls(
    ...databaseStandard,
    "identificationNumber",
    "documentNumber",
    "documentIssuingDate",
    "documentExpiryDate",
    "documentIssuingSubdivision",
  ),
  "database-standard": nulls(...databaseStandard),
  "database-phone-carrier": nulls("nameFirst", "nameLast", "birthdate", "phoneNumber", ...address),
  aamva: nulls(
    "nameFirst",
    "nameLast",
    "birthdate",
    "issueDate",
    "expirationDate",
    "addressPostalCode",
    "issuingAuthority",
    "identificationNumber",
  ),
  document: nulls("extractionResponses", "documentType"),
  "phone-number": nulls("phoneNumber", "confirmationCode"),
  "email-address": nulls("emailAddress", "confirmationCode"),
};

/** Attributes of a kind that are never null. Made anew each time: rows must not share them. */
const filled: Record<string, () => Record<string, unknown>> = {
  "government-id": () => ({ entityConfidenceReasons: [], fromReusablePersona: false }),
  selfie: () => ({ photoUrls: [], entityConfidenceReasons: [], fromReusablePersona: false }),
  document: () => ({ fields: {}, files: [], filesNormalized: [] }),
  "phone-number": () => ({ metadata: {} }),
};

/** The attributes of its kind on a verification nobody has filled. Kinds the contract does not spell out have none. */
export function blankVerificationAttributes(kind: string): Record<string, unknown> {
  return { ...nullable[kind], ...filled[kind]?.() };
}

const nullableOfPaper = nulls("frontPhoto", "backPhoto", "selfiePhoto", "idClass", ...extracted);

/** The same for a document: `government-id` or `generic`. */
export function blankDocumentAttributes(kind: string): Record<string, unknown> {
  if (kind === "government-id") return { ...nullableOfPaper };
  return { kind: "document", files: [], filesNormalized: [], extractionResponses: null, documentType: null, fields: {} };
}

/** The kinds beside which a document lies, and the type of it (Persona docs: Documents). */
export function documentKindOf(verificationKind: string): string | undefined {
  if (verificationKind === "government-id" || verificationKind === "government-id-nfc") return "government-id";
  return verificationKind === "document" ? "generic" : undefined;
}

/** A hundred rows spread the same one. */
function nulls(...names: readonly string[]): Nulls {
  return Object.fromEntries(names.map((attribute) => [attribute, null]));
}
