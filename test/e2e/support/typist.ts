import type { CDPSession, Page } from "@playwright/test";

/** How much slower than this machine the page is made. */
const slowness = 4;
const shifted = 8;

/**
 * A hand that types faster than Playwright can: every key is sent without waiting for what the one before has come to, as keyboards and
 * scanners do, while the page is slowed down. Keys are stamped with the time the hand pressed them at, which is what shortcuts go by; so a line
 * at 200 ms a key takes no longer than one at 5, and a busy machine makes no pause that the hand didn't make.
 */
export class Typist {
  private readonly session: CDPSession;
  /** Seconds since the epoch: ahead of the clock, never behind it. */
  private at = 0;

  private constructor(session: CDPSession) {
    this.session = session;
  }

  /** @param rate how much slower the page is made than this machine has it */
  static async on(page: Page, rate = slowness): Promise<Typist> {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    return new Typist(session);
  }

  /** The hand leaves the keyboard for so long that what follows begins anew. */
  rest(seconds = 2) {
    this.at = Math.max(this.at, Date.now() / 1_000) + seconds;
  }

  /** Types a text, `\n` as Enter, with so many ms before each key. @returns once the page has handled the last one */
  async type(text: string, gapMs: (index: number) => number): Promise<void> {
    const sent: Promise<unknown>[] = [];
    for (const [index, sign] of Array.from(text).entries()) {
      this.at = Math.max(this.at + gapMs(index) / 1_000, Date.now() / 1_000);
      sent.push(...this.press(sign));
    }
    await Promise.all(sent);
  }

  private press(sign: string): Promise<unknown>[] {
    const key = { ...nameOf(sign), timestamp: this.at };
    return [
      this.session.send("Input.dispatchKeyEvent", { ...key, type: "keyDown" }),
      this.session.send("Input.dispatchKeyEvent", { ...key, type: "keyUp", text: undefined }),
    ];
  }
}

function nameOf(sign: string) {
  if (sign === "\n") return { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, text: "\r" };
  if (sign === " ") return { key: " ", code: "Space", windowsVirtualKeyCode: 32, text: " " };
  if (/[a-z]/i.test(sign)) {
    const capital = sign.toUpperCase();
    const modifiers = sign === capital ? shifted : 0;
    return { key: sign, code: `Key${capital}`, windowsVirtualKeyCode: capital.charCodeAt(0), text: sign, modifiers };
  }
  return { key: sign, text: sign, ...(/\d/.test(sign) && { code: `Digit${sign}`, windowsVirtualKeyCode: sign.charCodeAt(0) }) };
}
