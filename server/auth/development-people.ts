import type { Role } from "@/domain/viewer";

/** Somebody the development sign-in offers. */
export type DevelopmentPerson = {
  readonly name: string;
  readonly emailAddress: string;
  readonly role: Role;
};

/** One for each role, of a company that does not exist. */
export const developmentPeople: readonly DevelopmentPerson[] = [
  { name: "Maya Lindqvist", emailAddress: "maya.lindqvist@hollisgrey.example", role: "reviewer" },
  { name: "Jonas Abara", emailAddress: "jonas.abara@hollisgrey.example", role: "support" },
  { name: "Inés Valverde", emailAddress: "ines.valverde@hollisgrey.example", role: "lead" },
  { name: "Victor Sandoval", emailAddress: "victor.sandoval@hollisgrey.example", role: "auditor" },
  { name: "Ruth Castellan", emailAddress: "ruth.castellan@hollisgrey.example", role: "admin" },
];
