import { expect, it } from "vitest";
import { assertChecksFit, checksOf, failedChecksOf, hasRequiredFailure } from "./checks";

it("a plain pass passes all checks of the kind, the required ones first", () => {
  const checks = checksOf("selfie");
  expect(checks.every((check) => check.status === "passed")).toBe(true);
  expect(checks.map((check) => check.requirement)).toEqual(
    checks
      .map((check) => check.requirement)
      .toSorted()
      .toReversed(),
  );
});

it("a failed optional check is information: the verification can still pass", () => {
  const checks = checksOf("government-id", [{ name: "id_repeat_detection", status: "failed" }]);
  expect(hasRequiredFailure(checks)).toBe(false);
  expect(() => assertChecksFit(checks, "passed")).not.toThrow();
  expect(() => assertChecksFit(checks, "failed")).toThrow("only through a required check");
});

it("a failed required check cannot pass", () => {
  const checks = checksOf("selfie", [{ name: "selfie_liveness_detection", status: "failed", reasons: ["low_liveness_confidence"] }]);
  expect(() => assertChecksFit(checks, "passed")).toThrow("fails the verification");
});

it("checks named in a failure have failed with their reasons; the others passed", () => {
  const checks = failedChecksOf("selfie", [{ name: "selfie_liveness_detection", reasons: ["low_liveness_confidence"] }]);
  const failed = checks.filter((check) => check.status === "failed");
  expect(failed).toEqual([
    {
      name: "selfie_liveness_detection",
      status: "failed",
      reasons: ["low_liveness_confidence"],
      requirement: "required",
      metadata: {},
      category: "fraud",
    },
  ]);
});

it.each(["government-id", "selfie", "database", "document", "phone-number", "credit-card"])(
  "a bare failure of %s fails a required check",
  (kind) => {
    expect(hasRequiredFailure(failedChecksOf(kind))).toBe(true);
  },
);

it("a check outside the catalog is kept as it is", () => {
  const check = {
    name: "document_jpeg_original_image_detection",
    status: "not_applicable",
    reasons: [null],
    requirement: "not_required",
    metadata: {},
    category: null,
  };
  expect(checksOf("document", [check]).at(-1)).toEqual(check);
});

it("a check tells its category, and null where nobody has sorted it", () => {
  const categories = new Map(checksOf("government-id").map(({ name, category }) => [name, category]));
  expect(categories.get("id_selfie_comparison")).toBe("biometrics");
  expect(categories.get("id_tamper_detection")).toBe("fraud");
  expect(categories.get("id_mrz_detection")).toBe("user_action_required");
  expect(categories.get("id_expired_detection")).toBe("validity");
  expect(categories.get("id_blur_detection")).toBeNull();
});
