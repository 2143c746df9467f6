import type { CheckEntries, CheckEntry } from "@/domain/checks/check-entry";

const codeConfirmation: CheckEntry = {
  label: "Code confirmation",
  category: "user_action_required",
  meaning: "Whether the user entered the code that was sent to them.",
  failed: "The code that was entered is not the one that was sent.",
  remedy: "Ask for a new code and enter the latest one.",
};

const codeTimeout: CheckEntry = {
  label: "Confirmation code timeout",
  category: "user_action_required",
  meaning: "Whether the code was entered in time.",
  failed: "The code was not entered in time.",
  remedy: "Ask for a new code and enter it at once.",
};

/** Persona documents these two, for phone and e-mail, by their label alone; the names follow the pattern of all others. */
export const contactChecks: CheckEntries = {
  phone_number_code_confirmation: codeConfirmation,
  email_address_code_confirmation: codeConfirmation,
  phone_number_confirmation_code_timeout: codeTimeout,
  email_address_confirmation_code_timeout: codeTimeout,
};
