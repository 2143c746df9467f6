/** What a page got, and from which address after all redirects. */
export type Visit = {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
};

/** How a site is reached: over the network, or by a call to its app. */
export type Site = (request: Request) => Response | Promise<Response>;

/** A browser as far as signing in needs one: cookies by origin, redirects, forms, and the headers that tell where a request comes from. */
export function createBrowser(sites: Readonly<Record<string, Site>> = {}) {
  /** Origin → path → cookies. */
  const jars = new Map<string, Map<string, Map<string, string>>>();
  const jarOf = (origin: string, path = "/") => {
    const paths = jars.get(origin) ?? new Map<string, Map<string, string>>();
    jars.set(origin, paths);
    const jar = paths.get(path) ?? new Map<string, string>();
    paths.set(path, jar);
    return jar;
  };

  /** One request, without following where it leads. */
  async function send(url: URL, init: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Response> {
    const sent = [...(jars.get(url.origin) ?? [])].filter(([path]) => url.pathname.startsWith(path)).flatMap(([, jar]) => [...jar]);
    const cookie = sent.map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(cookie === "" ? {} : { cookie }), ...init.headers };
    const request = new Request(url, { ...init, headers, redirect: "manual" });
    const response = await (sites[url.origin] ?? fetch)(request);
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const jar = jarOf(url.origin, /;\s*path=([^;]+)/i.exec(line)?.[1]);
      const [name, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Opens an address and follows redirects until a page comes. */
  async function open(address: string | URL, init: Parameters<typeof send>[1] = {}): Promise<Visit> {
    let url = new URL(address);
    let response = await send(url, init);
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 12; hops += 1) {
      url = new URL(response.headers.get("location") ?? "", url);
      response = await send(url);
    }
    return { url, status: response.status, text: await response.text(), headers: response.headers };
  }

  /** Submits a page's form, as if a button of it was pressed. */
  const submit = (page: Visit, fields: Record<string, string>, action: URL = page.url) =>
    open(action, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: action.origin, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams(fields).toString(),
    });

  /** A call as the application's own scripts make it. */
  const call = (address: string | URL, method = "GET", body?: unknown, headers: Record<string, string> = {}) =>
    send(new URL(address), {
      method,
      headers: {
        origin: new URL(address).origin,
        "sec-fetch-site": "same-origin",
        "desk-client": "web",
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  return { open, send, submit, call, /** Those for all paths. */ cookies: (origin: string) => jarOf(origin) };
}
