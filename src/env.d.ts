/** True in the demo, where the simulator runs inside the page; replaced at build time. */
declare const __DEMO__: boolean;

/** What a page begins with, as paths; `{id}` stands for the inquiry of the address. Replaced at build time (`dev/first-requests.ts`). */
declare const __FIRST_REQUESTS__: { readonly everywhere: string; readonly list: readonly string[]; readonly inquiry: string };

// only an interface adds to one that is there
// oxlint-disable-next-line typescript/consistent-type-definitions
interface Window {
  /** The answers to what `src/first.ts` asked for, by address. */
  firstAnswers?: Map<string, Promise<Response>>;
}
