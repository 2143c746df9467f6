import type { CheckEntries } from "@/domain/checks/check-entry";

const correct = "Compare what was entered with official papers and correct it; a recent move or name change is a common cause.";
const addressNotRequired = { not_required: "The template does not ask for this." };

export const databaseChecks: CheckEntries = {
  database_identity_comparison: {
    label: "Identity comparison",
    category: "fraud",
    meaning: "Whether name, birth date, address and number agree with a record in the databases asked.",
    failed: "No record agrees well enough with what was entered. Missing means the databases know little about the person.",
    remedy: correct,
  },
  database_inquiry_comparison: {
    label: "Inquiry comparison",
    category: "fraud",
    meaning: "Whether what was looked up is what was entered in this inquiry.",
    failed: "What was looked up differs from what was entered in this inquiry.",
    remedy: correct,
  },
  database_attribute_comparison: {
    label: "Attribute comparison",
    category: "fraud",
    meaning: "Whether the chosen values agree with each other across this inquiry.",
    failed: "At least one of the chosen values does not agree.",
    remedy: correct,
  },
  database_po_box_detection: {
    label: "P.O. box",
    category: "user_action_required",
    meaning: "Whether the address is a PO box.",
    failed: "The address is a PO box, not a street address.",
    remedy: "Enter the street address.",
  },
  database_address_deliverable_detection: {
    label: "Deliverable address",
    category: "user_action_required",
    meaning: "Whether mail can be delivered to the address.",
    failed: "Mail can't be delivered to the address.",
    remedy: "Enter the whole address, with apartment or unit.",
    reasons: {
      ...addressNotRequired,
      missing_secondary_information: "The apartment, unit or suite is missing.",
      not_deliverable: "The address is not known as deliverable.",
    },
  },
  database_address_residential_detection: {
    label: "Residential address",
    category: "user_action_required",
    meaning: "Whether people live at the address.",
    failed: "The address is not known as a residence.",
    remedy: "Enter the home address.",
    reasons: {
      ...addressNotRequired,
      commercial_address: "It is a commercial address.",
      unknown_address_type: "It is not known whether people live there.",
    },
  },
  database_address_comparison: {
    label: "Address comparison",
    category: "fraud",
    meaning: "Whether the address agrees with the records.",
    failed: "The address does not agree with the records.",
    remedy: correct,
    reasons: {
      ...addressNotRequired,
      insufficient_match: "Too little of the address agrees.",
      tin_check_passed: "It was not needed, since the taxpayer number matched.",
    },
  },
  database_name_comparison: {
    label: "Name comparison",
    category: null,
    meaning: "Whether the name agrees with the records.",
    failed: "The name does not agree with the records.",
    remedy: correct,
  },
  database_birthdate_comparison: {
    label: "Birth date comparison",
    category: null,
    meaning: "Whether the date of birth agrees with the records.",
    failed: "The date of birth does not agree with the records.",
    remedy: correct,
  },
  database_business_identity_comparison: {
    label: "Business identity comparison",
    category: null,
    meaning: "Whether the business agrees with a registered one.",
    failed: "No registered business agrees well enough.",
    remedy: "Enter the registered name and number exactly as they stand in the register.",
    reasons: { low_confidence_match: "A similar business was found, but not surely this one." },
  },
  database_business_active_business_detection: {
    label: "Active business",
    category: null,
    meaning: "Whether the business is active in its register.",
    failed: "The business is not active in its register.",
  },
  database_business_associated_persons_comparison: {
    label: "Associated persons comparison",
    category: null,
    meaning: "Whether the people named belong to the business by its register.",
    failed: "The people named do not stand in the register of the business.",
  },
  database_business_enabled_country_detection: {
    label: "Enabled country",
    category: null,
    meaning: "Whether businesses of this country can be looked up.",
    failed: "Businesses of this country are not enabled.",
  },
  database_business_service_available_detection: {
    label: "Service available",
    category: null,
    meaning: "Whether the register answered.",
    failed: "The register did not answer.",
    remedy: "Try again later.",
  },
  aamva_name_comparison: {
    label: "AAMVA name comparison",
    category: null,
    meaning: "Whether the issuing US state knows the license under this name.",
    failed: "The issuing state knows the license under another name.",
    remedy: "Enter the name exactly as it stands on the license.",
  },
  aamva_identification_number_comparison: {
    label: "AAMVA number comparison",
    category: null,
    meaning: "Whether the issuing US state knows this license number.",
    failed: "The issuing state does not know this license number.",
    remedy: "Enter the number exactly as it stands on the license.",
  },
};
