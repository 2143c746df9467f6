/** What the bundler tells of its modules. */
type Modules = { getModuleInfo(id: string): { readonly importers: readonly string[] } | null };

/** What is needed before the first page, the list of inquiries, can be used. */
const first = [/src[\\/]main\.tsx$/, /src[\\/]routes[\\/]inquiries[\\/]route\.tsx\?tsr-split=component$/];

/** Whether one of the first imports it, by however many steps. What is only imported when it is called for does not count. */
function isNeededFirst(id: string, modules: Modules): boolean {
  const seen = new Set<string>();
  const waiting = [id];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const current = one;
    if (first.some((entry) => entry.test(current))) return true;
    if (seen.has(current)) continue;
    seen.add(current);
    waiting.push(...(modules.getModuleInfo(current)?.importers ?? []));
  }
  return false;
}

/**
 * Few chunks that load in one wave: what hardly ever changes, what the first page needs, and what many of the others share. Smaller ones
 * compress worse and cost a request each.
 */
export const chunkGroups = [
  { name: "first", test: /src[\\/]first\.ts$/, priority: 3 },
  // many queries in one, which a single page asks with
  { name: "queries", test: /[\\/](useQueries|queriesObserver)\.js$/, priority: 3, includeDependenciesRecursively: false },
  {
    name: "vendor",
    test: /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](react-router|router-core|history|react-query|query-core))[\\/]/,
    priority: 2,
  },
  {
    name: (id: string, modules: Modules) => (isNeededFirst(id, modules) ? "app" : null),
    debugName: "app",
    test: /src[\\/](lib|domain|ui|api|components|features|frame|routes[\\/]inquiries[\\/](route|-inquiry-list))|dev[\\/]|vite[\\/]preload-helper|node_modules[\\/]/,
    priority: 1,
    // what it needs is needed first as well, and comes by itself
    includeDependenciesRecursively: false,
  },
  {
    // comes with the pages that have a form, and with the menus that do once they are opened
    name: "forms",
    test: /node_modules[\\/](zod|react-hook-form|@hookform)[\\/]|src[\\/]lib[\\/]zod-config/,
    priority: 1,
    includeDependenciesRecursively: false,
  },
  {
    name: "shared",
    test: /src[\\/](lib|domain|ui|api|components)[\\/]|node_modules[\\/]/,
    minShareCount: 4,
    includeDependenciesRecursively: false,
  },
];
