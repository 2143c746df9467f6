import type { Picture } from "@/features/evidence/pictures";
import { failureWords } from "@/features/evidence/picture-failure";
import type { PicturePair } from "@/features/evidence/picture-pairs";
import type { PictureHealth } from "@/features/evidence/use-picture-health";

type FacePairProps = { pair: PicturePair; health: PictureHealth; onOpen: () => void };

/** The face on the document beside the selfie, large enough to compare without opening anything. */
export function FacePair({ pair: { left, right }, health, onOpen }: FacePairProps) {
  return (
    <button
      type="button"
      aria-label="Look closer at portrait and selfie"
      className="prints group grid max-w-2xl grid-cols-2 gap-2 rounded text-start text-xs"
      onClick={onOpen}
    >
      <Face picture={left} health={health} />
      <Face picture={right} health={health} />
    </button>
  );
}

function Face({ picture, health }: { picture: Picture; health: PictureHealth }) {
  const state = health.stateOf(picture.url);
  return (
    <span className="min-w-0">
      <span className="flex h-64 print:h-40 items-center justify-center overflow-hidden rounded border border-line bg-sunken text-ink-muted group-hover:border-control">
        {state === "fine" ? (
          <img
            src={picture.url}
            alt={`${picture.label}, ${picture.source}`}
            decoding="async"
            referrerPolicy="no-referrer"
            className="size-full object-contain"
            onError={() => health.onError(picture.url)}
            onLoad={() => health.onLoad(picture.url)}
          />
        ) : (
          failureWords[state]
        )}
      </span>
      <span className="mt-0.5 block text-ink-muted group-hover:text-ink">
        {picture.label} · {picture.source}
      </span>
    </span>
  );
}
