import XIcon from "lucide-react/icons/x";
import { groupBy } from "@/lib/group-by";
import { joinWords } from "@/lib/words";
import { IconButton } from "@/ui/icon-button";
import { Notice } from "@/ui/notice";

type UnknownPartsProps = {
  /** What the list has no filter for, by name. */
  names: readonly string[];
  /** What it has one for, but can't read. */
  unread: readonly string[];
  /** Words of the filter by status that are none. */
  statuses?: readonly string[];
  /** Such words that may be a status of Persona's nobody has documented: the list is asked for them. */
  undocumented?: readonly string[];
  /** The list is the desk's own, and not one of Persona's. */
  isOwn?: boolean;
  /** The list can be sorted, and asked for all that it shows. */
  isSorted?: boolean;
  onForget: () => void;
};

/** What an address asks of a list that the list can't do or can't read, and the way to take it out of the address. */
export function UnknownParts({
  names,
  unread,
  statuses = [],
  undocumented = [],
  isOwn = false,
  isSorted = false,
  onForget,
}: UnknownPartsProps) {
  const said = [
    ...[...groupBy(names, isSorted ? noSuchFilter : isOwn ? whyNotHere : whyNot)].map(
      ([why, asked], index) => `${index === 0 ? "This address" : "It also"} asks for ${joinWords(asked.map(named))}: ${why}`,
    ),
    unread.length > 0 && unreadWords(unread),
    statuses.length > 0 && `Left out of the address, since no status is called so: ${joinWords(statuses.map((word) => `“${word}”`))}.`,
    undocumented.length > 0 && undocumentedWords(undocumented),
  ].filter((sentence) => sentence !== false);
  if (said.length === 0) return null;
  return (
    <Notice role="status">
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1">{said.join(" ")}</span>
        <IconButton size="small" label={undocumented.length > 0 ? "Take it out of the address" : "Dismiss"} onClick={onForget}>
          <XIcon />
        </IconButton>
      </span>
    </Notice>
  );
}

/** Persona's lists filter by what an object is, not by when it was decided (API reference, "List all Inquiries", "List all Accounts"). */
function whyNot(name: string): string {
  if (/deci(?:ded|sion)|sort|order/i.test(name)) return "Persona's list can't be filtered or sorted by decision, and comes newest first.";
  return "this list has no such filter.";
}

const noSuchFilter = () => "this list has no such filter.";

const whyNotHere = (name: string) =>
  /sort|order/i.test(name) ? "this list comes newest first, and can't be sorted." : "this list has no such filter.";

/** A name as it is, unless somebody wrote in its place what may be personal. */
const named = (name: string) => (/^[a-z][a-z_-]{0,30}(?:\[[a-z-]{1,30}\])*$/i.test(name) ? `“${name}”` : "something else");

const undocumentedWords = (statuses: readonly string[]) =>
  `Inquiry Desk knows no status called ${joinWords(statuses.map((word) => `“${word}”`))}; the list is asked for it all the same.`;

/** What is said of the parts that could not be read, by their names alone: what stood in them may be personal. */
function unreadWords(unread: readonly string[]): string {
  const day = unread.some((name) => /(?:^|-)(?:from|to)$/.test(name)) ? " A day is written as in 2026-03-02." : "";
  return `Left out of the address, since it can't be read: ${joinWords(unread.map(named))}.${day}`;
}
