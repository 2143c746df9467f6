import { z } from "zod";

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).optional(),
    css: z.array(z.string()).optional(),
  }),
);
type Manifest = z.infer<typeof manifestSchema>;

/** What the page of a path loads besides what every page does, as tags for the head of the HTML. */
export type RoutePreloads = {
  readonly path: RegExp;
  readonly tags: string;
};

/** The module of a route, as the router's plugin splits it off: its path below `src/routes` is the address. */
const routeModule = /^src\/routes\/([\w$/-]+)\.tsx\?tsr-split=/;

/**
 * The scripts and styles of each route, so that the browser asks for them with the page and not only once the app has found out where it is.
 * @param manifest of Vite's build, parsed
 * @throws ZodError when it is none
 */
export function routePreloads(manifest: unknown): readonly RoutePreloads[] {
  const chunks = manifestSchema.parse(manifest);
  const everywhere = new Set<string>();
  for (const [key, { isEntry }] of Object.entries(chunks)) if (isEntry === true) collect(chunks, key, everywhere);
  return Object.keys(chunks).flatMap((key) => {
    const route = routeModule.exec(key)?.[1];
    if (route === undefined) return [];
    const files = [...collect(chunks, key, new Set())].filter((file) => !everywhere.has(file));
    return [{ path: pathOf(route), tags: files.map(tagOf).join("") }];
  });
}

function collect(chunks: Manifest, key: string, files: Set<string>): Set<string> {
  const chunk = chunks[key];
  if (chunk === undefined || files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) collect(chunks, imported, files);
  return files;
}

/** `inquiries/$inquiryId` → `/inquiries/…`, `inquiries/route`, which every page below it needs, too → `/inquiries` */
function pathOf(route: string): RegExp {
  const parts = route.split("/").filter((part) => part !== "index" && part !== "route");
  return new RegExp(`^/${parts.map((part) => (part.startsWith("$") ? "[^/]+" : part)).join("/")}/?$`);
}

// as Vite writes them, so that what was preloaded is what is used
const tagOf = (file: string) =>
  file.endsWith(".css")
    ? `<link rel="preload" as="style" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`;
