import type { DecisionAction } from "@/api/generated/desk/types.gen";
import { type InquirySeen, seenOf } from "@/domain/inquiry-seen";
import { readList, readProperty, readText } from "@/lib/read";
import type { Random } from "@mocks/world/core/random";
import type { Step, Wish } from "./chaos-writers";

type Kind = {
  /** The status of the inquiries it is wished for. */
  readonly of: string;
  readonly steps: readonly Step[];
  /** What somebody else does to the inquiry before. */
  readonly first?: "resume";
  readonly command: (inquiryId: string, seen: InquirySeen) => Pick<Wish, "path" | "body">;
};

const resume: Step = { step: "resume", action: "resume-an-inquiry" };
const link: Step = { step: "generate-one-time-link", action: "generate-a-one-time-link", issues: "one-time-link" };

const decide =
  (action: DecisionAction, reasonIds: readonly string[]): Kind["command"] =>
  (inquiryId, seen) => ({
    path: "/desk/v1/decisions",
    body: { inquiryId, action, reasonIds, comment: "Looked at it", seen, holdSeconds: 0 },
  });
const restore =
  (kind: "link" | "sdk-token"): Kind["command"] =>
  (inquiryId, { status, redactedAt }) => ({ path: "/desk/v1/restorations", body: { inquiryId, kind, seen: { status, redactedAt } } });

const kinds: readonly Kind[] = [
  { of: "needs_review", steps: [{ step: "approve", action: "approve-an-inquiry" }], command: decide("approve", ["evidence-consistent"]) },
  { of: "completed", steps: [{ step: "decline", action: "decline-an-inquiry" }], command: decide("decline", ["document-altered"]) },
  {
    of: "completed",
    steps: [{ step: "mark-for-review", action: "mark-an-inquiry-for-review" }],
    command: decide("markForReview", []),
  },
  { of: "expired", steps: [link], first: "resume", command: restore("link") },
  { of: "expired", steps: [resume, link], command: restore("link") },
  { of: "expired", steps: [{ ...resume, issues: "session-token" }], command: restore("sdk-token") },
];

const key = { authorization: "Bearer persona_production_benchmark", "key-inflection": "camel" };

/** As many wishes as asked for, each about an inquiry of its own, of each kind as many. @param url the simulated Persona */
export async function chaosWishes(url: string, count: number, random: Random): Promise<Wish[]> {
  const ask = async (path: string, method = "GET"): Promise<unknown> =>
    (await fetch(`${url}/api/v1/inquiries${path}`, { method, headers: key })).json();
  const each = Math.ceil(count / kinds.length);
  const all: Wish[] = [];
  const taken = new Set<string>();
  for (const { of, steps, first, command } of kinds) {
    const ids = await idsOf(ask, of, each, taken);
    for (const inquiryId of ids) {
      taken.add(inquiryId);
      if (first !== undefined) await ask(`/${inquiryId}/${first}`, "POST");
      const seen = pictureIn(await ask(`/${inquiryId}?include=verifications,reports`));
      all.push({ inquiryId, steps, ...command(inquiryId, seen) });
    }
  }
  return shuffled(all, random).slice(0, count);
}

/** @throws Error when the world has too few */
async function idsOf(ask: (path: string) => Promise<unknown>, status: string, count: number, taken: ReadonlySet<string>) {
  const ids: string[] = [];
  let after = "";
  for (;;) {
    const page = readList(readProperty(await ask(`?page[size]=100&filter[status]=${status}${after}`), "data"));
    ids.push(...page.flatMap((inquiry) => readText(readProperty(inquiry, "id")) ?? []).filter((id) => !taken.has(id)));
    if (ids.length >= count) return ids.slice(0, count);
    const last = readText(readProperty(page.at(-1), "id"));
    if (last === undefined) throw new Error(`The world has only ${ids.length} more inquiries that are ${status}`);
    after = `&page[after]=${last}`;
  }
}

/** What somebody sees who looks at the inquiry now. */
function pictureIn(answer: unknown): InquirySeen {
  const data = readProperty(answer, "data");
  const attribute = (name: string) => readText(readProperty(readProperty(data, "attributes"), name)) ?? null;
  const reviewer = readProperty(readProperty(readProperty(data, "relationships"), "reviewer"), "data");
  const ofKind = (kind: string) =>
    readList(readProperty(answer, "included")).flatMap((one) => {
      const [id, type] = [readText(readProperty(one, "id")), readText(readProperty(one, "type")) ?? ""];
      const attributes = readProperty(one, "attributes");
      const hasMatch = readProperty(attributes, "hasMatch");
      if (id === undefined || (type !== kind && !type.startsWith(`${kind}/`))) return [];
      return [
        { id, status: readText(readProperty(attributes, "status")) ?? "", hasMatch: typeof hasMatch === "boolean" ? hasMatch : null },
      ];
    });
  return seenOf({
    inquiry: { status: attribute("status") ?? "", updatedAt: attribute("updatedAt"), redactedAt: attribute("redactedAt") },
    reviewerId: readText(readProperty(reviewer, "id")) ?? null,
    verifications: ofKind("verification"),
    reports: ofKind("report"),
  });
}

function shuffled<T>(items: readonly T[], chance: Random): T[] {
  return items
    .map((item) => ({ item, place: chance.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
