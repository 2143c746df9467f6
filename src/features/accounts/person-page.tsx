import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { AccountModel, InquiryModel } from "@/api/models";
import type { AccountArchival } from "@/api/events/queries";
import type { InquiryPage } from "@/api/inquiry-lists/queries";
import type { InquiryTemplates } from "@/api/inquiry-templates/queries";
import type { AccountReports } from "@/api/reports/queries";
import { Page } from "@/components/page";
import { matchSentences } from "@/domain/reports/report-match";
import { standing } from "@/domain/standing";
import { displayLine } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { count } from "@/lib/words";
import { Notice } from "@/ui/notice";
import { useNow } from "@/ui/now";
import { Skeleton } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { AccountFields } from "./account-fields";
import { inquiryToRestore } from "./inquiry-to-restore";
import { OtherTemplates } from "./other-templates";
import { PersonHeader } from "./person-header";
import { PersonInquiries } from "./person-inquiries";
import { PersonVerdict } from "./person-verdict";

type PersonPageProps = {
  account: AccountModel;
  /** What was asked about them, failures included: the route asks, once, and knows when there is enough to show. */
  answers: {
    inquiries: UseQueryResult<InquiryPage>;
    archival: UseQueryResult<AccountArchival>;
    reports: UseQueryResult<AccountReports>;
    templates: UseQueryResult<InquiryTemplates>;
  };
  tags: (account: AccountModel) => ReactNode;
  reports: (account: AccountModel) => ReactNode;
  /** What lets the user back in, for the inquiry it is about; whether the verdict is about the same. */
  access: (inquiry: InquiryModel, isJudged: boolean) => ReactNode;
  /** What creates another inquiry, or why the account takes none; with the inquiry that the verdict is about, null where none counts. */
  create: (impossible: string | undefined, judged: InquiryModel | null | undefined) => ReactNode;
  /** Who acts next on the inquiry that counts; the words go by its status alone. */
  next: (inquiry: InquiryModel, words: string) => ReactNode;
  /** Why the user can't get on in it, where they can't. */
  why: (inquiry: InquiryModel) => ReactNode;
};

function caveatOf({ inquiries, next, strangers }: InquiryPage): string | undefined {
  if (strangers > 0) {
    const others = count(strangers, "inquiry", "inquiries");
    return `Persona answered with ${others} of other people, left out here. There may be more of this person's than these ${inquiries.length}.`;
  }
  return next ? `Based on the newest ${inquiries.length} inquiries; there are more.` : undefined;
}

/** Why there may be matches that are not told; undefined where all reports were looked at. */
function reportsCaveatOf({ data, isError }: { data: AccountReports | undefined; isError: boolean }): string | undefined {
  if (data === undefined) return isError ? "Their reports could not be read: whether any of them matches is not known." : undefined;
  return data.hasMore ? `Only the newest ${data.reports.length} of their reports were looked at for matches.` : undefined;
}

/** One person: where they stand, what they went through, and what is kept about them. */
export function PersonPage({ account, answers, tags, reports, access, create, next, why }: PersonPageProps) {
  const now = useNow();
  const { inquiries: page, archival, reports: reported, templates } = answers;
  const inquiries = page.data?.inquiries ?? [];
  const stands = page.data && standing(account, inquiries, now);
  const restorable = stands && inquiryToRestore(stands.overall.inquiry, inquiries);

  // After a consolidation the page is about where everything went, not about a person who never tried.
  const isEmptied = archival.data?.archivedAt !== undefined && page.data?.inquiries.length === 0;

  const nameOf = (templateId: string | null) => {
    if (templateId === null) return "No template";
    const name = templates.data?.templates.find(({ id }) => id === templateId)?.name;
    return displayLine(name ?? "", 60) || middleEllipsis(templateId);
  };
  // the first line is about the first
  const [first, ...others] = stands?.templates ?? [];
  const templateName = ({ links }: InquiryModel) => nameOf(links.inquiryTemplate?.id ?? links.template?.id ?? null);

  return (
    <Page>
      <PersonHeader account={account} archivedAt={archival.data?.archivedAt} />
      {archival.data?.archivedAt !== undefined && (
        <Notice kind="warning" title="This account is archived">
          It was consolidated into another account <Time value={archival.data.archivedAt} />: what belonged to it is there now, and no
          inquiry can be added here.
        </Notice>
      )}
      {!page.isError && !isEmptied && (
        <PersonVerdict
          standing={stands?.overall}
          template={first && others.length > 0 ? nameOf(first.templateId) : undefined}
          others={others.length > 0 && <OtherTemplates standings={others} nameOf={nameOf} />}
          next={next}
          why={why}
          matches={matchSentences(reported.data?.reports ?? [], "own")}
          caveat={page.data && caveatOf(page.data)}
          reportsCaveat={reportsCaveatOf(reported)}
        />
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22.5rem] lg:grid-rows-[auto_1fr]">
        {/* What a support agent comes for stands before the history where there is one column only. */}
        {page.isPending && <Skeleton className="h-8 lg:col-start-2" />}
        <div className="grid items-start gap-2 sm:grid-cols-2 lg:col-start-2 lg:grid-cols-1">
          {restorable && access(restorable, restorable.id === stands.overall.inquiry?.id)}
          {create(
            archival.data?.archivedAt === undefined ? undefined : "This account is archived: no inquiry can be added to it.",
            stands?.overall.inquiry,
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <PersonInquiries page={page} templateName={templateName} />
          {reports(account)}
        </div>
        <div className="grid min-w-0 items-start gap-4 sm:grid-cols-2 lg:col-start-2 lg:grid-cols-1">
          <AccountFields account={account} />
          {tags(account)}
        </div>
      </div>
    </Page>
  );
}
