import type { CheckEntries } from "@/domain/checks/check-entry";

export const documentChecks: CheckEntries = {
  document_type_detection: {
    label: "Type detection",
    category: null,
    meaning: "Whether the document is one of the kinds asked for.",
    failed: "The document is not one of the kinds asked for.",
    remedy: "Upload one of the kinds of document that are listed, such as a utility bill or bank statement.",
  },
  document_extracted_properties_detection: {
    label: "Extracted properties",
    category: null,
    meaning: "Whether everything required could be read from the document.",
    failed: "Something required could not be read from the document.",
    remedy: "Upload the whole document, every page, sharp and complete.",
  },
  document_expired_detection: {
    label: "Expired detection",
    category: "user_action_required",
    meaning: "Whether the document is still valid, or recent enough.",
    failed: "The document has expired or is too old.",
    remedy: "Upload a newer document.",
  },
  document_fabrication_detection: {
    label: "Fabrication",
    category: null,
    meaning: "Whether the document was made up or generated.",
    failed: "The document shows signs of having been fabricated.",
  },
};
