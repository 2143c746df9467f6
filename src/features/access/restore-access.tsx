import LinkIcon from "lucide-react/icons/link";
import { useRef, useState } from "react";
import { pageShortcuts } from "@/components/page-shortcuts";
import type { InquiryFacts } from "@/domain/facts";
import { Button } from "@/ui/button";
import { strayedKeys } from "@/ui/shortcut-registry";
import { useShortcut, useShortcutKey } from "@/ui/use-shortcuts";
import { AccessPanel } from "./access-panel";
import { useRemedyPlace } from "./access-verdict";

type RestoreAccessProps = {
  inquiryId: string;
  /** The inquiry, where the verdict of the page is about it: whoever reads that the user is locked out sees what to do. */
  judged: InquiryFacts | undefined;
  /** The page has a button of its own for a new inquiry; else this panel is the way to that remedy too. */
  isBesideNew?: boolean;
};

/** Why the user cannot get on, and the way back in: a button, and the panel it opens in the page (never over it). `L` opens it. */
export function RestoreAccess({ inquiryId, judged, isBesideNew = false }: RestoreAccessProps) {
  // for which inquiry, and how much text had gone astray by then: Enter copies only while it is no more
  const [open, setOpen] = useState<{ inquiryId: string; strayed: number }>();
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(undefined);
    opener.current?.focus();
  };
  const show = () => {
    // what is open already stays about what it is about
    if (open) setOpen({ ...open, strayed: strayedKeys() });
    else setOpen({ inquiryId, strayed: strayedKeys() });
    return { retract: () => setOpen(open) };
  };
  const newer =
    open && open.inquiryId !== inquiryId ? { inquiryId, onSwitch: () => setOpen({ inquiryId, strayed: strayedKeys() }) } : undefined;
  const remedy = useRemedyPlace(inquiryId, judged);
  const isRemedy = remedy === "access" || (remedy === "new inquiry" && !isBesideNew);
  useShortcut(pageShortcuts.restoreAccess, show);
  const shortcutKey = useShortcutKey(pageShortcuts.restoreAccess);
  return (
    <section aria-label="Access" className="flex flex-col gap-3">
      <Button
        ref={opener}
        // what it opens has a button of its own that does it
        variant={isRemedy && !open ? "primary" : "secondary"}
        icon={<LinkIcon />}
        shortcut={shortcutKey}
        aria-expanded={open !== undefined}
        onClick={() => (open ? setOpen(undefined) : show())}
      >
        <span className="flex-1 text-start">Restore access</span>
      </Button>
      {open && <AccessPanel key={open.inquiryId} opened={open} newer={newer} onClose={close} />}
    </section>
  );
}
