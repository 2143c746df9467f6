import type { StageChoice } from "@/features/evidence/evidence-stage";
import type { Picture } from "@/features/evidence/pictures";
import { Checkbox } from "@/ui/choice";
import { IconButton } from "@/ui/icon-button";
import { XIcon } from "@/ui/icons";
import { Select } from "@/ui/select";

type StageToolsProps = {
  pictures: readonly Picture[];
  choice: StageChoice;
  onChoose: (choice: StageChoice) => void;
  /** Present while two pictures are open. */
  lock: { locked: boolean; onChange: (locked: boolean) => void } | undefined;
  onClose: () => void;
};

/** Which pictures are open, beside what, and whether they move together. */
export function StageTools({ pictures, choice, onChoose, lock, onClose }: StageToolsProps) {
  const options = pictures
    .filter((picture) => picture.media !== "file")
    .map((picture) => ({ value: picture.id, label: `${picture.label}, ${picture.source}` }));
  return (
    <div className="mb-2 flex flex-wrap items-end gap-2">
      <Select
        label="Picture"
        className="min-w-0 flex-1 basis-40"
        value={choice.left}
        options={options}
        onChange={(event) => onChoose({ ...choice, left: event.target.value })}
      />
      <Select
        label="Beside it"
        className="min-w-0 flex-1 basis-40"
        value={choice.right ?? ""}
        options={[{ value: "", label: "Nothing" }, ...options]}
        onChange={(event) => onChoose({ left: choice.left, right: event.target.value || undefined })}
      />
      {lock && (
        <Checkbox
          label="Move together"
          checked={lock.locked}
          onChange={(event) => lock.onChange(event.target.checked)}
          className="h-8 items-center"
        />
      )}
      <IconButton label="Close the pictures" onClick={onClose}>
        <XIcon />
      </IconButton>
    </div>
  );
}
