import type { CheckEntries } from "@/domain/checks/check-entry";

export const businessWebsiteChecks: CheckEntries = {
  business_website_backlink_detection: {
    label: "Backlinks",
    category: null,
    meaning: "Whether enough other sites link to the website of the business.",
    failed: "Fewer sites link to the website than the template asks for.",
  },
  business_website_domain_age_detection: {
    label: "Domain age",
    category: null,
    meaning: "Whether the domain of the business is old enough.",
    failed: "The domain is younger than the template asks for.",
  },
  business_website_malicious_website_detection: {
    label: "Malicious website",
    category: null,
    meaning: "Whether the website is known to be dangerous.",
    failed: "The website is on a list of dangerous sites.",
    reasons: {
      malware: "It is known to spread malware.",
      phishing: "It is known for phishing.",
      "spam-source": "It is known as a source of spam.",
    },
  },
};
