import type { RefObject } from "react";
import type { Opened, ShortcutDefinition } from "@/ui/shortcut-definition";
import { type ImageView, restingView, turned, zoomed, zoomStep } from "@/ui/image-view-state";
import { useShortcut } from "@/ui/use-shortcuts";

const group = "Pictures";

/** The keys of a picture. They are its own while the focus is in its viewer, and nothing anywhere else. */
export const viewerShortcuts = {
  turnRight: { id: "viewer.turnRight", keys: "r", aliases: ["]"], label: "Turn right", group, kind: "moves" },
  turnLeft: { id: "viewer.turnLeft", keys: "[", label: "Turn left", group, kind: "moves" },
  zoomIn: { id: "viewer.zoomIn", keys: "+", aliases: ["="], label: "Zoom in", group, kind: "moves", repeats: true },
  zoomOut: { id: "viewer.zoomOut", keys: "-", aliases: ["_"], label: "Zoom out", group, kind: "moves", repeats: true },
  reset: { id: "viewer.reset", keys: "0", label: "Reset the view", group, kind: "moves" },
} as const satisfies Record<string, ShortcutDefinition>;

/** Binds the keys of a picture to its viewer. */
export function useViewerKeys(within: RefObject<Element | null>, view: ImageView, change: (next: ImageView) => void): void {
  const to = (next: ImageView): Opened => {
    change(next);
    return { retract: () => change(view) };
  };
  useShortcut(viewerShortcuts.turnRight, () => to(turned(view, 1)), { within });
  useShortcut(viewerShortcuts.turnLeft, () => to(turned(view, -1)), { within });
  useShortcut(viewerShortcuts.zoomIn, () => to(zoomed(view, zoomStep)), { within });
  useShortcut(viewerShortcuts.zoomOut, () => to(zoomed(view, 1 / zoomStep)), { within });
  useShortcut(viewerShortcuts.reset, () => to(restingView), { within });
}
