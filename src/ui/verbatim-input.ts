/** For a field that takes IDs and names as they are typed or pasted: nothing is proposed, capitalized or corrected. Enter looks it up. */
export const verbatimInput = {
  inputMode: "search",
  enterKeyHint: "go",
  autoComplete: "off",
  autoCapitalize: "off",
  autoCorrect: "off",
  spellCheck: false,
} as const;
