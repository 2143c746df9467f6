import { describe, expect, it } from "vitest";
import { attemptDifference } from "@/domain/attempt-difference";
import { documentedChecks, explainCheck } from "@/domain/checks/check-catalogue";
import { verificationKindLabel } from "@/domain/verification-kind";
import { byCategory, groupVerifications, orderChecks, sectionChecks } from "@/domain/verification-view";

const check = (name: string, status: string, requirement = "required", reasons: (string | null)[] = []) => ({
  name,
  status,
  requirement,
  reasons,
  metadata: {},
});
const attempt = (id: string, status: string, minute: number, checks: object[] = [], kind = "government-id") => ({
  id,
  type: `verification/${kind}`,
  status,
  createdAt: `2026-03-02T09:${String(minute).padStart(2, "0")}:00.000Z`,
  checks,
});

describe("one verification is one attempt", () => {
  it("attempts are numbered by time within their kind, government ID before selfie", () => {
    const groups = groupVerifications([attempt("s", "passed", 9, [], "selfie"), attempt("b", "passed", 5), attempt("a", "failed", 1)]);
    expect(
      groups.map(({ kind, attempts }) => [kind, ...attempts.map(({ verification, number }) => `${number}:${verification.id}`)]),
    ).toEqual([
      ["government-id", "1:a", "2:b"],
      ["selfie", "1:s"],
    ]);
  });

  it.each([
    ["the latest that passed", [attempt("a", "passed", 1), attempt("b", "passed", 2), attempt("c", "failed", 3)], "b"],
    ["the latest, when none passed", [attempt("a", "failed", 1), attempt("b", "initiated", 2)], "b"],
  ])("%s counts", (_, attempts, counting) => {
    const [group] = groupVerifications(attempts);
    expect(group?.counting.verification.id).toBe(counting);
    expect(group?.attempts.filter(({ counts }) => counts)).toHaveLength(1);
  });

  it("unknown kinds are put into words", () => {
    expect(verificationKindLabel("verification/retina-scan")).toBe("Retina scan");
    expect(verificationKindLabel("verification/digital-id-bank-id")).toBe("Digital ID (bank-id)");
    expect(verificationKindLabel(undefined)).toBe("Verification");
  });
});

describe("checks in the order a reviewer reads them", () => {
  it("required before optional, failed first in each", () => {
    const ordered = orderChecks([
      check("a", "passed", "not_required"),
      check("b", "failed", "not_required"),
      check("c", "passed"),
      check("d", "not_applicable"),
      check("e", "failed"),
      check("f", "mystery"),
      check("g", "failed", "requires_retry"),
    ]);
    expect(ordered.map(({ slug }) => slug).join("")).toBe("egfdcba");
  });

  it("only required checks make an attempt fail; optional ones are information", () => {
    const [group] = groupVerifications([
      attempt("a", "passed", 1, [check("id_blur_detection", "failed", "not_required"), check("id_mrz_detection", "passed")]),
    ]);
    expect(group?.counting.failedRequired).toEqual([]);
    expect(group?.counting.failedOptional).toHaveLength(1);
    expect(group?.counting.sentence).toContain("for information: Blur");
  });

  it.each([
    ["every required check passed", [check("id_mrz_detection", "passed")], "Every required check passed."],
    [
      "a required check failed all the same",
      [check("id_mrz_detection", "failed"), check("id_blur_detection", "failed", "not_required")],
      "Passed, although a check that counts failed: MRZ detected.",
    ],
    [
      "checks that ask for a retry failed all the same",
      [check("id_mrz_detection", "failed", "requires_retry"), check("id_portrait_detection", "failed", "requires_retry")],
      "Passed, although checks that count failed: MRZ detected and Portrait.",
    ],
    ["a required check did not apply", [check("id_expired_detection", "not_applicable")], "Passed. No required check failed."],
    ["a required check has a status that is new", [check("id_expired_detection", "deferred")], "Passed. No required check failed."],
    ["no check came with it", [], "Passed. Persona sent no checks of it."],
    ["its checks can't be read", undefined, "Passed. Persona sent no checks of it."],
  ])("an attempt that passed says so of its checks as they are: %s", (_, checks, sentence) => {
    const [group] = groupVerifications([{ ...attempt("a", "passed", 1, []), checks }]);
    expect(group?.counting.sentence).toBe(sentence);
  });

  it("a failed check whose requirement is not told is neither required nor optional", () => {
    const untold = { ...check("id_hologram_detection", "failed"), requirement: undefined };
    const [group] = groupVerifications([attempt("a", "passed", 1, [untold, check("id_blur_detection", "failed", "not_required")])]);
    expect(group?.counting.checks.find(({ slug }) => slug === untold.name)?.requirement.label).toBe("Requirement not told");
    expect(group?.counting.sentence).toBe("Passed. Failed, and Persona does not say how much it weighs: Hologram and Blur.");
  });

  it("what made it fail, then what speaks of deception, then the rest; each in one place", () => {
    const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug);
    const of = (name: string, status: string, requirement: string, category: string | null) => ({
      ...check(name, status, requirement),
      category,
    });
    const sections = sectionChecks(
      orderChecks([
        of("a", "passed", "required", "validity"),
        of("b", "failed", "not_required", "user_action_required"),
        of("c", "failed", "not_required", "fraud"),
        of("d", "passed", "not_required", "fraud"),
        of("e", "failed", "required", "biometrics"),
        of("f", "failed", "", null),
        of("g", "not_applicable", "required", "fraud"),
        of("h", "failed", "requires_retry", "fraud"),
        of("i", "failed", "not_required", null),
      ]),
    );
    expect(Object.fromEntries(Object.entries(sections).map(([name, list]) => [name, slugs(list)]))).toEqual({
      failedRequired: ["e", "h"],
      failedUntold: ["f"],
      failedSerious: ["c", "i"],
      fraud: ["g", "d"],
      failedOther: ["b"],
      others: ["a"],
    });
  });

  it("missing, null and broken checks are survived", () => {
    for (const checks of [undefined, null, "x", [null, 3, {}]]) {
      // What an answer may hold, whatever the types say.
      const broken = { type: "verification/selfie", checks: checks as never };
      expect(groupVerifications([broken])[0]?.attempts).toHaveLength(1);
    }
  });
});

