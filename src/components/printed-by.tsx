import { useQuery } from "@tanstack/react-query";
import { deskSessionQuery } from "@/api/sessions/queries";
import { displayLine } from "@/lib/display-text";
import { formatAbsolute } from "@/lib/time";
import { useNow } from "@/ui/now";

/** Who printed the sheet, and when: on paper alone. */
export function PrintedBy({ fetchedAt }: { fetchedAt: number }) {
  const now = useNow();
  const { data } = useQuery(deskSessionQuery());
  const who = data === undefined ? "somebody not known" : displayLine(data.user.name, 100);
  return (
    <p className="hidden max-w-[24rem] text-end text-xs text-ink-muted print:block">
      Printed {formatAbsolute(now)} by <bdi>{who}</bdi>, as of {formatAbsolute(fetchedAt)}. Inquiry Desk.
    </p>
  );
}
