import type { UserEvent } from "@testing-library/user-event";

let ahead = 0;
const now = performance.now.bind(performance);
performance.now = () => now() + ahead;

/**
 * The hands leave the keyboard for a while, without the test waiting for it: the clock that events are stamped with goes ahead. Between keys
 * that are not one sequence, since a key that follows another at once is text.
 */
export const restHands = (): void => {
  ahead += 2_000;
};

/** Types at the pace of a hand, with so many ms before each key, without the test waiting for them. */
export async function typeAt(user: UserEvent, text: string, gapMs: number): Promise<void> {
  for (const sign of text) {
    ahead += gapMs;
    await user.keyboard(sign);
  }
}
