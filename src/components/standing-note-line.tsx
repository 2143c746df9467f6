import { ObjectLink } from "@/components/object-link";
import type { StandingNote } from "@/domain/standing-notes";

/** What else has to be known, with the way to the inquiry it is about. */
export function StandingNoteLine({ note }: { note: StandingNote }) {
  return (
    <p>
      {note.sentence} {note.inquiryId !== null && <ObjectLink id={note.inquiryId} />}
    </p>
  );
}
