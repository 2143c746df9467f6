import type { Locator, Page } from "@playwright/test";

/**
 * A person at the keyboard or the mouse. Counts what they do: one action is one click, one key or chord, or one typed or pasted
 * value, which is how the product states its targets.
 */
export class Actor {
  actions = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses one key or chord. */
  async press(key: string) {
    this.actions += 1;
    await this.page.keyboard.press(key);
  }

  /** Puts a value on the clipboard, as if copied from a ticket, and pastes it where the focus is. */
  async paste(value: string) {
    this.actions += 1;
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), value);
    await this.page.keyboard.press("ControlOrMeta+V");
  }

  /** Types a value where the focus is. */
  async type(value: string) {
    this.actions += 1;
    await this.page.keyboard.type(value);
  }

  async click(target: Locator) {
    this.actions += 1;
    await target.click();
  }
}
