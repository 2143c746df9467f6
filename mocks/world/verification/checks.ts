import type { VerificationCheck } from "@/api/generated/persona/types.gen";
import { categoryOf } from "./check-categories";
import { unprocessable } from "../core/refusal";

/** What a check came to; what is left out keeps the default of its kind. */
export type CheckInput = {
  name: string;
  /** passed, failed or not_applicable. */
  status?: string;
  reasons?: (string | null)[];
  /** required, not_required or requires_retry. */
  requirement?: string;
  metadata?: Record<string, unknown>;
  category?: string | null;
};

/** Checks of each kind in the order Persona lists them; required by default in recent templates (Persona docs: Verification checks). */
const catalog: Record<string, { required: readonly string[]; optional: readonly string[] }> = {
  "government-id": {
    required: [
      "id_compromised_detection",
      "id_disallowed_country_detection",
      "id_disallowed_type_detection",
      "id_entity_detection",
      "id_expired_detection",
      "id_mrz_detection",
      "id_portrait_detection",
      "id_portrait_clarity_detection",
      "id_selfie_comparison",
      "id_age_comparison",
      "id_color_inconsistency_detection",
      "id_double_side_detection",
      "id_fabrication_detection",
      "id_tamper_detection",
      "id_unprocessable_submission_detection",
    ],
    optional: [
      "id_account_comparison",
      "id_inquiry_comparison",
      "id_repeat_detection",
      "id_barcode_detection",
      "id_blur_detection",
      "id_glare_detection",
      "id_electronic_replica_detection",
      "id_valid_dates_detection",
    ],
  },
  "government-id-nfc": { required: ["id_nfc_expired_detection"], optional: [] },
  selfie: {
    required: [
      "selfie_id_comparison",
      "selfie_liveness_detection",
      "selfie_pose_detection",
      "selfie_pose_repeat_detection",
      "selfie_multiple_faces_detection",
      "selfie_suspicious_entity_detection",
      "selfie_face_covering_detection",
    ],
    optional: ["selfie_account_comparison", "selfie_age_comparison", "selfie_glasses_detection", "selfie_public_figure_detection"],
  },
  database: {
    required: ["database_identity_comparison", "database_po_box_detection"],
    optional: ["database_inquiry_comparison", "database_address_deliverable_detection", "database_address_residential_detection"],
  },
  "database-standard": { required: ["database_identity_comparison"], optional: ["database_inquiry_comparison"] },
  "database-phone-carrier": { required: ["database_identity_comparison"], optional: ["database_inquiry_comparison"] },
  aamva: { required: ["aamva_identification_number_comparison", "aamva_name_comparison"], optional: [] },
  document: {
    required: ["document_type_detection", "document_extracted_properties_detection"],
    optional: ["document_expired_detection", "document_fabrication_detection"],
  },
};

/**
 * The checks of a processed verification: all of its kind passed, save what is said otherwise. Names outside the catalog are added as given.
 */
export function checksOf(kind: string, inputs: readonly CheckInput[] = []): VerificationCheck[] {
  const { required = [], optional = [] } = catalog[kind] ?? {};
  const given = new Map(inputs.map((input) => [input.name, input]));
  const names = [
    ...required,
    ...optional,
    ...inputs.map((input) => input.name).filter((name) => !required.includes(name) && !optional.includes(name)),
  ];
  return names.map((name) => {
    const input = given.get(name);
    return {
      name,
      status: input?.status ?? "passed",
      reasons: input?.reasons ?? [],
      requirement: input?.requirement ?? (required.includes(name) ? "required" : "not_required"),
      metadata: input?.metadata ?? {},
      category: input?.category === undefined ? categoryOf(name) : input.category,
    };
  });
}

/** The checks of a failed verification. A check named without a status has failed; without any, the first required one of the kind did. */
export function failedChecksOf(kind: string, inputs: readonly CheckInput[] = []): VerificationCheck[] {
  const first = catalog[kind]?.required[0] ?? "verification_failed";
  const failed: readonly CheckInput[] = inputs.length > 0 ? inputs : [{ name: first, requirement: "required" }];
  return checksOf(
    kind,
    failed.map((input) => ({ status: "failed", ...input })),
  );
}

/** A verification fails through required checks and through nothing else (Persona help: Verification checks). */
export function hasRequiredFailure(checks: readonly VerificationCheck[]): boolean {
  return checks.some((check) => check.status === "failed" && check.requirement === "required");
}

/** @throws Refusal 422 when the checks contradict the outcome */
export function assertChecksFit(checks: readonly VerificationCheck[], outcome: "passed" | "failed"): void {
  if (hasRequiredFailure(checks) !== (outcome === "failed")) {
    throw unprocessable(
      outcome === "failed" ? "A verification fails only through a required check" : "A failed required check fails the verification",
    );
  }
}
