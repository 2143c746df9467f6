import type { Snapshot } from "../world/core/resources";

/** The lines of a printed object: what it is, and its plain attributes. */
export function printout(title: string, resource: Snapshot): string[] {
  const lines = Object.entries(resource.attributes)
    .filter(([, value]) => value !== null && typeof value !== "object")
    .map(([name, value]) => `${name}: ${String(value).slice(0, 90)}`);
  return [`${title} ${resource.id}`, resource.type, "", ...lines.slice(0, 40)];
}
