// What the application's data layer asks of a page: its address, and whether it is shown. Has to be imported before the application.
import { publicOrigin } from "./bench-desk";

Object.assign(globalThis, {
  document: { baseURI: `${publicOrigin}/`, hidden: false, addEventListener: () => undefined, removeEventListener: () => undefined },
});
