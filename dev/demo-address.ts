import type { Connect, Plugin } from "vite";

/** What is asked for by scripts of the page or by tools, never a page of the app. */
const noPage = /^\/(?:$|@|index\.html|src\/|node_modules\/|(?:api|desk|simulator)\/v1\/|files\/)|\.[a-z0-9]+$/i;

/**
 * Where a page of the demo stands: the app keeps its address behind `#` there, so that the demo can be hosted anywhere, and at another path
 * its service worker would not be found. Undefined for what is no page.
 * @param url path and query as they were asked for
 * @param accept the header of that name
 */
export function demoAddress(url: string, accept: string | undefined): string | undefined {
  const path = url.split("?")[0] ?? "";
  // two slashes would lead to another host
  if (accept?.includes("text/html") !== true || noPage.test(path) || path.startsWith("//")) return undefined;
  return `/#${url}`;
}

/** Redirects from a page's plain path to the address that the demo has it at. */
export function demoAddresses(): Plugin {
  const lead: Connect.NextHandleFunction = (request, response, next) => {
    const to = request.method === "GET" ? demoAddress(request.url ?? "/", request.headers.accept) : undefined;
    if (to === undefined) return next();
    response.writeHead(302, { location: to }).end();
  };
  return {
    name: "demo-addresses",
    configureServer: ({ middlewares }) => void middlewares.use(lead),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(lead),
  };
}
