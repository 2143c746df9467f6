import { clsx } from "clsx";
import TriangleAlertIcon from "lucide-react/icons/triangle-alert";
import { useState } from "react";
import { clampText, hasHiddenCharacters, sanitizeText } from "@/lib/display-text";

const step = 20_000;

type UntrustedTextProps = {
  /** Whatever the API sent in the place of a text. */
  value: unknown;
  /** How much is shown at first, in characters. */
  limit?: number;
  fallback?: string;
  /** Keep its line breaks. */
  multiline?: boolean;
  className?: string;
};

/**
 * A text that somebody else wrote: a name, a note, an extracted value. It cannot reorder what stands beside it, hide characters
 * without being told on, or make the page slow by its length.
 */
export function UntrustedText({ value, limit = 400, fallback = "–", multiline = false, className }: UntrustedTextProps) {
  const [shown, setShown] = useState(limit);
  const raw = typeof value === "string" ? value : value === null || value === undefined ? "" : String(JSON.stringify(value));
  const { text: head, omitted } = clampText(raw, shown);
  const text = sanitizeText(head);
  if (text.trim() === "") return <span className={clsx("text-ink-faint", className)}>{fallback}</span>;
  return (
    <span className={clsx("wrap-anywhere", multiline && "whitespace-pre-line", className)}>
      <bdi>{text}</bdi>
      {hasHiddenCharacters(head) && (
        <span
          data-tone="amber"
          data-tip="Invisible or reordering characters were left out here."
          className="ml-1 inline-flex align-text-bottom text-tone-text"
        >
          <TriangleAlertIcon className="size-3.5" />
          <span className="sr-only">Invisible characters were left out.</span>
        </span>
      )}
      {omitted > 0 && (
        <>
          …{" "}
          <button type="button" className="text-start text-xs text-link underline" onClick={() => setShown(shown + step)}>
            Show more ({omitted.toLocaleString("en")} characters left)
          </button>
        </>
      )}
    </span>
  );
}
