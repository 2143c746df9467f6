import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { InquiryModel } from "@/api/models";
import { WriteForm } from "@/components/write-form";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { copyWhenHere } from "./copy-now";
import { IssuedLinkView } from "./issued-link-view";
import { defaultLinkLife, lifeOf, linkLives } from "./link-life";
import { type IssuedLink, type RestoreListeners, useRestoreAccess } from "./use-restore-access";

type RestoreFormProps = RestoreListeners & {
  inquiry: InquiryModel;
  /** Whether a link is the remedy; else it goes against the advice, and its button is not the first. */
  isAdvised: boolean;
  warning: readonly (string | null | undefined)[];
  /** Enter was pressed before this was here. */
  wasEntered: boolean;
  onIssued: (issued: IssuedLink | undefined) => void;
};

/** One action: the inquiry is resumed where needed, and the link goes straight into the clipboard. */
export function RestoreForm({ inquiry, isAdvised, warning, wasEntered, onIssued, ...listeners }: RestoreFormProps) {
  const { state, run, startOver } = useRestoreAccess(inquiry, listeners);
  const [life, setLife] = useState(defaultLinkLife);
  const [copied, setCopied] = useState<boolean>();
  const form = useRef<HTMLFormElement>(null);
  const restore = async () => {
    const coming = run(lifeOf(life)?.seconds);
    const copying = copyWhenHere(coming.then((issued) => issued?.link));
    const issued = await coming;
    if (!issued) return;
    onIssued(issued);
    setCopied(await copying);
  };
  const warnings = warning.filter((sentence) => sentence !== null && sentence !== undefined);
  // what is warned of must be read before anything is done
  const mustRead = wasEntered && warnings.length > 0;
  const begin = useEffectEvent(() => {
    if (wasEntered && !mustRead) form.current?.requestSubmit();
  });
  useEffect(() => begin(), []);
  const startAgain = () => {
    onIssued(undefined);
    startOver();
  };
  if (state.issued) return <IssuedLinkView issued={state.issued} copied={copied} onAgain={startAgain} />;
  return (
    <WriteForm
      ref={form}
      label="Restore access"
      error={state.error}
      busy={state.phase === "running"}
      isCommand
      data-advised={isAdvised || undefined}
      onSubmit={restore}
      send={{
        label: inquiry.status === "expired" ? "Resume and copy a one-time link" : "Copy a one-time link",
        busyLabel: "Restoring access…",
        retryLabel: "Try again",
        variant: isAdvised ? "primary" : "secondary",
        className: "flex-1",
      }}
    >
      {mustRead && state.phase === "idle" && (
        <Notice kind="warning" role="alert" title="Nothing was copied yet.">
          Read this first, then press Enter.
        </Notice>
      )}
      {warnings.map((sentence) => (
        <Notice key={sentence} kind="warning">
          {sentence}
        </Notice>
      ))}
      <Select label="The link works for" options={linkLives} value={life} onChange={(event) => setLife(event.target.value)} />
    </WriteForm>
  );
}
