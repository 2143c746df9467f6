import CheckIcon from "lucide-react/icons/check";
import CopyIcon from "lucide-react/icons/copy";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/ui/button";
import type { ButtonVariant } from "@/ui/button-look";
import { IconButton } from "@/ui/icon-button";

const shownFor = 2000;

/** Copies a text and says for two seconds whether it worked. `copy` never throws: a refused clipboard is an outcome. */
export function useCopy(): { outcome: "idle" | "copied" | "refused"; copy: (text: string) => Promise<boolean> } {
  const [outcome, setOutcome] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (outcome === "idle") return;
    const timer = setTimeout(() => setOutcome("idle"), shownFor);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
      return true;
    } catch {
      setOutcome("refused");
      return false;
    }
  };
  return { outcome, copy };
}

export const copyWords = { idle: "", copied: "Copied", refused: "Your browser refused to copy. Select the text instead." };

type CopyButtonProps = {
  text: string;
  /** What is copied, as an action: "Copy link". The name of the small icon. */
  label: string;
  /** Given words make a full button, none a small icon. */
  children?: ReactNode;
  variant?: ButtonVariant;
  shortcut?: string;
};

export function CopyButton({ text, label, children, variant, shortcut }: CopyButtonProps) {
  const { outcome, copy } = useCopy();
  const icon = outcome === "copied" ? <CheckIcon /> : <CopyIcon />;
  return (
    <>
      {children === undefined ? (
        <IconButton size="small" label={outcome === "idle" ? label : copyWords[outcome]} onClick={() => void copy(text)}>
          {icon}
        </IconButton>
      ) : (
        <Button variant={variant} shortcut={shortcut} icon={icon} onClick={() => void copy(text)}>
          {outcome === "copied" ? "Copied" : children}
        </Button>
      )}
      <span aria-live="polite" className="sr-only">
        {copyWords[outcome]}
      </span>
    </>
  );
}
