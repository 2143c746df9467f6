import { z } from "zod";
import { type Role, roles } from "@/domain/viewer";

/** One entry and what follows it: a value in double quotes, or one without commas; then `=role`. */
const entryShape = /\s*(?:"((?:[^"\\]|\\.)*)"|([^",\s](?:[^,]*[^,\s])?))\s*=\s*([a-z]+)\s*(,|$)/y;

/**
 * `desk-leads=lead,"cn=desk, reviewers"=reviewer` → claim value → role. A value that holds commas, or begins with a quotation mark or a
 * blank, stands in double quotes; inside, `\"` and `\\` are a quotation mark and a backslash. Without quotes the last `=` parts value and
 * role: a group's name may hold others.
 */
export const roleMapping = z.string().transform((text, context): ReadonlyMap<string, Role> => {
  const entries = entriesOf(text);
  if (entries !== undefined) return new Map(entries);
  context.addIssue({ code: "custom", message: "is no list of value=role" });
  return z.NEVER;
});

function entriesOf(text: string): [string, Role][] | undefined {
  const entries: [string, Role][] = [];
  const entry = new RegExp(entryShape);
  for (;;) {
    const [, quoted, bare, word, follows] = entry.exec(text) ?? [];
    const role = roles.find((one) => one === word);
    const value = quoted === undefined ? bare : quoted.replaceAll(/\\(["\\])/g, "$1");
    if (role === undefined || !value) return undefined;
    entries.push([value, role]);
    if (follows === "") return entries;
  }
}
