/** A request whose body has been read, its path counted from the base the simulator is served under. */
export type Incoming = {
  readonly method: string;
  /** Such as `/api/v1/inquiries`. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
};

/** What the simulator answers, below its base. Everything else is somebody else's. */
const own = /^\/(api\/v1|desk\/v1|simulator\/v1|files)\//;

/** The path below `base` (which ends with a slash) if the simulator answers it. */
export function ownPath(url: URL, base: string): string | undefined {
  const path = url.pathname.startsWith(base) ? `/${url.pathname.slice(base.length)}` : undefined;
  return path !== undefined && own.test(path) ? path : undefined;
}

/** Reads a request; undefined when it isn't the simulator's. */
export async function readIncoming(request: Request, base: string): Promise<Incoming | undefined> {
  const url = new URL(request.url);
  const path = ownPath(url, base);
  if (path === undefined) return undefined;
  return { method: request.method, path, search: url.searchParams, headers: request.headers, body: await request.text() };
}

/** A percent-encoded part of a path; as it stands when it is no encoding at all. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
