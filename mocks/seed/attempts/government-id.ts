import type { PhotoPage, VerificationGovernmentIdAttributes } from "@/api/generated/persona/types.gen";
import { countryOf } from "../countries";
import type { DrawingKind } from "../drawings/file-name";
import { fileOf } from "../drawings/file-url";
import type { Variant } from "../drawings/shot";
import { birthdateOf, expirationDateOf, issueDateOf } from "../printed";
import type { Attempt, AttemptContext } from "./attempt";
import { notApplicable } from "./checks";
import type { CheckInput } from "../../world/verification/checks";

export type IdPaper = "passport" | "licence" | "id-card" | "permit";

// Persona docs: ID classes.
const papers: Record<IdPaper, { idClass: string; front: DrawingKind; back: DrawingKind | undefined }> = {
  passport: { idClass: "pp", front: "passport-front", back: undefined },
  licence: { idClass: "dl", front: "licence-front", back: "licence-back" },
  "id-card": { idClass: "id", front: "id-card-front", back: "id-card-back" },
  permit: { idClass: "pr", front: "permit-front", back: "permit-back" },
};

type Capture = {
  /** How the picture of the front came out. */
  front?: Variant;
  /** How the back came out; `front` when the same side was photographed twice. */
  back?: Variant | "front";
  captureMethod?: "camera" | "upload" | "unsupported";
  /** Attributes that were read otherwise than printed, or not at all. */
  read?: Partial<VerificationGovernmentIdAttributes>;
  outcomes?: CheckInput[];
};

/** An identity document held into the camera. */
export function governmentId(paper: IdPaper, capture: Capture = {}): Attempt {
  const { front = "clear", back = "clear", captureMethod = "camera", read = {}, outcomes = [] } = capture;
  return {
    kind: "government-id",
    checks: paper === "licence" ? [notApplicable("id_mrz_detection"), ...outcomes] : outcomes,
    attributes: (context) => ({ ...pictures(paper, front, back, context), ...printedOn(paper, front, context), captureMethod, ...read }),
  };
}

function pictures(paper: IdPaper, front: Variant, back: Variant | "front", { person, today, files }: AttemptContext) {
  const { front: frontKind, back: backKind } = papers[paper];
  const file = (kind: DrawingKind, variant: Variant) => fileOf({ kind, person, variant, today }, files);
  const page = (name: string, kind: DrawingKind, variant: Variant): PhotoPage => {
    const { url, filename, byteSize } = file(kind, variant);
    return { page: name, url, filename, byteSize, normalizedUrl: variant === "clear" ? file(kind, "scan").url : url, originalUrls: [url] };
  };
  const pages = [page("front", frontKind, front)];
  if (backKind !== undefined) pages.push(back === "front" ? page("back", frontKind, front) : page("back", backKind, back));
  const portrait = file("portrait", front === "copy" || front === "blur" || front === "dark" ? front : "clear");
  return {
    frontPhotoUrl: pages[0]?.url ?? null,
    backPhotoUrl: pages[1]?.url ?? null,
    photoUrls: pages,
    // A portrait outside the picture cannot be cut out of it.
    selfiePhoto: front === "cropped" ? null : portrait,
    selfiePhotoUrl: front === "cropped" ? null : portrait.url,
  };
}

function printedOn(paper: IdPaper, front: Variant, { printed, today }: AttemptContext) {
  const shown = front === "expired" && printed.expiresInYears >= 0 ? { ...printed, expiresInYears: -1 } : printed;
  const country = countryOf(printed.country);
  return {
    countryCode: printed.country,
    idClass: papers[paper].idClass,
    nameFirst: printed.first,
    nameMiddle: null,
    nameLast: printed.last,
    nativeNameFirst: printed.nativeFirst ?? null,
    nativeNameLast: printed.nativeLast ?? null,
    birthdate: birthdateOf(shown, today),
    issueDate: issueDateOf(shown, today),
    expirationDate: expirationDateOf(shown, today),
    sex: printed.sex === "F" ? "Female" : printed.sex === "M" ? "Male" : null,
    nationality: paper === "passport" ? country.alpha3.replaceAll("<", "") : null,
    issuingAuthority: printed.country,
    issuingSubdivision: printed.subdivision ?? null,
    documentNumber: paper === "licence" ? null : printed.documentNumber,
    identificationNumber: printed.documentNumber,
    addressStreet1: paper === "passport" ? null : printed.street,
    addressCity: paper === "passport" ? null : printed.city,
    addressSubdivision: paper === "passport" ? null : (printed.subdivision ?? null),
    addressPostalCode: paper === "passport" ? null : printed.postalCode,
    vehicleClass: paper === "licence" ? "B" : null,
    entityConfidenceScore: front === "clear" ? 99.4 : 71.2,
  } satisfies Partial<VerificationGovernmentIdAttributes>;
}

/** What a bad picture leaves unread. */
export const unread: Partial<VerificationGovernmentIdAttributes> = {
  nameFirst: null,
  nameLast: null,
  nativeNameFirst: null,
  nativeNameLast: null,
  birthdate: null,
  issueDate: null,
  expirationDate: null,
  documentNumber: null,
  identificationNumber: null,
  addressStreet1: null,
  addressCity: null,
  addressSubdivision: null,
  addressPostalCode: null,
};
