/** What kind of question a check asks. Source: Persona's API changelog of 2026; open, so anything else renders as itself. */
import { readText } from "@/lib/read";
import { humanize } from "@/lib/humanize";

export type CheckCategory = {
  readonly label: string;
  /** What it says about a check, in one sentence. */
  readonly sentence: string;
};

const known = {
  fraud: { label: "Fraud", sentence: "Looks for signs of deception." },
  biometrics: { label: "Biometrics", sentence: "Compares faces." },
  validity: { label: "Validity", sentence: "Asks whether the document is valid and of a kind that is accepted." },
  user_action_required: { label: "User action", sentence: "The user can usually fix a failure." },
} as const satisfies Readonly<Record<string, CheckCategory>>;

export type KnownCheckCategory = keyof typeof known;

const none: CheckCategory = {
  label: "Not categorized",
  sentence: "Persona names no category for this check. That does not make it harmless.",
};

const meanings = new Map<string, CheckCategory>(Object.entries(known));

/** Always the same object for a category that is known, and for none. */
export function describeCheckCategory(category: unknown): CheckCategory {
  const name = readText(category);
  if (name === undefined) return none;
  return (
    meanings.get(name) ?? { label: humanize(name), sentence: "Inquiry Desk does not know this category. It is shown as Persona sent it." }
  );
}

const usual: readonly CheckCategory[] = [known.validity, known.user_action_required];

/** Whether a failure is usually no more than a bad picture or a document that isn't accepted; false for a check without a category. */
export const isUsual = (category: CheckCategory): boolean => usual.includes(category);

const order: readonly string[] = Object.values(known).map(({ label }) => label);

/** For sorting: what weighs most first, then unknown ones, and last what nobody has sorted. */
export function placeOfCategory({ label }: CheckCategory): number {
  const place = order.indexOf(label);
  if (place !== -1) return place;
  return label === none.label ? order.length + 1 : order.length;
}
