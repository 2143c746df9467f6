/**
 * Shortens a long identifier in its middle, where ids differ least for the eye: `inq_9xKqT2…m4Zp`.
 * @param head characters kept at the start (prefix included), @param tail characters kept at the end.
 * @returns the text as it is when shortening would save nothing.
 */
export function middleEllipsis(text: string, head = 10, tail = 4): string {
  return text.length <= head + tail + 1 ? text : `${text.slice(0, head)}…${text.slice(text.length - tail)}`;
}
