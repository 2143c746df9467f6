import type { Difference, InquirySeen } from "@/api/generated/desk/types.gen";
import type { Inquiry } from "@/api/generated/persona/types.gen";
import { iso, millis } from "../../world/core/time";
import type { World } from "../../world/core/world";
import { hasStandingMatch } from "../standing-match";

/** What there is to see of an inquiry now. */
export function pictureOf(world: World, { attributes, relationships }: Inquiry): InquirySeen {
  const { verifications, reports, reviewer } = relationships;
  return {
    status: attributes.status,
    updatedAt: attributes.updatedAt,
    redactedAt: attributes.redactedAt,
    reviewerId: reviewer.data?.id ?? null,
    verifications: verifications.data.flatMap(({ id }) => {
      const row = world.tables.verifications.get(id);
      return row === undefined ? [] : [{ id, status: row.attributes.status }];
    }),
    reports: reports.data.flatMap(({ id }) => {
      const row = world.tables.reports.get(id);
      return row === undefined ? [] : [{ id, status: row.attributes.status, hasMatch: hasStandingMatch(row) }];
    }),
  };
}

/** What is not as it was seen. That Persona changed something is told by itself only where nothing else tells what. */
export function differencesBetween(seen: InquirySeen, now: InquirySeen): Difference[] {
  const told = [
    ...between("status", seen.status, now.status),
    ...between("redactedAt", moment(seen.redactedAt), moment(now.redactedAt)),
    ...between("reviewer", seen.reviewerId, now.reviewerId),
    ...amongst("verification", new Map(seen.verifications.map(toldStatus)), new Map(now.verifications.map(toldStatus))),
    ...amongst("report", new Map(seen.reports.map(toldReport)), new Map(now.reports.map(toldReport))),
  ];
  return told.length > 0 ? told : between("updatedAt", moment(seen.updatedAt), moment(now.updatedAt));
}

/** One thing that is not as it was seen; nothing where it is. */
export const between = (what: string, seen: string | null, now: string | null): Difference[] =>
  seen === now ? [] : [{ what, id: null, seen, now }];

const toldStatus = ({ id, status }: { id: string; status: string }) => [id, status] as const;
const toldReport = ({ id, status, hasMatch }: InquirySeen["reports"][number]) =>
  [id, hasMatch === true ? `${status}, match` : status] as const;

function amongst(what: string, seen: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Difference[] {
  return [...new Set([...seen.keys(), ...now.keys()])]
    .filter((id) => seen.get(id) !== now.get(id))
    .map((id) => ({ what, id, seen: seen.get(id) ?? null, now: now.get(id) ?? null }));
}

/** The same moment is the same, however it is written. */
export function moment(text: string | null): string | null {
  const at = millis(text);
  return at === undefined ? text : iso(at);
}
