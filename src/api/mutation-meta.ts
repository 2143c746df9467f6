import { MutationCache, type QueryClient, type QueryFilters } from "@tanstack/react-query";
import { isConflict } from "./errors";
import type { CachedType } from "./query-keys";

/** Cached answers: all of a kind, or those that a filter finds. */
type Answers = CachedType | QueryFilters;

/** What a write declares to change. It is read again by `createMutationCache`, so no page has to think of it. */
type WriteMeta = {
  /** The one kind of thing that it changes, where it is one: what is pushed about another is then never its echo (`pushed-changes.ts`). */
  changes?: CachedType;
  /** What is old once it is done. */
  invalidates?: readonly Answers[];
  /** It counts as done when what is on screen of that has been read again. Otherwise that goes on meanwhile. */
  isDoneWhenRead?: boolean;
  /** What may be old once it has failed: it may have been done all the same. Read while the failure is told. */
  invalidatesOnFailure?: readonly Answers[];
  /** What is old in its place where somebody else was faster (409). It counts as failed when that has been read: the refusal stands beside its reason. */
  invalidatesOnConflict?: readonly Answers[];
};

declare module "@tanstack/react-query" {
  // only an interface adds to one that is there
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    mutationMeta: WriteMeta;
  }
}

/** Marks answers as old, and reads those again that are on screen. */
const readAgain = (queryClient: QueryClient, answers: readonly Answers[] = []) =>
  Promise.all(answers.map((one) => queryClient.invalidateQueries(typeof one === "string" ? { queryKey: [one] } : one)));

/** The mutations of a page; each has what its `meta` declares read again, before its own callbacks are called. */
export const createMutationCache = (): MutationCache =>
  new MutationCache({
    onSuccess: async (_answer, _variables, _begun, _mutation, { client, meta }) => {
      const reading = readAgain(client, meta?.invalidates);
      if (meta?.isDoneWhenRead) await reading;
    },
    onError: async (error, _variables, _begun, _mutation, { client, meta }) => {
      if (meta?.invalidatesOnConflict && isConflict(error)) await readAgain(client, meta.invalidatesOnConflict);
      else void readAgain(client, meta?.invalidatesOnFailure);
    },
  });
