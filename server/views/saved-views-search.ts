import { z } from "zod";

/** Where a list was turned to is no part of a view. */
const pageKeys: ReadonlySet<string> = new Set(["after", "before", "page"]);

/** The address after the question mark, as a browser writes it, without a page. */
export const searchSchema = z
  .string()
  .max(2_000, "has to be at most 2000 characters")
  .regex(/^(?!\?)/, "may not begin with a question mark")
  .regex(/^[!-~]*$/, "has to be an address: printable, and percent-encoded where it is not plain")
  .regex(/^[^#]*$/, "may not hold a fragment")
  .transform((search) =>
    search
      .split("&")
      .filter((part) => part !== "" && !pageKeys.has(keyOf(part)))
      .join("&"),
  )
  // keys are our own plain words: an encoded one would not be found again by its name
  .refine((search) => search.split("&").every((part) => !/^[^=]*%/.test(part)), "may not hold a key that is percent-encoded");

const keyOf = (part: string) => {
  const [key] = new URLSearchParams(part).keys();
  return (key ?? "").replace(/\[.*$/, "");
};

/** A name for people: shown as typed, blanks around it left out. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, "is empty")
  .max(60, "has to be at most 60 characters")
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, "may not hold control characters");

/** What names are compared by: two that look the same are the same. */
export const nameKey = (name: string): string => name.normalize("NFKC").replaceAll(/\s+/g, " ").trim().toLowerCase();
