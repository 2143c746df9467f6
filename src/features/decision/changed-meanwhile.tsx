import { useEffect, useRef } from "react";
import { differenceSentence, type ToldDifference } from "@/domain/decision-state";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";

type ChangedMeanwhileProps = {
  differences: readonly ToldDifference[];
  onLookAgain: () => void;
  onClose: () => void;
};

/** The inquiry is not what it was when the form was opened. What was written is kept. */
export function ChangedMeanwhile({ differences, onLookAgain, onClose }: ChangedMeanwhileProps) {
  // not a button: it comes by itself, and the Enter that was meant for the form would press it unread
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes it as it closes the form, wherever the focus is in it
    <div ref={place} tabIndex={-1} className="outline-none" onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <Notice
        kind="warning"
        role="alert"
        title="It changed while you were looking. Nothing was sent."
        actions={
          <>
            <Button onClick={onClose}>Review the change</Button>
            <Button variant="quiet" onClick={onLookAgain}>
              Decide anyway
            </Button>
          </>
        }
      >
        <Differences differences={differences} />
      </Notice>
    </div>
  );
}

/** What is not as it was seen, a sentence each. */
export function Differences({ differences }: { differences: readonly ToldDifference[] }) {
  const sentences = [...new Set(differences.slice(0, 20).map(differenceSentence))];
  return (
    <ul className="mt-1 flex flex-col gap-0.5">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
