import ChevronDownIcon from "lucide-react/icons/chevron-down";
import type { ReactNode } from "react";
import { roleLabel, type Viewer } from "@/domain/viewer";
import { displayValue } from "@/lib/display-text";
import { Popover } from "@/ui/popover";

export type DeskUser = { readonly name?: string | null; readonly emailAddress?: string | null };

type UserMenuProps = {
  user: DeskUser;
  viewer: Viewer;
  organization?: string | null;
  /** More of the menu, e.g. preferences. */
  children?: ReactNode;
};

/** Who is signed in and in which role; the name is the opener of the menu. */
export function UserMenu({ user, viewer, organization, children }: UserMenuProps) {
  const name = displayValue(user.name, displayValue(user.emailAddress, "Signed in"), 40);
  const role = roleLabel(viewer);
  return (
    <Popover
      label="Signed-in user"
      align="end"
      className="w-64"
      trigger={(popoverTarget) => (
        <button
          type="button"
          popoverTarget={popoverTarget}
          className="flex h-8 items-center gap-2 rounded px-1.5 text-sm text-ink-muted hover:bg-pressed hover:text-ink"
        >
          <span aria-hidden="true" className="grid size-6 place-items-center rounded-full bg-pressed text-xs font-semibold text-ink">
            {initials(name)}
          </span>
          <span className="max-w-56 truncate max-lg:sr-only">
            <bdi>{name}</bdi>
            <span className="text-ink-faint"> · {role}</span>
          </span>
          <ChevronDownIcon className="size-3.5 max-lg:hidden" />
        </button>
      )}
    >
      <div className="px-2 py-1.5">
        <p className="font-medium break-words">
          <bdi>{name}</bdi>
        </p>
        <p className="text-xs break-words text-ink-muted">{displayValue(user.emailAddress, "No e-mail address", 80)}</p>
        <p className="mt-1 text-xs text-ink-muted">
          {role}
          {organization ? ` at ${displayValue(organization, "", 60)}` : ""}
        </p>
      </div>
      {children && <div className="mt-1 border-t border-line pt-1">{children}</div>}
    </Popover>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = firstLetter(words[0]) || "?";
  return (first + (words.length > 1 ? firstLetter(words.at(-1)) : "")).toUpperCase();
}

function firstLetter(word = ""): string {
  return String.fromCodePoint(...[word.codePointAt(0)].filter((point) => point !== undefined));
}
