/**
 * The colour family of a badge, a notice or a mark; what each looks like is in tokens.css. Never the only carrier of a meaning.
 * "hatched" is neutral behind a pattern (something was erased), "unknown" is neutral for a value nobody has documented.
 */
export type Tone = "neutral" | "blue" | "teal" | "violet" | "green" | "red" | "orange" | "amber" | "hatched" | "unknown";
