/**
 * What kind of question a check asks, in the words Persona has for it since 2026. Persona publishes the words and not which check has
 * which, so this is sorted by what each check looks at; what is not here is null, as with Persona.
 */
const checksIn: Readonly<Record<string, readonly string[]>> = {
  biometrics: [
    "id_account_comparison",
    "id_selfie_comparison",
    "selfie_account_comparison",
    "selfie_id_comparison",
    "selfie_public_figure_detection",
  ],
  fraud: [
    "database_identity_comparison",
    "database_inquiry_comparison",
    "document_fabrication_detection",
    "id_color_inconsistency_detection",
    "id_compromised_detection",
    "id_electronic_replica_detection",
    "id_fabrication_detection",
    "id_inconsistent_repeat_detection",
    "id_inquiry_comparison",
    "id_repeat_detection",
    "id_tamper_detection",
    "selfie_age_comparison",
    "selfie_liveness_detection",
    "selfie_multiple_faces_detection",
    "selfie_pose_repeat_detection",
    "selfie_suspicious_entity_detection",
  ],
  user_action_required: [
    "document_extracted_properties_detection",
    "document_type_detection",
    "id_barcode_detection",
    "id_double_side_detection",
    "id_entity_detection",
    "id_mrz_detection",
    "id_portrait_clarity_detection",
    "id_portrait_detection",
    "id_unprocessable_submission_detection",
    "selfie_face_covering_detection",
    "selfie_glasses_detection",
    "selfie_pose_detection",
  ],
  validity: [
    "document_expired_detection",
    "id_age_comparison",
    "id_disallowed_country_detection",
    "id_disallowed_type_detection",
    "id_expired_detection",
    "id_nfc_expired_detection",
    "id_valid_dates_detection",
  ],
};

const categories = new Map(Object.entries(checksIn).flatMap(([category, names]) => names.map((name) => [name, category] as const)));

/** `biometrics`, `fraud`, `user_action_required` or `validity`; null for a check nobody has sorted. */
export const categoryOf = (name: string): string | null => categories.get(name) ?? null;
