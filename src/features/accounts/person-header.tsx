import type { AccountModel } from "@/api/models";
import { PageHeader, titleOf } from "@/components/page-header";
import { RedactedBadge } from "@/components/inquiry-status-badge";
import { isRedacted } from "@/domain/inquiry-status";
import { adviseReferenceId } from "@/domain/reference-id";
import { displayValue } from "@/lib/display-text";
import { readText } from "@/lib/read";
import { Badge } from "@/ui/badge";
import { EraserIcon, TriangleAlertIcon } from "@/ui/icons";
import { IdChip } from "@/ui/id-chip";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";

type PersonHeaderProps = { account: AccountModel; archivedAt: string | undefined };

/** Who this is: the company's own ID of the person, never the name, which stays behind its veil. */
export function PersonHeader({ account, archivedAt }: PersonHeaderProps) {
  const referenceId = readText(account.referenceId);
  const [warning] = referenceId === undefined ? [] : adviseReferenceId(referenceId);
  return (
    <PageHeader
      documentTitle={titleOf("Person", account.id)}
      eyebrow={<TextLink to="/accounts">People</TextLink>}
      title={<bdi>{displayValue(referenceId, "No reference ID")}</bdi>}
      badges={
        <>
          {isRedacted(account) && <RedactedBadge />}
          {archivedAt !== undefined && (
            <Badge tone="hatched" icon={EraserIcon} tip="It was consolidated into another account. No inquiry can be added to it.">
              Archived
            </Badge>
          )}
          {warning && (
            <Badge tone="amber" icon={TriangleAlertIcon} tip={warning.sentence}>
              Reference ID looks like {warning.concern === "e-mail address" ? "an" : "a"} {warning.concern}
            </Badge>
          )}
        </>
      }
      meta={
        <>
          <IdChip id={account.id} className="-ms-1" />
          <span>{displayValue(account.accountTypeName, "Unknown type", 60)}</span>
          <span>Status: {displayValue(account.accountStatus, "none", 60)}</span>
          <span>
            Created <Time value={account.createdAt} />
          </span>
        </>
      }
    />
  );
}
