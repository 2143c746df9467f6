import { pageShortcuts, reasonShortcuts } from "@/components/page-shortcuts";
import { shortcuts } from "@/components/shortcut-list";
import { viewerShortcuts } from "@/ui/image-viewer-keys";
import type { ShortcutDefinition } from "@/ui/shortcut-definition";
import { rowShortcuts } from "@/ui/use-row-keys";

/** Every shortcut there is, on screen or not, in the order they are listed in. */
export const allShortcuts: readonly ShortcutDefinition[] = [
  ...Object.values(shortcuts),
  ...Object.values(pageShortcuts),
  ...reasonShortcuts,
  ...Object.values(rowShortcuts),
  ...Object.values(viewerShortcuts),
];
