import { configure } from "@testing-library/react";
import { vi } from "vitest";

/** happy-dom has no popovers yet; here they neither cover nor hide anything. */
if (!("showPopover" in HTMLElement.prototype)) Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {} });

/** The first page of a file loads its modules while the test waits for it: slow machines need longer than a second. */
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
