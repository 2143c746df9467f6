import ExternalLinkIcon from "lucide-react/icons/external-link";
import type { ReactNode } from "react";

/** A link to somebody else's page: it learns nothing of where it was followed from. Without an address, the words alone. */
export function OutsideLink({ url, children }: { url: string | undefined; children: ReactNode }) {
  if (url === undefined) return <bdi>{children}</bdi>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className="rounded-sm text-link underline decoration-current/30 underline-offset-2"
    >
      <bdi>{children}</bdi>
      <ExternalLinkIcon className="ms-1 inline size-3 align-baseline print:hidden" />
      <span className="sr-only"> (opens another site)</span>
    </a>
  );
}
