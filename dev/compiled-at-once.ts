import type { Plugin } from "vite";

/** The chunks of what people open first, the list of inquiries and one of them, as `chunkGroups` and the bundler call them. */
const openedFirst = new Set(["first", "vendor", "app", "index", "shared", "_inquiryId", "standing-notes"]);

/**
 * Tells browsers that know it (V8's explicit compile hints) to compile all of a file while it arrives, beside the page's own thread. Without
 * it each function is compiled when it is first called, in the page's way. Most of what these files hold is called at once; what other files
 * hold would be compiled in vain.
 */
export function compiledAtOnce(): Plugin {
  return {
    name: "compiled-at-once",
    apply: "build",
    generateBundle: {
      // what the others put first would push it from the place where it counts
      order: "post",
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === "chunk" && openedFirst.has(file.name)) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
        }
      },
    },
  };
}
