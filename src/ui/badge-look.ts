import type { Tone } from "@/ui/tone";

/** How a tone is drawn: an outline where nothing moves any more by itself, a pattern where something was erased. */
export function badgeLook(tone: Tone): string {
  if (tone === "hatched") return "hatched border-tone-line bg-surface";
  if (tone === "amber") return "border-tone-mark bg-surface";
  if (tone === "unknown") return "border-dashed border-tone-mark bg-surface";
  return "border-tone-line bg-tone-soft";
}
