import DatabaseIcon from "lucide-react/icons/database";
import WifiOffIcon from "lucide-react/icons/wifi-off";
import type { DeskHealth } from "@/api/generated/desk/types.gen";
import { clsx } from "clsx";
import { Badge } from "@/ui/badge";
import type { Icon } from "@/ui/icon";
import { Popover } from "@/ui/popover";

type ConnectionSignProps = {
  /** Nothing has been heard for some seconds. */
  isLost: boolean;
  /** As it was told last. */
  health: DeskHealth | undefined;
};

/**
 * Says what does not work at the moment between this page, the server and its database; nothing when all of it does. A press tells what
 * that means, and on a narrow screen what it is.
 */
export function ConnectionSign(props: ConnectionSignProps) {
  const trouble = troubleOf(props);
  return (
    // there before it says something, so that it is read out
    <span role="status" className={clsx("flex max-sm:[&_.badge-word]:sr-only", trouble === undefined && "sr-only")}>
      {trouble && (
        <Popover
          key={trouble.word}
          label={trouble.word}
          align="end"
          className="w-72"
          trigger={(popoverTarget) => (
            <button type="button" popoverTarget={popoverTarget} className="flex rounded">
              <Badge tone="amber" icon={trouble.icon}>
                <span className="badge-word">{trouble.word}</span>
              </Badge>
            </button>
          )}
        >
          <p className="p-2">
            <strong className="block font-semibold">{trouble.word}.</strong> {trouble.meaning}
          </p>
        </Popover>
      )}
    </span>
  );
}

type Trouble = { word: string; meaning: string; icon: Icon };

/** The one that hinders most. */
function troubleOf({ isLost, health }: ConnectionSignProps): Trouble | undefined {
  if (isLost) {
    const meaning = "What others change is not shown by itself until the connection is back. Refresh to be sure.";
    return { word: "Reconnecting", meaning, icon: WifiOffIcon };
  }
  if (health?.database === "unreachable") {
    return { word: "The desk's database does not answer", meaning: "Nothing can be read or saved until it does.", icon: DatabaseIcon };
  }
  if (health?.database === "takes-no-changes") {
    return { word: "The desk's database takes no changes", meaning: "Nothing can be decided or saved until it does.", icon: DatabaseIcon };
  }
  if (health?.audit === "cannot-be-written") {
    return { word: "The audit log can't be written", meaning: "Nothing can be decided or changed until it can.", icon: DatabaseIcon };
  }
  if (health?.liveUpdates === "off") {
    return { word: "Live updates are off", meaning: "What others change is not shown by itself. Refresh to be sure.", icon: WifiOffIcon };
  }
  return undefined;
}
