import type { DeskSessionLife } from "@/api/generated/desk/types.gen";
import { readTime } from "@/lib/read";
import { count } from "@/lib/words";

export type SessionEnding = {
  /** An idle end moves on when the person does something; the absolute one does not. */
  readonly kind: "idle" | "absolute";
  /** Whole seconds left, 0 when it is over. */
  readonly seconds: number;
};

/**
 * The end of the session that comes first, once it is time to warn.
 * @param now ms since the epoch, by the server's clock
 * @returns undefined while there is time, and for a session that never ends by itself
 */
export function sessionEnding(life: DeskSessionLife, now: number): SessionEnding | undefined {
  const idle = readTime(life.idleExpiresAt) ?? Number.POSITIVE_INFINITY;
  const absolute = readTime(life.absoluteExpiresAt) ?? Number.POSITIVE_INFINITY;
  const seconds = Math.max(0, Math.ceil((Math.min(idle, absolute) - now) / 1000));
  return seconds > life.warnSeconds || !Number.isFinite(seconds) ? undefined : { kind: idle < absolute ? "idle" : "absolute", seconds };
}

/** "4:05", for the eye. */
export const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const told = [10, 30, 60, 120, 300, 600];

/** The time left as it is read aloud: it changes a few times, not every second. */
export function spokenTimeOf(seconds: number): string {
  const step = told.find((most) => seconds <= most) ?? Math.ceil(seconds / 600) * 600;
  return step < 60 ? `${step} seconds` : count(step / 60, "minute");
}
