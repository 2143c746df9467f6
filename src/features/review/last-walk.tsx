import { formatDuration } from "@/lib/time";
import { count } from "@/lib/words";
import { Notice } from "@/ui/notice";
import { useWalkState } from "./use-walk-state";

/** What became of the last walk, for whoever comes back from it. */
export function LastWalk() {
  const { done, begunAt, leftAt, waiting } = useWalkState();
  if (begunAt === undefined || leftAt === undefined) return null;
  const isEmpty = waiting?.ready === 0;
  if (done.length === 0 && !isEmpty) return null;
  return (
    <Notice kind="success" role="status">
      {done.length > 0 && `${count(done.length, "inquiry", "inquiries")} done in ${formatDuration(leftAt - begunAt)}. `}
      {isEmpty && "Nothing is left for you now."}
    </Notice>
  );
}
