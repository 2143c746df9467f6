import { useEffect, useRef } from "react";
import { pageShortcuts } from "@/components/page-shortcuts";
import { Button } from "@/ui/button";
import { formatAbsolute } from "@/lib/time";
import { CopyButton, useCopy } from "@/ui/copy-button";
import { Notice } from "@/ui/notice";
import { useNow } from "@/ui/now";
import { useShortcut, useShortcutKey } from "@/ui/use-shortcuts";
import { hasEnded, linkEndsAt, linkValidity } from "./link-life";
import type { IssuedLink } from "./use-restore-access";

type IssuedLinkViewProps = {
  issued: IssuedLink;
  /** Whether the browser took the link into the clipboard; undefined while it is being asked. */
  copied: boolean | undefined;
  /** Makes another one, where this is the place for it. */
  onAgain?: () => void;
};

/** The link, its short form and until when it works. Left open until then, it says so: nobody gets in with what it would copy. */
export function IssuedLinkView(props: IssuedLinkViewProps) {
  return hasEnded(props.issued, useNow()) ? <EndedLink {...props} /> : <WorkingLink {...props} />;
}

function EndedLink({ issued, onAgain }: IssuedLinkViewProps) {
  const ended = linkEndsAt(issued);
  return (
    <div className="flex flex-col gap-3">
      <Notice kind="warning" role="status" title="The link works no more.">
        {ended !== undefined && `It ended ${formatAbsolute(ended)}. `}
        {onAgain ? "If it was not opened by then, make another one." : "If it was not opened by then, open the inquiry for another one."}
      </Notice>
      {onAgain && (
        <Button variant="primary" onClick={onAgain}>
          Another link
        </Button>
      )}
    </div>
  );
}

/** `C` copies it again. */
function WorkingLink({ issued, copied, onAgain }: IssuedLinkViewProps) {
  const { outcome, copy } = useCopy();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  useShortcut(pageShortcuts.copyLink, () => void copy(issued.link));
  const shortcutKey = useShortcutKey(pageShortcuts.copyLink);
  return (
    <div ref={place} tabIndex={-1} className="outline-none flex flex-col gap-3">
      <Notice kind="success" role="status" title={titleOf(copied, shortcutKey)}>
        {issued.resumed && "The inquiry was resumed: it is pending again, and its window is running. "}
        {linkValidity(issued)}
      </Notice>
      <LinkRow label="One-time link" value={issued.link} />
      {issued.shortLink !== "" && <LinkRow label="Short form" value={issued.shortLink} />}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" shortcut={shortcutKey} onClick={() => void copy(issued.link)}>
          {outcome === "copied" ? "Copied" : "Copy link"}
        </Button>
        {onAgain && (
          <Button variant="quiet" onClick={onAgain}>
            Another link
          </Button>
        )}
      </div>
      <p role="status" className="sr-only">
        {outcome === "copied" && "Link copied"}
      </p>
      <p className="text-xs text-ink-muted">
        Whoever holds the link gets in. Send it to the person it is for and nobody else; it is not kept here and is gone when you leave.
      </p>
    </div>
  );
}

function titleOf(copied: boolean | undefined, key: string | undefined): string {
  if (copied === undefined) return "The link is ready.";
  return copied
    ? "The link is in your clipboard."
    : `The link is ready. Your browser did not let us copy it: ${key === undefined ? "use the button" : `press ${key}`}.`;
}

function LinkRow({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <p className="text-xs font-medium text-ink-muted">{label}</p>
      <p className="flex items-start gap-1">
        <code className="min-w-0 flex-1 font-mono text-xs break-all select-all">{value}</code>
        <CopyButton text={value} label={`Copy ${label.toLowerCase()}`} />
      </p>
    </div>
  );
}
