import type { ReactNode } from "react";
import { parseObjectId } from "@/domain/object-id";
import { displayLine } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { IdChip } from "@/ui/id-chip";
import { TextLink } from "@/ui/text-link";

type ObjectLinkProps = {
  id: string;
  /** The words of the link; the shortened id without them. */
  children?: ReactNode;
};

/** A Persona object by its id: a link where the desk has a page for that kind, else the id to copy. */
export function ObjectLink({ id, children }: ObjectLinkProps) {
  const kind = parseObjectId(id)?.kind;
  const shown = children ?? <span className="font-mono text-xs">{middleEllipsis(displayLine(id))}</span>;
  if (kind === "inquiry") {
    return (
      <TextLink to="/inquiries/$inquiryId" params={{ inquiryId: id }} data-tip={id}>
        {shown}
      </TextLink>
    );
  }
  if (kind === "account") {
    return (
      <TextLink to="/accounts/$accountId" params={{ accountId: id }} data-tip={id}>
        {shown}
      </TextLink>
    );
  }
  return children === undefined ? <IdChip id={id} /> : <span data-tip={id}>{children}</span>;
}
