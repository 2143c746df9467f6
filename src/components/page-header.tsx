import { useEffect, type ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** The title of the browser tab. Never personal data: say what kind of page it is. */
  documentTitle: string;
  /** Above the title: what kind of thing this is, or the way back. */
  eyebrow?: ReactNode;
  /** Beside the title: badges. */
  badges?: ReactNode;
  /** Under the title: ids, times, one line of facts. */
  meta?: ReactNode;
  actions?: ReactNode;
};

/** The head of every page: its one h1, and what can be done with the whole of it. */
export function PageHeader({ title, documentTitle, eyebrow, badges, meta, actions }: PageHeaderProps) {
  useDocumentTitle(documentTitle);
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-48">
        {eyebrow !== undefined && <p className="mb-0.5 text-xs text-ink-muted">{eyebrow}</p>}
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h1 className="-my-1 min-w-0 overflow-y-clip py-1 text-lg font-semibold tracking-tight break-words">{title}</h1>
          {badges}
        </div>
        {meta !== undefined && <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-ink-muted">{meta}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** Names the browser tab for as long as the page is shown. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Inquiry Desk`;
  }, [title]);
}

/** "Inquiry 4Zp1": tells the tabs of several objects apart by the end of their IDs, as lists shorten them. */
export const titleOf = (kind: string, id: string): string => `${kind} ${/[A-Za-z0-9]{1,4}$/.exec(id)?.[0] ?? ""}`.trim();
