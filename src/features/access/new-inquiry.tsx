import { useQuery } from "@tanstack/react-query";
import PlusIcon from "lucide-react/icons/plus";
import { useRef, useState } from "react";
import type { InquiryModel } from "@/api/models";
import { deskSessionQuery } from "@/api/sessions/queries";
import { pageShortcuts } from "@/components/page-shortcuts";
import { creationCapability } from "@/domain/capability";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { strayedKeys } from "@/ui/shortcut-registry";
import { useShortcut, useShortcutKey } from "@/ui/use-shortcuts";
import { useRemedyPlace } from "./access-verdict";
import { CreationForm } from "./creation-form";
import { OpenedPanel } from "./opened-panel";

type NewInquiryProps = {
  accountId: string;
  /** Why there can be none, where the account takes none. */
  impossible: string | undefined;
  /** The inquiry that the verdict of the page is about; null where there is none, so that only a new one can verify the person. */
  judged: InquiryModel | null | undefined;
};

/** A new inquiry for a person: a button, and the panel it opens in the page. `N` opens it. */
export function NewInquiry({ accountId, impossible, judged }: NewInquiryProps) {
  const session = useQuery(deskSessionQuery());
  const remedy = useRemedyPlace(judged?.id ?? "", judged ?? undefined);
  const isRemedy = judged === null || remedy === "new inquiry";
  const [opened, setOpened] = useState<{ strayed: number }>();
  const opener = useRef<HTMLButtonElement>(null);
  const allowed = session.data && creationCapability(session.data);
  const unavailable = impossible ?? (allowed?.allowed === false ? allowed.reason : undefined);
  const show = () => {
    if (unavailable === undefined) setOpened({ strayed: strayedKeys() });
    return { retract: () => setOpened(opened) };
  };
  useShortcut(pageShortcuts.newInquiry, show);
  const shortcutKey = useShortcutKey(pageShortcuts.newInquiry);
  const close = () => {
    setOpened(undefined);
    opener.current?.focus();
  };
  return (
    <section aria-label="New inquiry" className="flex flex-col gap-3">
      <Button
        ref={opener}
        // what it opens has a button of its own that does it
        variant={isRemedy && !opened ? "primary" : "secondary"}
        icon={<PlusIcon />}
        shortcut={shortcutKey}
        aria-expanded={opened !== undefined}
        unavailable={unavailable}
        onClick={() => (opened ? setOpened(undefined) : show())}
      >
        <span className="flex-1 text-start">New inquiry</span>
      </Button>
      {opened && <CreationPanel accountId={accountId} opened={opened} onClose={close} />}
    </section>
  );
}

function CreationPanel({ accountId, opened, onClose }: { accountId: string; opened: { strayed: number }; onClose: () => void }) {
  return (
    <OpenedPanel opened={opened} label="A new inquiry for this person" onClose={onClose}>
      {(enter) => (
        <>
          {enter === "refused" && (
            <Notice role="status" title="Nothing was created: something else was typed here.">
              Use the button, or open this again.
            </Notice>
          )}
          <CreationForm owner={{ accountId }} wasEntered={enter === "kept"} />
          <Button variant="quiet" onClick={onClose}>
            Close
          </Button>
        </>
      )}
    </OpenedPanel>
  );
}
