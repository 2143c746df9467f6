import { configure } from "@testing-library/react";
import { vi } from "vitest";

/** happy-dom has no popovers yet; here they tell that they open and close, and neither cover nor hide anything. */
if (!("showPopover" in HTMLElement.prototype)) {
  Object.assign(HTMLElement.prototype, {
    showPopover(this: HTMLElement) {
      for (const type of ["beforetoggle", "toggle"]) this.dispatchEvent(Object.assign(new Event(type), { newState: "open" }));
    },
    hidePopover(this: HTMLElement) {
      this.dispatchEvent(Object.assign(new Event("toggle"), { newState: "closed" }));
    },
  });
  document.addEventListener("click", ({ target }) => {
    const opener = target instanceof Element ? target.closest("[popovertarget]") : null;
    if (opener) document.getElementById(opener.getAttribute("popovertarget") ?? "")?.showPopover();
  });
}

/** The first page of a file loads its modules while the test waits for it: slow machines need longer than a second. */
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
