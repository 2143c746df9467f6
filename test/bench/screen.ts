import { type Query, type QueryClient, QueryObserver, type QueryObserverOptions } from "@tanstack/react-query";

/** What a part of a screen shows, kept fresh for as long as it is there. */
export type Shown<Data> = {
  /** What stands there now; it may be old. */
  readonly data: Data | undefined;
  /** Resolves as soon as anything stands there; rejects with the error that stands there instead. */
  ready(): Promise<Data>;
  /** The screen is left; what it still asks for is given up. */
  leave(): void;
};

/** Shows a query as a component of the application does. */
export function show<Data, Key extends readonly unknown[]>(
  queryClient: QueryClient,
  options: QueryObserverOptions<Data, Error, Data, Data, Key>,
): Shown<Data> {
  const observer = new QueryObserver(queryClient, options);
  const listeners = new Set<() => void>();
  const unsubscribe = observer.subscribe(() => listeners.forEach((listener) => listener()));
  const standing = () => {
    const { data, isPlaceholderData } = observer.getCurrentResult();
    return isPlaceholderData ? undefined : data;
  };
  return {
    get data() {
      return standing();
    },
    ready: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          const [data, { error, isFetching }] = [standing(), observer.getCurrentResult()];
          if (data === undefined && (error === null || isFetching)) return;
          listeners.delete(look);
          if (data === undefined) reject(error);
          else resolve(data);
        };
        listeners.add(look);
        look();
      }),
    leave: unsubscribe,
  };
}

type ReadKind = "list" | "inquiry" | "events";

/** How long screens waited for what they asked for: from asking to seeing it, whatever was given up and tried again in between. */
export type Waits = {
  /** Milliseconds. Of an inquiry and its events only the first time: while they are read again, they stand there. */
  readonly took: Record<ReadKind, number[]>;
  /** Reads that failed for good. */
  failures: number;
};

export const noWaits = (): Waits => ({ took: { list: [], inquiry: [], events: [] }, failures: 0 });

function kindOf({ queryKey: [type, kind], state }: Query): ReadKind | undefined {
  if (type === "inquiry" && kind === "list") return "list";
  if (state.data !== undefined) return undefined;
  return type === "event" ? "events" : type === "inquiry" ? "inquiry" : undefined;
}

/** Measures how long a person waits for what they look at. */
export function measureWaits(queryClient: QueryClient, waits: Waits): void {
  const since = new Map<string, { readonly kind: ReadKind; readonly at: number }>();
  queryClient.getQueryCache().subscribe((event) => {
    const { query } = event;
    // nobody waits for it any more
    if (event.type === "observerRemoved" && query.getObserversCount() === 0) since.delete(query.queryHash);
    if (event.type !== "updated") return;
    const { action } = event;
    if (action.type === "fetch") {
      const kind = kindOf(query);
      if (kind !== undefined && !since.has(query.queryHash)) since.set(query.queryHash, { kind, at: performance.now() });
    }
    if (action.type === "error") waits.failures += 1;
    if (action.type !== "success" && action.type !== "error") return;
    const began = since.get(query.queryHash);
    if (action.type === "success" && began !== undefined) waits.took[began.kind].push(performance.now() - began.at);
    since.delete(query.queryHash);
  });
}
