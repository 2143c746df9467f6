import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Picture } from "@/features/evidence/pictures";
import { StageTools } from "@/features/evidence/stage-tools";
import { Button } from "@/ui/button";
import { type ImageView, restingView } from "@/ui/image-view-state";
import { Skeleton } from "@/ui/skeleton";

/** Its code is fetched when the first picture is opened. */
const ImageViewer = lazy(async () => ({ default: (await import("@/ui/image-viewer")).ImageViewer }));

/** The ids of the pictures that are open. */
export type StageChoice = { readonly left: string; readonly right?: string };

type EvidenceStageProps = {
  pictures: readonly Picture[];
  choice: StageChoice;
  onChoose: (choice: StageChoice) => void;
  onClose: () => void;
  onReload: () => void;
};

/** One picture, or two side by side with one zoom, turn and position for both until they are unlocked. */
export function EvidenceStage({ pictures, choice, onChoose, onClose, onReload }: EvidenceStageProps) {
  const [locked, setLocked] = useState(true);
  const [view, setView] = useState<ImageView>(restingView);
  const stage = useRef<HTMLElement>(null);
  useEffect(() => {
    stage.current?.scrollIntoView({ block: "nearest" });
  }, [choice]);
  const [left, right] = [choice.left, choice.right].map((id) => pictures.find((picture) => picture.id === id));
  if (!left) return null;
  const step = (direction: 1 | -1) => {
    const next = pictures[pictures.indexOf(left) + direction];
    if (next) onChoose({ ...choice, left: next.id });
  };
  const shared = right && locked ? { view, onViewChange: setView } : {};
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on the pictures inside arrive here; the tools do the same
    <section
      ref={stage}
      aria-label="Pictures"
      className="rounded border border-line p-2 print:hidden"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
        // At rest the arrows have nothing to move, so they go from picture to picture.
        else if (!event.defaultPrevented && event.target instanceof HTMLElement && event.target.tagName === "SECTION") {
          if (event.key === "ArrowRight") step(1);
          if (event.key === "ArrowLeft") step(-1);
        }
      }}
    >
      <StageTools
        pictures={pictures}
        choice={choice}
        onChoose={(next) => {
          setView(restingView);
          onChoose(next);
        }}
        lock={right ? { locked, onChange: setLocked } : undefined}
        onClose={onClose}
      />
      <div className="grid gap-2 data-pair:sm:grid-cols-2" data-pair={right ? "" : undefined}>
        {[left, right].map(
          (picture, index) =>
            picture && (
              <figure key={index} className="min-w-0">
                <figcaption className="mb-1 truncate text-xs text-ink-muted">
                  <span className="font-medium text-ink">{picture.label}</span> · {picture.source}
                </figcaption>
                <Suspense fallback={<Skeleton className="aspect-4/3 w-full" />}>
                  {picture.media === "video" ? (
                    // oxlint-disable-next-line jsx-a11y/media-has-caption -- Persona records no captions
                    <video
                      src={picture.url}
                      controls
                      preload="metadata"
                      className="aspect-4/3 w-full bg-sunken"
                      aria-label={`${picture.label}, ${picture.source}`}
                    />
                  ) : (
                    <ImageViewer src={picture.url} alt={`${picture.label}, ${picture.source}`} {...shared} />
                  )}
                </Suspense>
              </figure>
            ),
        )}
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-2 text-xs text-ink-muted">
        Links to files end after some hours.
        <Button size="small" variant="quiet" onClick={onReload}>
          Get fresh links
        </Button>
      </p>
    </section>
  );
}
