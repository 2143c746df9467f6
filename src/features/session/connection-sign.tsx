import { Badge } from "@/ui/badge";
import { WifiOffIcon } from "@/ui/icons";

/** Says that what others change does not come by itself at the moment. */
export function ConnectionSign() {
  return (
    <span role="status" className="max-sm:[&_.badge-word]:sr-only">
      <Badge
        tone="amber"
        icon={WifiOffIcon}
        tip="What others change is not shown by itself until the connection is back. Refresh to be sure."
      >
        <span className="badge-word">Reconnecting</span>
      </Badge>
    </span>
  );
}
