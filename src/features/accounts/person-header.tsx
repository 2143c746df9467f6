import EraserIcon from "lucide-react/icons/eraser";
import TriangleAlertIcon from "lucide-react/icons/triangle-alert";
import type { AccountModel } from "@/api/models";
import { PageHeader, titleOf } from "@/components/page-header";
import { Veiled } from "@/components/veiled";
import { RedactedBadge } from "@/components/inquiry-status-badge";
import { isRedacted } from "@/domain/inquiry-status";
import { personName } from "@/domain/fields";
import { adviseReferenceId } from "@/domain/reference-id";
import { displayValue } from "@/lib/display-text";
import { readText } from "@/lib/read";
import { Badge } from "@/ui/badge";
import { IdChip } from "@/ui/id-chip";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";

type PersonHeaderProps = { account: AccountModel; archivedAt: string | undefined };

/** What all accounts are, and all begin with, says nothing of this one. */
function telling(value: string | null): string | undefined {
  const text = displayValue(value, "", 60);
  return text === "" || /^(user|default|none)$/i.test(text) ? undefined : text;
}

/** Who this is: the company's own ID of the person, and their name behind a veil. */
export function PersonHeader({ account, archivedAt }: PersonHeaderProps) {
  const referenceId = readText(account.referenceId);
  const name = personName(account.fields);
  const type = telling(account.accountTypeName);
  const status = telling(account.accountStatus);
  const [warning] = referenceId === undefined ? [] : adviseReferenceId(referenceId);
  return (
    <PageHeader
      documentTitle={titleOf("Person", account.id)}
      eyebrow={<TextLink to="/accounts">People</TextLink>}
      title={<bdi>{displayValue(referenceId, "No reference ID")}</bdi>}
      badges={
        <>
          {name !== undefined && (
            <Veiled what="name" panel="Header">
              <bdi className="text-md break-words">{name}</bdi>
            </Veiled>
          )}
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
          {type && <bdi>{type}</bdi>}
          {status && (
            <span>
              Status: <bdi>{status}</bdi>
            </span>
          )}
          <span>
            Account created <Time value={account.createdAt} />
          </span>
        </>
      }
    />
  );
}
