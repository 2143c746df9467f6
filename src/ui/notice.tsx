import CircleAlertIcon from "lucide-react/icons/circle-alert";
import CircleCheckIcon from "lucide-react/icons/circle-check";
import InfoIcon from "lucide-react/icons/info";
import TriangleAlertIcon from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";

const kinds = {
  info: { tone: "blue", icon: InfoIcon, word: "Note" },
  success: { tone: "green", icon: CircleCheckIcon, word: "Done" },
  warning: { tone: "amber", icon: TriangleAlertIcon, word: "Warning" },
  danger: { tone: "red", icon: CircleAlertIcon, word: "Important" },
} as const;

type NoticeProps = {
  kind?: keyof typeof kinds;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** "status" for what appears after an action of the user, "alert" when it must interrupt. */
  role?: "status" | "alert";
};

/** Something to know, in the place where it matters. */
export function Notice({ kind = "info", title, children, actions, role }: NoticeProps) {
  const { tone, icon: KindIcon, word } = kinds[kind];
  return (
    <div role={role} data-tone={tone} className="flex gap-2 rounded border border-tone-line bg-tone-soft px-3 py-2 text-sm">
      <KindIcon className="mt-0.5 text-tone-mark" />
      <div className="min-w-0 flex-1">
        <span className="sr-only">{word}: </span>
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children !== undefined && <div className={title === undefined ? undefined : "text-ink-muted"}>{children}</div>}
        {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
