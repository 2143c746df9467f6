import XIcon from "lucide-react/icons/x";
import { displayLine } from "@/lib/display-text";
import { IconButton } from "@/ui/icon-button";

type TagChipProps = { tag: string; refusal: string | undefined; onRemove: () => void };

/** One tag; the cross is absent for who may not use it, and the reason stands at the field below. */
export function TagChip({ tag, refusal, onRemove }: TagChipProps) {
  const shown = displayLine(tag, 60);
  return (
    <span className="inline-flex h-6 max-w-full items-center rounded border border-line bg-sunken ps-2 pe-0.5 text-xs">
      <bdi className="truncate pe-1.5" data-tip={shown === tag ? undefined : displayLine(tag, 300)}>
        {shown}
      </bdi>
      {refusal === undefined && (
        <IconButton size="small" label={`Remove tag ${shown}`} className="size-5" onClick={onRemove}>
          <XIcon className="size-3" />
        </IconButton>
      )}
    </span>
  );
}
