import type { Actor } from "../world/core/actor";

/** A member of the demo's organization. */
export type Member = {
  emailAddress: string;
  name: string;
  role: "reviewer" | "support" | "lead" | "auditor" | "admin";
};

/** Who works at the demo's organization; the first of each role is the one that signs in with it. */
export const staff = {
  maya: { name: "Maya Lindqvist", emailAddress: "maya.lindqvist@hollisgrey.example", role: "reviewer" },
  theo: { name: "Théo Marchetti", emailAddress: "theo.marchetti@hollisgrey.example", role: "reviewer" },
  jonas: { name: "Jonas Abara", emailAddress: "jonas.abara@hollisgrey.example", role: "support" },
  priscilla: { name: "Priscilla Ong", emailAddress: "priscilla.ong@hollisgrey.example", role: "support" },
  ines: { name: "Inés Valverde", emailAddress: "ines.valverde@hollisgrey.example", role: "lead" },
  victor: { name: "Victor Sandoval", emailAddress: "victor.sandoval@hollisgrey.example", role: "auditor" },
  ruth: { name: "Ruth Castellan", emailAddress: "ruth.castellan@hollisgrey.example", role: "admin" },
} as const satisfies Record<string, Member>;

export type StaffKey = keyof typeof staff;

/** The member as the author of an operation in Persona's dashboard. */
export function actorOf(key: StaffKey): Actor {
  const { name, emailAddress } = staff[key];
  return { type: "user", name, emailAddress };
}

/** The organization's workflow, as its ids name it. */
export const riskRules = "riskRulesOfHollisGrey000";

/** The company's own server, calling with an API key. */
export const server: Actor = { type: "api", name: "Onboarding service" };
