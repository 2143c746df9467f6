import { clsx } from "clsx";
import CheckIcon from "lucide-react/icons/check";
import CopyIcon from "lucide-react/icons/copy";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { copyWords, useCopy } from "@/ui/copy-button";

/** An identifier: shortened in the middle, whole on hover and focus, copied by a click. */
export function IdChip({ id, className, whole = false }: { id: string; className?: string; whole?: boolean }) {
  const { outcome, copy } = useCopy();
  const Mark = outcome === "copied" ? CheckIcon : CopyIcon;
  return (
    <>
      <button
        type="button"
        data-tip={outcome === "idle" ? `${id}\nClick to copy` : copyWords[outcome]}
        className={clsx(
          "prints group relative inline-flex h-6 max-w-full items-center rounded px-1 font-mono text-xs text-ink-muted hover:bg-pressed hover:text-ink",
          className,
        )}
        onClick={() => void copy(id)}
      >
        <span className="sr-only">Copy {id}</span>
        <span aria-hidden="true" className="truncate">
          {whole ? id : middleEllipsis(id)}
        </span>
        <Mark className="absolute right-0 size-5 rounded bg-pressed p-1 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100" />
      </button>
      <span aria-live="polite" className="sr-only">
        {copyWords[outcome]}
      </span>
    </>
  );
}
