import type { Tone } from "@/domain/status-meaning";

/** Something unusual about how an inquiry was done. */
export type Signal = {
  /** Tells one from another: "tor", "bot-score". */
  readonly name: string;
  /** A few words with the figure and its unit: "Bot score 91 of 100". */
  readonly label: string;
  /** What it says, in one sentence. */
  readonly sentence: string;
  readonly tone: Extract<Tone, "red" | "orange" | "amber">;
  /** For sorting, worst first. */
  readonly weight: number;
  /** Where its fact stands: a session, the list of who else used a device, or how the flow was filled in. */
  readonly fact: { readonly of: "session"; readonly sessionId: string } | { readonly of: "devices" } | { readonly of: "behavior" };
};

/**
 * How much each weighs. Ours, from what Persona suggests sending to a case (help: network threat high, impossible travel, IP country unlike
 * the residence, large jumps between sessions) and from how its dashboard groups them.
 */
export const weights = {
  tor: 100,
  "impossible-travel": 95,
  "network-threat": 90,
  "bot-score": 85,
  "shared-device-declined": 82,
  "behavior-threat": 80,
  "request-spoofing": 78,
  "user-agent-spoofing": 77,
  debugger: 74,
  "shared-device": 72,
  datacenter: 70,
  proxy: 65,
  "gps-against-ip": 60,
  vpn: 55,
  "completion-time": 50,
  "gps-against-document": 45,
  "ip-against-document": 40,
  devtools: 35,
  pastes: 30,
  countries: 25,
  devices: 20,
} as const;

/** Of a level that nobody has documented: what it weighs is not known, and that it is none of the harmless ones is. */
export const unknownThreat = "Persona rates it by a level that Inquiry Desk does not know.";

export type SignalName = keyof typeof weights;
