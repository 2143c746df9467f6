import { useEffect, useRef } from "react";
import type { Setting } from "@/api/generated/desk/types.gen";
import { displayValue } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Time } from "@/ui/time";

type SettingConflictProps = {
  theirs: Setting;
  theirChanges: readonly string[];
  myChanges: readonly string[];
  /** The save had been sent, and was refused. */
  wasRefused: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Somebody was faster: what they changed and what I changed, side by side, and the choice. */
export function SettingConflict({ theirs, theirChanges, myChanges, wasRefused, onKeepMine, onTakeTheirs }: SettingConflictProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wasRefused) place.current?.focus();
  }, [wasRefused]);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <Notice
        kind="warning"
        role="alert"
        title={wasRefused ? "Somebody changed it in the meantime. Yours was not saved." : "Somebody has changed it while you were."}
        actions={
          <>
            <Button onClick={onKeepMine}>Keep mine</Button>
            <Button onClick={onTakeTheirs}>Take theirs</Button>
          </>
        }
      >
        <div className="mt-1 grid gap-x-6 gap-y-2 sm:grid-cols-2">
          <div>
            <p className="text-ink">
              <bdi className="font-medium">{displayValue(theirs.changedBy?.name, "Somebody", 60)}</bdi>, <Time value={theirs.changedAt} />
            </p>
            <ChangeList changes={theirChanges} />
          </div>
          <div>
            <p className="font-medium text-ink">You, not saved yet</p>
            <ChangeList changes={myChanges} />
          </div>
        </div>
        <p className="mt-2">
          Keep mine: yours stays in the form, and saving it replaces theirs. Take theirs: you can put yours back afterwards.
        </p>
      </Notice>
    </div>
  );
}

/** What changed, sentence by sentence. */
export function ChangeList({ changes }: { changes: readonly string[] }) {
  if (changes.length === 0) return <p>Nothing that shows.</p>;
  return (
    <ul className="list-disc ps-4">
      {changes.map((change, index) => (
        // two sentences can be the same, such as two new ones without words
        <li key={`${index} ${change}`}>
          <bdi>{change}</bdi>
        </li>
      ))}
    </ul>
  );
}
