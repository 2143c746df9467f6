import CircleAlertIcon from "lucide-react/icons/circle-alert";
import type { Picture } from "@/features/evidence/pictures";
import { failureWords } from "@/features/evidence/picture-failure";
import type { PictureHealth } from "@/features/evidence/use-picture-health";
import { EmptyState } from "@/ui/empty-state";
import type { ImageView } from "@/ui/image-view-state";
import { late } from "@/ui/late";
import { Skeleton } from "@/ui/skeleton";

/** Its code is fetched when the first picture is opened. */
const ImageViewer = late(async () => (await import("@/ui/image-viewer")).ImageViewer);

type StagePictureProps = {
  picture: Picture;
  health: PictureHealth;
  /** Without one the picture moves on its own. */ shared?: { view: ImageView; onViewChange: (view: ImageView) => void };
};

/** One picture or video, large. */
export function StagePicture({ picture, health, shared }: StagePictureProps) {
  const words = `${picture.label}, ${picture.source}`;
  const state = health.stateOf(picture.url);
  if (state !== "fine") {
    return (
      <EmptyState title={failureWords[state]} icon={CircleAlertIcon}>
        {words}
      </EmptyState>
    );
  }
  if (picture.media === "video") {
    return (
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- Persona records no captions
      <video
        src={picture.url}
        controls
        preload="metadata"
        className="aspect-4/3 w-full rounded bg-sunken"
        aria-label={words}
        onError={() => health.onError(picture.url)}
        onLoadedMetadata={() => health.onLoad(picture.url)}
      />
    );
  }
  return (
    <ImageViewer
      src={picture.url}
      alt={words}
      onError={() => health.onError(picture.url)}
      onLoad={() => health.onLoad(picture.url)}
      {...shared}
      fallback={<Skeleton className="aspect-4/3 w-full" />}
      instead={<p className="p-3">The viewer can't be loaded now.</p>}
    />
  );
}
