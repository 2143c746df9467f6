import XIcon from "lucide-react/icons/x";
import type { Picture } from "@/features/evidence/pictures";
import { Checkbox } from "@/ui/checkbox";
import { IconButton } from "@/ui/icon-button";
import { Select } from "@/ui/select";

/** The ids of the pictures that are open. */
export type StageChoice = { readonly left: string; readonly right?: string };

type StageToolsProps = {
  pictures: readonly Picture[];
  choice: StageChoice;
  onChoose: (choice: StageChoice) => void;
  /** Present while two pictures are open. */
  lock: { locked: boolean; onChange: (locked: boolean) => void } | undefined;
  onClose: () => void;
};

/** Which picture is open, beside which other, and whether the two move together. */
export function StageTools({ pictures, choice, onChoose, lock, onClose }: StageToolsProps) {
  const options = pictures
    .filter((picture) => picture.media !== "file")
    .map((picture) => ({ value: picture.id, label: `${picture.label}, ${picture.source}` }));
  return (
    <>
      <div className="mb-1 flex min-h-8 items-center justify-between gap-2 ps-1">
        {lock ? (
          <Checkbox label="Sync zoom" checked={lock.locked} onChange={(event) => lock.onChange(event.target.checked)} />
        ) : (
          <p className="text-xs text-ink-muted">Choose another to see both side by side.</p>
        )}
        <IconButton label="Close the pictures" onClick={onClose}>
          <XIcon />
        </IconButton>
      </div>
      <div className="mb-2 grid gap-2 sm:grid-cols-2">
        <Select
          label="Picture"
          hideLabel
          value={choice.left}
          options={options}
          onChange={(event) => onChoose({ ...choice, left: event.target.value })}
        />
        <Select
          label="Picture beside it"
          hideLabel
          value={choice.right ?? ""}
          options={[{ value: "", label: "None" }, ...options]}
          onChange={(event) => onChoose({ left: choice.left, right: event.target.value || undefined })}
        />
      </div>
    </>
  );
}
