import { configure } from "@testing-library/react";
import { vi } from "vitest";

/** happy-dom does not know `<search>` yet, and React warns about a tag that the browser does not know. */
Object.defineProperty(HTMLUnknownElement.prototype, Symbol.toStringTag, {
  get(this: HTMLElement) {
    return this.localName === "search" ? "HTMLElement" : "HTMLUnknownElement";
  },
});

/** Nor popovers: here they neither cover nor hide anything. */
HTMLElement.prototype.showPopover ??= () => undefined;
HTMLElement.prototype.hidePopover ??= () => undefined;

/** The first page of a file loads its modules while the test waits for it: slow machines need longer than a second. */
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
