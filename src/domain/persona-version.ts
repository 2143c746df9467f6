/**
 * The versions of Persona's API that the contract describes, newest first. They differ in nothing the desk uses: 2026-09-29 renamed two
 * attributes of adverse media reports on businesses. Older versions have other shapes, and the desk can't read them.
 * Source: Persona's API changelog.
 */
export const personaVersions = ["2026-09-29", "2025-12-08"] as const;

export type PersonaVersion = (typeof personaVersions)[number];

/** The version that is asked for unless the server is set up for another. */
export const defaultPersonaVersion: PersonaVersion = personaVersions[0];
