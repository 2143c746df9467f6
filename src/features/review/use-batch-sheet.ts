import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import type { Batch, BatchItem } from "@/api/batches/writes";
import { deskSessionQuery } from "@/api/sessions/queries";
import { pageShortcuts } from "@/components/page-shortcuts";
import { isSnooze } from "@/domain/batch-action";
import { rolesFor } from "@/domain/capability";
import { knownRole, type Viewer } from "@/domain/viewer";
import type { Opened, ShortcutDefinition } from "@/ui/shortcut-definition";
import { useShortcut } from "@/ui/use-shortcuts";
import { actionLabel } from "./batch-words";
import { reviewSelectionOf, type SelectedRow } from "./review-selection";

type Sheet = { readonly action: Batch["action"]; readonly rows: readonly SelectedRow[] };

/** The sheet in which somebody looks over what they are about to decide for all that is selected, and the keys that open it. */
export function useBatchSheet() {
  const selection = reviewSelectionOf(useQueryClient());
  const selected = useSyncExternalStore(selection.subscribe, selection.all);
  const viewer = useQuery(deskSessionQuery()).data;
  const [sheet, setSheet] = useState<Sheet>();
  const open = (action: Batch["action"]): Opened => {
    setSheet({ action, rows: [...selected.values()] });
    return { retract: () => setSheet(undefined) };
  };
  const enabled = selected.size > 0 && sheet === undefined;
  useBatchShortcut(pageShortcuts.approve, "approve", { open, enabled, viewer });
  useBatchShortcut(pageShortcuts.decline, "decline", { open, enabled, viewer });
  useBatchShortcut(pageShortcuts.markForReview, "markForReview", { open, enabled, viewer });
  useBatchShortcut(pageShortcuts.postpone, "snooze", { open, enabled, viewer });
  return {
    sheet,
    open,
    /** Why the person can't do it to any; undefined where they can. */
    refusal: (action: Batch["action"]) => refusalOf(action, viewer),
    close: () => setSheet(undefined),
    /** What was given to the server is selected no more. */
    taken() {
      setSheet(undefined);
      selection.clear();
    },
    tryAgain: (action: Batch["action"], items: readonly BatchItem[]) =>
      setSheet({ action, rows: items.map(({ inquiryId, referenceId }) => ({ id: inquiryId, referenceId })) }),
  };
}

type Opening = {
  readonly open: (action: Batch["action"]) => Opened;
  readonly enabled: boolean;
  readonly viewer: Viewer | undefined;
};

function useBatchShortcut(definition: ShortcutDefinition, action: Batch["action"], { open, enabled, viewer }: Opening): void {
  const unavailable = refusalOf(action, viewer);
  const run = () => (unavailable === undefined ? open(action) : undefined);
  useShortcut(definition, run, { enabled, label: `${actionLabel(action)} what is selected`, unavailable });
}

function refusalOf(action: Batch["action"], viewer: Viewer | undefined): string | undefined {
  const role = viewer && knownRole(viewer);
  if (role === undefined) return "Finding out what you may do";
  const isFor = isSnooze(action) ? role !== "auditor" : rolesFor(action).includes(role);
  return isFor ? undefined : "Your role does not decide";
}
