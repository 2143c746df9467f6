import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Picture } from "@/features/evidence/pictures";
import { StagePicture } from "@/features/evidence/stage-picture";
import { type StageChoice, StageTools } from "@/features/evidence/stage-tools";
import type { PictureHealth } from "@/features/evidence/use-picture-health";
import { type ImageView, restingView } from "@/ui/image-view-state";
import { useFocusReturn } from "@/ui/use-focus-return";

type EvidenceStageProps = {
  pictures: readonly Picture[];
  choice: StageChoice;
  onChoose: (choice: StageChoice) => void;
  onClose: () => void;
  health: PictureHealth;
};

/** One picture, or two side by side with one zoom, turn and position for both until they are unlocked. */
export function EvidenceStage({ pictures, choice, onChoose, onClose, health }: EvidenceStageProps) {
  const [locked, setLocked] = useState(true);
  const [moved, setMoved] = useState({ choice, view: restingView });
  const stage = useRef<HTMLElement>(null);
  useFocusReturn(stage);
  useEffect(() => {
    stage.current?.scrollIntoView({ block: "nearest" });
  }, [choice]);
  const [left, right] = [choice.left, choice.right].map((id) => pictures.find((picture) => picture.id === id));
  if (!left) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    // Keys that moved the picture are used up; at rest the arrows have nothing to move, so they go from picture to picture.
    if (event.defaultPrevented || !(event.target instanceof HTMLElement) || event.target.tagName === "SELECT") return;
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = step === 0 ? undefined : pictures[pictures.indexOf(left) + step];
    if (next) onChoose({ ...choice, left: next.id });
  };
  // how one pair was turned says nothing about the next
  const view = moved.choice === choice ? moved.view : restingView;
  const shared = right && locked ? { view, onViewChange: (next: ImageView) => setMoved({ choice, view: next }) } : undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on the controls inside arrive here
    <section ref={stage} aria-label="Pictures" className="rounded border border-line p-2 print:hidden" onKeyDown={onKeyDown}>
      <StageTools
        pictures={pictures}
        choice={choice}
        onChoose={onChoose}
        lock={right ? { locked, onChange: setLocked } : undefined}
        onClose={onClose}
      />
      <div className={right ? "grid gap-2 sm:grid-cols-2" : undefined}>
        <StagePicture picture={left} shared={shared} health={health} />
        {right && <StagePicture picture={right} shared={shared} health={health} />}
      </div>
    </section>
  );
}
