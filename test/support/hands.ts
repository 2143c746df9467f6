import type { UserEvent } from "@testing-library/user-event";

let ahead = 0;
/** While hands type: the time their last key was pressed at, however long the page takes with it. */
let pressedAt: number | undefined;
const now = performance.now.bind(performance);
performance.now = () => pressedAt ?? now() + ahead;

/**
 * The hands leave the keyboard for a while, without the test waiting for it: the clock that events are stamped with goes ahead. Between keys
 * that are not one sequence, since a key that follows another at once is text.
 */
export const restHands = (): void => {
  ahead += 2_000;
};

/** Types at the pace of a hand, with so many ms before each key: a slow machine makes no pause that the hand didn't make. `{Enter}` is one key. */
export async function typeAt(user: UserEvent, text: string, gapMs: number): Promise<void> {
  pressedAt = performance.now();
  for (const [key] of text.matchAll(/\{\w+\}|./gsu)) {
    pressedAt += gapMs;
    await user.keyboard(key);
  }
  ahead = pressedAt - now();
  pressedAt = undefined;
}
