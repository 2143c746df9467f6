import fc from "fast-check";
import { inject } from "vitest";
import { mayBeOtherForm } from "@/domain/compare/han-forms";

declare module "vitest" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface adds to Vitest's own
  interface ProvidedContext {
    /** Stryker's: the name of the global variable in which it says which mutant is active. */
    globalNamespace: string;
  }
}

// the same cases in each run, so that what survives once survives the next time
fc.configureGlobal({ seed: 20_261_130 });

// a thread that is kept (scripts/mutation/kept-thread.mjs) still has the last mutant, which must not make the cases of the next one's tests
const stryker: unknown = Reflect.get(globalThis, inject("globalNamespace"));
if (typeof stryker === "object" && stryker !== null) Reflect.deleteProperty(stryker, "activeMutant");

// read once and kept: before any mutant is active, as what modules read while they load
mayBeOtherForm("云", "雲");
