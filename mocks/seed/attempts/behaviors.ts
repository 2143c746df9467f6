import { choicesFrom } from "../random";

/** How somebody without anything to hide fills in a flow (Persona docs: Inquiry behaviors). */
export function usualBehaviors(seed: string): Record<string, unknown> {
  const draw = choicesFrom(`behaviors:${seed}`);
  return {
    "api-version-less-than-minimum-count": 0,
    "autofill-cancels": 0,
    "autofill-starts": draw.int(0, 2),
    "behavior-threat-level": "low",
    "bot-score": draw.int(1, 18),
    "completion-time": draw.between(92, 420),
    "debugger-attached": false,
    "devtools-open": false,
    "distraction-events": draw.int(0, 5),
    "hesitation-baseline": draw.int(2_000, 90_000),
    "hesitation-count": draw.int(0, 4),
    "hesitation-percentage": draw.between(2, 38),
    "hesitation-time": draw.int(1_200, 60_000),
    "mobile-sdk-version-less-than-minimum-count": 0,
    "request-spoof-attempts": 0,
    "shortcut-copies": 0,
    "shortcut-pastes": draw.int(0, 1),
    "user-agent-spoof-attempts": 0,
  };
}
