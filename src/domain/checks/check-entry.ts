import type { KnownCheckCategory } from "@/domain/checks/check-category";

/** What is publicly known of one check, in our words. Source: Persona docs, "Verification checks" of each kind. */
export type CheckEntry = {
  /** Persona's dashboard name. */
  readonly label: string;
  /** As Persona's help had it before checks told theirs: fraud or user behavior. Null where it publishes none. */
  readonly category: Extract<KnownCheckCategory, "fraud" | "user_action_required"> | null;
  /** Compares faces, so it may be switched off or refused where biometric consent is missing. */
  readonly biometric?: true;
  /** What is looked at. */
  readonly meaning: string;
  /** What a failure says. */
  readonly failed: string;
  /** What the user can do about a failure; absent where nothing helps, or where telling would help a deceiver. */
  readonly remedy?: string;
  /** Plain words per reason code, for failures and for "not applicable" alike. */
  readonly reasons?: Readonly<Record<string, string>>;
};

export type CheckEntries = Readonly<Record<string, CheckEntry>>;
