import CheckIcon from "lucide-react/icons/check";
import CopyIcon from "lucide-react/icons/copy";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/ui/button";
import type { ButtonVariant } from "@/ui/button-look";
import { IconButton } from "@/ui/icon-button";

/** How long what became of it is said, ms. What to do now takes longer to read. */
const shownFor = { copied: 2_000, refused: 10_000 };

/** Copies a text and says for a moment whether it worked. `copy` never throws: a refused clipboard is an outcome. */
export function useCopy(): { outcome: "idle" | "copied" | "refused"; copy: (text: string) => Promise<boolean> } {
  const [outcome, setOutcome] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (outcome === "idle") return;
    const timer = setTimeout(() => setOutcome("idle"), shownFor[outcome]);
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
  /** What to do where the browser refuses, for a text that stands nowhere. */
  refused?: string;
};

export function CopyButton({ text, label, children, variant, shortcut, refused = copyWords.refused }: CopyButtonProps) {
  const { outcome, copy } = useCopy();
  const words = outcome === "refused" ? refused : copyWords[outcome];
  const icon = outcome === "copied" ? <CheckIcon /> : <CopyIcon />;
  return (
    <>
      {children === undefined ? (
        <IconButton size="small" label={words || label} onClick={() => void copy(text)}>
          {icon}
        </IconButton>
      ) : (
        <Button variant={variant} shortcut={shortcut} icon={icon} onClick={() => void copy(text)}>
          {outcome === "idle" ? children : outcome === "copied" ? "Copied" : "Not copied"}
        </Button>
      )}
      {/* a small icon has no room for it: its tooltip says so */}
      <span
        aria-live="polite"
        data-tone="red"
        className={outcome === "refused" && children !== undefined ? "ms-2 text-sm text-tone-text" : "sr-only"}
      >
        {words}
      </span>
    </>
  );
}
