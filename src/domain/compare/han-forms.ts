/**
 * Simplified and traditional Han signs. No table of pairs is needed to see in which of the two a name is written: the national character
 * sets tell which signs are in use where, and every browser knows them (WHATWG Encoding Standard: GB 2312 within gbk, and Big5).
 */

function signsOf(encoding: "gbk" | "big5", leads: readonly (readonly [from: number, to: number])[], trails: typeof leads): Set<string> {
  const decoder = new TextDecoder(encoding);
  const upTo = ([from, to]: readonly [number, number]) => Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const bytes = leads.flatMap(upTo).flatMap((lead) => trails.flatMap(upTo).flatMap((trail) => [lead, trail]));
  return new Set(Array.from(decoder.decode(new Uint8Array(bytes))).filter((sign) => /\p{Script=Han}/u.test(sign)));
}

type Sets = { readonly mainland: ReadonlySet<string>; readonly taiwan: ReadonlySet<string> };
let known: Sets | undefined;

/** Read when the first two Han names differ: 20,000 signs, in a few milliseconds. */
function nationalSets(): Sets {
  known ??= {
    mainland: signsOf("gbk", [[0xb0, 0xf7]], [[0xa1, 0xfe]]),
    taiwan: signsOf(
      "big5",
      [
        [0xa4, 0xc6],
        [0xc9, 0xf9],
      ],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  };
  return known;
}

/** Of which of the two a sign is alone; "both" for the many that were never simplified, and for those in neither set. */
function formOf(sign: string): "simplified" | "traditional" | "both" {
  const { mainland, taiwan } = nationalSets();
  if (mainland.has(sign) === taiwan.has(sign)) return "both";
  return mainland.has(sign) ? "simplified" : "traditional";
}

/**
 * Whether two texts in Han signs may be one, in simplified signs here and in traditional ones there. Symmetric; it says no more than that,
 * since which sign stands for which is not known here.
 */
export function mayBeOtherForm(one: string, other: string): boolean {
  const [ones, others] = [one, other].map((text) => Array.from(text.normalize("NFKC").replaceAll(/[\s·・]/g, "")));
  if (!ones || !others || ones.length !== others.length || ![...ones, ...others].every((sign) => /\p{Script=Han}/u.test(sign))) {
    return false;
  }
  const [forms, otherForms] = [ones.map(formOf), others.map(formOf)];
  // two names that are both written in one of the two forms can be compared as they are
  if (["simplified", "traditional"].some((form) => [forms, otherForms].every((all) => all.some((each) => each === form)))) return false;
  return ones.every((sign, index) => {
    const pair = [forms[index], otherForms[index]];
    // a sign of the mainland may be in the other set too, as another one: 云 is a sign of its own, and 雲 simplified
    return sign === others[index] || (pair.includes("traditional") && !pair.every((form) => form === "traditional"));
  });
}
