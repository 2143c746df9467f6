import type { DeskHealth } from "@/api/generated/desk/types.gen";
import { Badge } from "@/ui/badge";
import { DatabaseIcon, type Icon, WifiOffIcon } from "@/ui/icons";

type ConnectionSignProps = {
  /** Nothing has been heard for some seconds. */
  isLost: boolean;
  /** As it was told last. */
  health: DeskHealth | undefined;
};

/** Says what does not work at the moment between this page, the server and its database; nothing when all of it does. */
export function ConnectionSign(props: ConnectionSignProps) {
  const trouble = troubleOf(props);
  if (trouble === undefined) return undefined;
  return (
    <span role="status" className="max-sm:[&_.badge-word]:sr-only">
      <Badge tone="amber" icon={trouble.icon} tip={trouble.tip}>
        <span className="badge-word">{trouble.word}</span>
      </Badge>
    </span>
  );
}

type Trouble = { word: string; tip: string; icon: Icon };

/** The one that hinders most. */
function troubleOf({ isLost, health }: ConnectionSignProps): Trouble | undefined {
  if (isLost) {
    const tip = "What others change is not shown by itself until the connection is back. Refresh to be sure.";
    return { word: "Reconnecting", tip, icon: WifiOffIcon };
  }
  if (health?.database === "unreachable") {
    return { word: "The desk's database does not answer", tip: "Nothing can be read or saved until it does.", icon: DatabaseIcon };
  }
  if (health?.database === "takes-no-changes") {
    return { word: "The desk's database takes no changes", tip: "Nothing can be decided or saved until it does.", icon: DatabaseIcon };
  }
  if (health?.audit === "cannot-be-written") {
    return { word: "The audit log can't be written", tip: "Nothing can be decided or changed until it can.", icon: DatabaseIcon };
  }
  if (health?.liveUpdates === "off") {
    return { word: "Live updates are off", tip: "What others change is not shown by itself. Refresh to be sure.", icon: WifiOffIcon };
  }
  return undefined;
}
