import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { InquiryModel } from "@/api/models";
import { CommandFailure } from "@/components/command-failure";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { copyWhenHere } from "./copy-now";
import { IssuedLinkView } from "./issued-link-view";
import { defaultLinkLife, lifeOf, linkLives } from "./link-life";
import { type IssuedLink, type RestoreListeners, type RestoreState, useRestoreAccess } from "./use-restore-access";

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
  const button = useRef<HTMLButtonElement>(null);
  // what is said about a failure pushes down the button that tries again
  useEffect(() => {
    if (state.phase === "failed") button.current?.scrollIntoView({ block: "nearest" });
  }, [state.phase]);

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
    <form
      ref={form}
      aria-label="Restore access"
      data-advised={isAdvised || undefined}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void restore();
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
      {state.phase === "failed" && <CommandFailure error={state.error} />}
      <Button ref={button} type="submit" variant={isAdvised ? "primary" : "secondary"} busy={state.phase === "running"}>
        {labelOf(state, inquiry.status === "expired")}
      </Button>
    </form>
  );
}

function labelOf({ phase }: RestoreState, needsResume: boolean): string {
  if (phase === "running") return "Restoring access…";
  if (phase === "failed") return "Try again";
  return needsResume ? "Resume and copy a one-time link" : "Copy a one-time link";
}
