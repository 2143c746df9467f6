/** `fraud`: somebody may be deceiving; `user action`: the user can usually put it right. Persona's dashboard calls the latter user behavior. */
export type CheckCategory = "fraud" | "user action";

/** What is publicly known of one check, in our words. Source: Persona docs, "Verification checks" of each kind. */
export type CheckEntry = {
  /** Persona's dashboard name. */
  readonly label: string;
  /** Null where Persona publishes none. */
  readonly category: CheckCategory | null;
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
