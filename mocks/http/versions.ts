/** What the desk asks for here. */
export const newestVersion = "2026-09-29";

/**
 * The versions Persona answers to, newest first; a call that names none is taken for the newest. The simulator answers all of them alike.
 * Source: the API changelog.
 */
export const versions: readonly string[] = [
  newestVersion,
  "2025-12-08",
  "2025-10-27",
  "2023-01-05",
  "2022-09-01",
  "2021-08-18",
  "2021-07-05",
  "2021-02-21",
  "2020-05-18",
];
