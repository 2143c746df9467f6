import { readProperty, readText } from "@/lib/read";
import type { EventModel } from "./models";

/** Whose an object is. Empty lists: nobody's that could be told. */
export type Owners = { accountIds: string[]; inquiryIds: string[] };

type Pointer = { id: string };
type OwnerLinks = { inquiry?: Pointer | Pointer[] | null; account?: Pointer | Pointer[] | null; accounts?: Pointer[] };

const ids = (link: Pointer | Pointer[] | null | undefined): string[] =>
  link === null || link === undefined ? [] : Array.isArray(link) ? link.map(({ id }) => id) : [link.id];

/** Owners out of the links of a model. An account is told only where no inquiry is: the inquiry is the nearer one, and leads on to the account. */
export function ownersOf(links: OwnerLinks): Owners {
  const inquiryIds = ids(links.inquiry);
  return { inquiryIds, accountIds: inquiryIds.length > 0 ? [] : [...ids(links.account), ...ids(links.accounts)] };
}

/** Owners of the object an event is about: itself when it is an inquiry or an account, else what it points to. */
export function ownersInEvent(event: EventModel): Owners {
  const about = readProperty(event.payload, "data");
  const [type, id] = [readProperty(about, "type"), readText(readProperty(about, "id"))];
  if (id !== undefined && type === "inquiry") return { inquiryIds: [id], accountIds: [] };
  if (id !== undefined && type === "account") return { inquiryIds: [], accountIds: [id] };
  const relationships = readProperty(about, "relationships");
  return ownersOf({ inquiry: pointer(relationships, "inquiry"), account: pointer(relationships, "account") });
}

function pointer(relationships: unknown, name: string): Pointer | null {
  const id = readText(readProperty(readProperty(readProperty(relationships, name), "data"), "id"));
  return id === undefined ? null : { id };
}