describe("the check catalogue", () => {
  it("knows every documented slug with a label, a meaning and a failure in whole sentences", () => {
    expect(documentedChecks.length).toBeGreaterThanOrEqual(70);
    for (const name of documentedChecks) {
      const failed = explainCheck(check(name, "failed"));
      expect(failed.known).toBe(true);
      expect(failed.label).not.toBe("");
      expect(failed.meaning).toMatch(/^W.+\.$/);
      expect(failed.sentence).toMatch(/^[A-Z].+\.$/);
      expect(failed.remedy ?? "None.").toMatch(/^[A-Z].+\.$/);
    }
  });

  it.each([
    ["id_entity_detection", "cannot_verify_id"],
    ["id_entity_detection", "low_confidence_entity_match"],
    ["id_disallowed_country_detection", "no_country"],
    ["id_disallowed_type_detection", "type_not_detected"],
    ["id_expired_detection", "no_expiration_date"],
    ["id_portrait_detection", "portrait_not_found"],
    ["id_selfie_comparison", "no_selfie"],
    ["id_age_comparison", "failed_requirement"],
    ["id_age_comparison", "missing_birthdate"],
    ["id_age_comparison", "no_configuration"],
    ["id_double_side_detection", "side_submitted_twice"],
    ["id_account_comparison", "face_mismatch"],
    ["id_account_comparison", "property_conflict"],
    ["id_account_comparison", "no_account"],
    ["id_account_comparison", "missing_properties"],
    ["id_account_comparison", "unsupported_comparison_language"],
    ["id_inquiry_comparison", "no_inquiry"],
    ["id_repeat_detection", "not_enabled"],
    ["id_inconsistent_repeat_detection", "not_enabled"],
    ["id_age_inconsistency_detection", "disabled"],
    ["id_barcode_detection", "barcode_not_detected"],
    ["id_barcode_detection", "barcode_not_decoded"],
    ["id_barcode_inconsistency_detection", "barcode_not_decoded"],
    ["id_glare_detection", "too_much_glare"],
    ["id_electronic_replica_detection", "replica_detected"],
    ["id_extracted_properties_detection", "no_required_properties"],
    ["id_extraction_inconsistency_detection", "missing_properties"],
    ["id_mrz_inconsistency_detection", "mrz_not_found"],
    ["id_number_format_inconsistency_detection", "invalid_country"],
    ["id_po_box_detection", "missing_address"],
    ["id_real_id_detection", "disabled"],
    ["id_valid_dates_detection", "unknown-date-rules"],
    ["id_aamva_database_lookup", "disabled"],
    ["id_nfc_expired_detection", "expired"],
    ["selfie_id_comparison", "no_government_id"],
    ["selfie_liveness_detection", "low_liveness_confidence"],
    ["selfie_account_comparison", "face_mismatch"],
    ["selfie_account_comparison", "missing_face"],
    ["selfie_account_comparison", "no_account_selfie_present"],
    ["selfie_age_comparison", "age_above_limit"],
    ["selfie_age_comparison", "age_below_limit"],
    ["selfie_age_comparison", "age_mismatch"],
    ["selfie_age_comparison", "no_reference_birthdate"],
    ["selfie_age_comparison", "no_selfie_age"],
    ["selfie_age_comparison", "no_selfie_age_estimation"],
    ["selfie_age_threshold_comparison", "age_outside_limits"],
    ["selfie_age_threshold_comparison", "no_selfie_age_prediction"],
    ["selfie_age_threshold_comparison", "no_age_limits"],
    ["selfie_glare_detection", "too_much_glare"],
    ["database_address_deliverable_detection", "missing_secondary_information"],
    ["database_address_deliverable_detection", "not_deliverable"],
    ["database_address_deliverable_detection", "not_required"],
    ["database_address_residential_detection", "commercial_address"],
    ["database_address_residential_detection", "unknown_address_type"],
    ["database_address_residential_detection", "not_required"],
    ["database_address_comparison", "insufficient_match"],
    ["database_address_comparison", "not_required"],
    ["database_address_comparison", "tin_check_passed"],
    ["database_business_identity_comparison", "low_confidence_match"],
    ["business_website_malicious_website_detection", "malware"],
    ["business_website_malicious_website_detection", "phishing"],
    ["business_website_malicious_website_detection", "spam-source"],
  ])("%s explains %s", (name, reason) => {
    expect(explainCheck(check(name, "failed", "required", [reason])).reasons).toMatchObject([{ code: reason, known: true }]);
  });

  it.each([
    ["id_selfie_comparison", "Fraud", true],
    ["id_account_comparison", "Fraud", true],
    ["selfie_id_comparison", "Fraud", true],
    ["selfie_public_figure_detection", "Fraud", true],
    ["id_mrz_detection", "User action", false],
    ["selfie_glasses_detection", "User action", false],
    ["id_blur_detection", "Not categorized", false],
  ])("%s is of category %s where the check tells none", (name, label, biometric) => {
    for (const category of [undefined, null, ""]) {
      expect(explainCheck({ ...check(name, "passed"), category })).toMatchObject({ category: { label }, biometric });
    }
  });

  it.each([
    ["biometrics", "Biometrics"],
    ["fraud", "Fraud"],
    ["user_action_required", "User action"],
    ["validity", "Validity"],
    ["network_risk", "Network risk"],
  ])("category %s of a check goes before what the catalogue says: %s", (category, label) => {
    expect(explainCheck({ ...check("id_selfie_comparison", "passed"), category }).category.label).toBe(label);
  });

  it("groups by category, fraud first, what nobody knows later, what nobody has sorted last", () => {
    const categories = [null, "network_risk", "user_action_required", "validity", "fraud", "biometrics", "fraud"];
    const checks = categories.map((category, index) => explainCheck({ ...check(`new_${index}`, "passed"), category }));
    expect(byCategory(checks).map(({ category, members }) => [category.label, members.map(({ slug }) => slug)])).toEqual([
      ["Fraud", ["new_4", "new_6"]],
      ["Biometrics", ["new_5"]],
      ["Validity", ["new_3"]],
      ["User action", ["new_2"]],
      ["Network risk", ["new_1"]],
      ["Not categorized", ["new_0"]],
    ]);
  });

  it("puts checks and reasons nobody has documented into words from their own names", () => {
    expect(explainCheck(check("id_hologram_detection", "failed", "required", ["no_hologram", null]))).toMatchObject({
      known: false,
      label: "Hologram",
      category: { label: "Not categorized" },
      remedy: null,
      reasons: [{ code: "no_hologram", known: false, sentence: "No hologram." }],
    });
  });

  it("offers a remedy only for a failure", () => {
    expect(explainCheck(check("id_glare_detection", "failed")).remedy).not.toBeNull();
    expect(explainCheck(check("id_glare_detection", "passed")).remedy).toBeNull();
  });

  it("puts metadata into words, in any casing", () => {
    const facts = (metadata: unknown) => explainCheck({ ...check("x", "failed"), metadata }).facts;
    expect(facts({ "country-code": "DE", enabledCountryCodes: ["US", "CA"], empty: null })).toEqual([
      { label: "Country found", text: "DE" },
      { label: "Countries accepted", text: "US, CA" },
    ]);
    expect(
      facts({
        comparison_input_results: [
          { name: "birthdate", result: "full" },
          { name: "name_last", result: "missing" },
        ],
      }),
    ).toEqual([{ label: "What was compared", text: "Birthdate: agrees; Name last: not in the records" }]);
    for (const odd of [null, [], "x", 3]) expect(facts(odd)).toEqual([]);
  });
});

describe("the difference between two attempts", () => {
  it("lists what was fixed, broke, appeared, went, or failed for another reason", () => {
    const [group] = groupVerifications([
      attempt("a", "failed", 1, [
        check("fixed", "failed"),
        check("broke", "passed"),
        check("same", "failed", "required", ["x"]),
        check("reasons", "failed", "required", ["x"]),
        check("gone", "passed"),
      ]),
      attempt("b", "failed", 2, [
        check("fixed", "passed"),
        check("broke", "failed"),
        check("same", "failed", "required", ["x"]),
        check("reasons", "failed", "required", ["y"]),
        check("new", "not_applicable"),
      ]),
    ]);
    const [earlier, later] = group?.attempts ?? [];
    if (!earlier || !later) throw new Error("two attempts were given");
    expect(Object.fromEntries(attemptDifference(earlier, later).map(({ slug, change }) => [slug, change]))).toEqual({
      fixed: "fixed",
      broke: "broke",
      reasons: "other reasons",
      new: "appeared",
      gone: "gone",
    });
  });
});
