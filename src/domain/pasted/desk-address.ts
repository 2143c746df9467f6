import { personalLook } from "@/domain/pasted/looks";
import { withoutSecrets } from "@/domain/pasted/secrets";
import { formatSearchString } from "@/lib/search-string";

/**
 * The path of the desk in a pasted link to this very desk, behind `#` or not; undefined for any other text.
 * @param here the address of the page that asks
 */
export function deskPathOf(text: string, here: string): string | undefined {
  const pasted = text.trim();
  if (!/^https?:\/\/\S+$/i.test(pasted) || !URL.canParse(pasted)) return undefined;
  const [link, own] = [new URL(pasted), new URL(here)];
  if (link.origin !== own.origin) return undefined;
  const whole = link.hash.startsWith("#/") ? link.hash.slice(1) : `${link.pathname}${link.search}`;
  const [path = "", search = ""] = whole.split("?");
  if (!/^\/(?:accounts|inquiries)?(?:\/|$)/.test(path)) return undefined;
  // what may be personal is not put into an address once more
  const parts = [...new URLSearchParams(search)].filter(
    ([name, value]) => !isPersonal(name, value) && withoutSecrets(value).taken.length === 0,
  );
  return parts.length === 0 ? path : `${path}${formatSearchString(Object.fromEntries(parts))}`;
}

/** A day is one of the calendar, unless people are found by it. */
function isPersonal(name: string, value: string): boolean {
  const look = personalLook(value);
  return look === "birth date" ? name.startsWith("reference") : look !== undefined;
}
