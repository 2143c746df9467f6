import MaximizeIcon from "lucide-react/icons/maximize";
import RotateCcwIcon from "lucide-react/icons/rotate-ccw";
import RotateCwIcon from "lucide-react/icons/rotate-cw";
import ZoomInIcon from "lucide-react/icons/zoom-in";
import ZoomOutIcon from "lucide-react/icons/zoom-out";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { IconButton } from "@/ui/icon-button";
import { afterArrow, type ImageView, panned, restingView, turned, zoomed, zoomStep } from "@/ui/image-view-state";
import { useViewerKeys } from "@/ui/image-viewer-keys";

type ImageViewerProps = {
  src: string;
  /** What the picture shows, in words: "Front of the driving licence, attempt 2". */
  alt: string;
  /** Given both, the view belongs to the caller: two viewers with one view have their zoom locked together. */
  view?: ImageView;
  onViewChange?: (view: ImageView) => void;
  /** It could not be loaded: the caller shows what stands in its place. */
  onError: () => void;
  onLoad?: () => void;
  className?: string;
};

/** A picture to look at closely: zoom by wheel, buttons and + −, turn by R and [, move by dragging and arrows, 0 to reset. */
export function ImageViewer({ src, alt, view: givenView, onViewChange, onError, onLoad, className }: ImageViewerProps) {
  const [own, setOwn] = useState({ src, view: restingView });
  const frame = useRef<HTMLDivElement>(null);
  const viewer = useRef<HTMLElement>(null);
  // how one picture was turned says nothing about the next
  const view = givenView ?? (own.src === src ? own.view : restingView);
  const change = (next: ImageView) => (onViewChange ? onViewChange(next) : setOwn({ src, view: next }));
  const size = () => ({ width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 });
  useWheel(frame, (event, point) => change(zoomed(view, event.deltaY < 0 ? zoomStep : 1 / zoomStep, point)));
  useViewerKeys(viewer, view, change);

  return (
    <figure ref={viewer} className={className}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and the pointer move the picture; the buttons below do the same */}
      <section
        ref={frame}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys move the picture, so it must be reachable by them
        tabIndex={0}
        aria-label={`${alt}. Plus and minus zoom, R turns it, arrows move, zero resets.`}
        data-zoomed={view.zoom > 1 || undefined}
        className="[container-type:size] relative aspect-4/3 w-full touch-pan-y overflow-hidden rounded border border-line bg-sunken data-zoomed:cursor-grab data-zoomed:touch-none data-zoomed:active:cursor-grabbing"
        onKeyDown={(event) => {
          const next = event.ctrlKey || event.metaKey || event.altKey ? undefined : afterArrow(view, event.key, size());
          if (!next) return;
          event.preventDefault();
          change(next);
        }}
        onPointerDown={(event) => event.button === 0 && view.zoom > 1 && event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) change(panned(view, event.movementX, event.movementY, size()));
        }}
        onDoubleClick={() => change(view.zoom > 1 ? restingView : zoomed(view, 2.5))}
      >
        <img
          src={src}
          alt={alt}
          draggable={false}
          decoding="async"
          referrerPolicy="no-referrer"
          data-sideways={view.turn % 180 !== 0 || undefined}
          className="absolute top-1/2 left-1/2 h-[100cqh] w-[100cqw] max-w-none object-contain select-none data-sideways:h-[100cqw] data-sideways:w-[100cqh]"
          style={{ transform: `translate(calc(${view.x}px - 50%), calc(${view.y}px - 50%)) rotate(${view.turn}deg) scale(${view.zoom})` }}
          onError={onError}
          onLoad={onLoad}
        />
      </section>
      <ImageTools view={view} onChange={change} />
    </figure>
  );
}

function ImageTools({ view, onChange }: { view: ImageView; onChange: (view: ImageView) => void }) {
  return (
    <div className="mt-1 flex items-center gap-0.5">
      <IconButton size="small" label="Zoom in" onClick={() => onChange(zoomed(view, zoomStep))}>
        <ZoomInIcon />
      </IconButton>
      <IconButton size="small" label="Zoom out" onClick={() => onChange(zoomed(view, 1 / zoomStep))}>
        <ZoomOutIcon />
      </IconButton>
      <IconButton size="small" label="Turn left" onClick={() => onChange(turned(view, -1))}>
        <RotateCcwIcon />
      </IconButton>
      <IconButton size="small" label="Turn right" onClick={() => onChange(turned(view, 1))}>
        <RotateCwIcon />
      </IconButton>
      <IconButton size="small" label="Reset the view" onClick={() => onChange(restingView)}>
        <MaximizeIcon />
      </IconButton>
      <output className="ml-1 text-xs text-ink-muted tabular-nums">{Math.round(view.zoom * 100)} %</output>
    </div>
  );
}

/** Ctrl and the wheel, or a pinch on a touchpad, as in maps: a plain wheel goes on scrolling the page. */
function useWheel(frame: RefObject<HTMLElement | null>, onZoom: (event: WheelEvent, point: { x: number; y: number }) => void) {
  const zoom = useEffectEvent(onZoom);
  useEffect(() => {
    const node = frame.current;
    if (!node) return;
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== node) return;
      event.preventDefault();
      const box = node.getBoundingClientRect();
      zoom(event, { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 });
    };
    // React listens passively, and a passive listener cannot keep the page from scrolling.
    node.addEventListener("wheel", listen, { passive: false });
    return () => node.removeEventListener("wheel", listen);
  }, [frame]);
}
