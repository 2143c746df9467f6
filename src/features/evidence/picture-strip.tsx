import { clsx } from "clsx";
import CircleAlertIcon from "lucide-react/icons/circle-alert";
import ExternalLinkIcon from "lucide-react/icons/external-link";
import { failureWords } from "@/features/evidence/picture-failure";
import type { StageChoice } from "@/features/evidence/stage-tools";
import type { Picture, PictureSet } from "@/features/evidence/pictures";
import type { PictureHealth } from "@/features/evidence/use-picture-health";

type PictureStripProps = {
  sets: readonly PictureSet[];
  choice: StageChoice | undefined;
  health: PictureHealth;
  onOpen: (picture: Picture) => void;
};

/** Small pictures under the name of what they belong to; a click opens one below. */
export function PictureStrip({ sets, choice, health, onOpen }: PictureStripProps) {
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-2">
      {sets.map((set) => (
        <div key={set.source} role="group" aria-label={set.source} className="min-w-0">
          <p className="mb-1 text-xs text-ink-muted">{set.source}</p>
          <ul className="flex flex-wrap gap-2">
            {set.pictures.map((picture) => (
              <li key={picture.id}>
                <Thumbnail
                  picture={picture}
                  tall={set.kind === "selfie" || /portrait/i.test(picture.label)}
                  isOpen={choice?.left === picture.id || choice?.right === picture.id}
                  health={health}
                  onOpen={() => onOpen(picture)}
                />
              </li>
            ))}
            {set.missing.map((side) => (
              <li key={side} className="text-xs text-ink-muted">
                <span className={clsx(frame, "w-24 border-dashed border-control")}>No {side}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

const frame = "flex h-18 items-center justify-center overflow-hidden rounded border bg-sunken text-xs text-ink-muted";

type ThumbnailProps = {
  picture: Picture;
  /** Pictures of faces stand upright. */ tall: boolean;
  isOpen: boolean;
  health: PictureHealth;
  onOpen: () => void;
};

function Thumbnail({ picture, tall, isOpen, health, onOpen }: ThumbnailProps) {
  const state = health.stateOf(picture.url);
  const name = `${picture.label}, ${picture.source}`;
  if (picture.media === "file") {
    return (
      <a href={picture.url} target="_blank" rel="noreferrer" className="block rounded text-xs text-link">
        <span className={clsx(frame, "w-24 gap-1 border-line")}>
          <ExternalLinkIcon className="size-4" />
          Open the file
        </span>
        <span className="mt-0.5 block">{picture.label}</span>
        <span className="sr-only">of {picture.source}, in a new tab</span>
      </a>
    );
  }
  return (
    <button
      type="button"
      aria-pressed={isOpen}
      aria-label={`Look at: ${name}`}
      className="prints group block rounded text-start text-xs"
      onClick={onOpen}
    >
      <span className={clsx(frame, tall ? "w-14" : "w-24", "border-line group-hover:border-control group-aria-pressed:border-accent")}>
        {picture.media === "video" ? (
          "Video"
        ) : state !== "fine" ? (
          <span className="flex flex-col items-center gap-1 text-center">
            {state !== "renewing" && <CircleAlertIcon />}
            {failureWords[state]}
          </span>
        ) : (
          <img
            src={picture.url}
            alt=""
            loading="lazy"
            decoding="async"
            referrerPolicy="no-referrer"
            className="size-full object-contain"
            onError={() => health.onError(picture.url)}
            onLoad={() => health.onLoad(picture.url)}
          />
        )}
      </span>
      <span className="mt-0.5 block text-ink-muted group-hover:text-ink group-aria-pressed:font-medium group-aria-pressed:text-ink">
        {picture.label}
      </span>
    </button>
  );
}
