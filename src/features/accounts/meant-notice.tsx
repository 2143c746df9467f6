import { meantBy } from "@/domain/lookup-target";
import { displayLine } from "@/lib/display-text";
import { count, joinWords } from "@/lib/words";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import type { NamedPeople } from "./account-search";
import type { PersonRow } from "./person-rows";

type MeantNoticeProps = { referenceIds: readonly string[]; rows: readonly PersonRow[]; onNamed: (people: NamedPeople) => void };

/** Of the reference IDs that nobody has, those that hold what no ID should, and the way to look for them without it. */
export function MeantNotice({ referenceIds, rows, onNamed }: MeantNoticeProps) {
  const missed = rows.flatMap(({ account, referenceId }) => (account || referenceId === null ? [] : [referenceId]));
  const meant = new Map(
    missed.flatMap((id) => {
      const found = meantBy(id);
      return found ? [[id, found] as const] : [];
    }),
  );
  const [first] = meant.values();
  if (first === undefined) return null;
  const what = joinWords([...new Set([...meant.values()].flatMap(({ found }) => found))]);
  return (
    <Notice role="status">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {meant.size === 1 ? "A reference ID that nobody has holds" : `${count(meant.size, "reference ID")} that nobody has hold`} {what}.
        <Button size="small" onClick={() => onNamed({ ids: referenceIds.map((id) => meant.get(id)?.text ?? id), leftOut: undefined })}>
          {meant.size === 1 ? (
            <>
              Look for <bdi>{displayLine(first.text, 60)}</bdi>
            </>
          ) : (
            "Look for them without it"
          )}
        </Button>
      </span>
    </Notice>
  );
}
