import { clsx } from "clsx";
import type { ReactNode } from "react";
import { badgeLook } from "@/ui/badge-look";
import type { Icon } from "@/ui/icon";
import type { Tone } from "@/ui/tone";

type BadgeProps = { tone: Tone; icon: Icon; children: ReactNode; tip?: string; className?: string };

/** A state as icon, word and colour, so that none of the three has to carry it alone. */
export function Badge({ tone, icon: BadgeIcon, children, tip, className }: BadgeProps) {
  return (
    <span
      data-tone={tone}
      data-tip={tip}
      className={clsx(
        "inline-flex h-5.5 max-w-full items-center gap-1 rounded border px-1.5 align-middle text-xs font-medium whitespace-nowrap text-tone-text",
        badgeLook(tone),
        className,
      )}
    >
      <BadgeIcon className="size-3.5" />
      <span className={clsx("truncate", tone === "hatched" && "bg-surface px-0.5")}>{children}</span>
    </span>
  );
}
