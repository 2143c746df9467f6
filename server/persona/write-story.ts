import { readTime } from "@/lib/read";
import { jsonOf, type PersonaAnswer } from "./persona-answer";
import { readWholePage } from "./resources/read-document";
import { skewMs } from "./write-meaning";
import type { WriteRow } from "./write-row";

/** Newest first, and more than happens to an inquiry in a day. */
const pageSize = 100;

/** Asks for an inquiry's events of one name, without the state that each would bring along. */
export const eventsQuery = (event: string, inquiryId: string): string =>
  [
    ["filter[name]", event],
    ["filter[object-id]", inquiryId],
    ["page[size]", String(pageSize)],
    ["fields[event]", "name,created-at"],
  ]
    .map((part) => part.map(encodeURIComponent).join("="))
    .join("&");

/**
 * What an inquiry's events tell of a write whose answer is missing.
 * @param event what Persona calls what was meant
 * @param answer to `eventsQuery`
 * @returns "done" where it happened since it was meant, "not done" where it did not, undefined where the list can't be read, or only in part
 */
export function toldByEvents({ createdAt }: WriteRow, event: string, answer: PersonaAnswer): "done" | "not done" | undefined {
  if (answer.status !== 200) return undefined;
  const page = readWholePage(jsonOf(answer));
  if (page === undefined) return undefined;
  const named = page.resources.filter(({ attributes }) => attributes?.["name"] === event);
  const times = named.map(({ attributes }) => readTime(attributes?.["createdAt"]));
  if (times.some((at) => at !== undefined && at >= createdAt - skewMs)) return "done";
  // one of them that tells no time, or no name, may be the one
  return times.length < page.resources.length || times.includes(undefined) ? undefined : "not done";
}
