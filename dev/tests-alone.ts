/**
 * Tests that need a process of their own, since they replace modules or what modules read while they load: whatever another test has
 * loaded before stays as it is.
 */
export const testsAlone = [
  "src/api/client.test.ts",
  "src/api/event-stream.test.ts",
  "src/api/inquiries/queries.test.ts",
  "src/api/inquiry-templates/queries.test.ts",
  "src/features/lookup/pastes.test.ts",
  "test/contract/capability-matrix.test.ts",
];
