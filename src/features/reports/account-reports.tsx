import { useQuery } from "@tanstack/react-query";
import EyeIcon from "lucide-react/icons/eye";
import EyeOffIcon from "lucide-react/icons/eye-off";
import type { AccountModel } from "@/api/models";
import { accountReportsQuery, type AccountReports as Answer } from "@/api/reports/queries";
import { revealFailure, useVeil } from "@/components/reveal";
import { FailurePanel } from "@/components/failure-panel";
import type { InquiryFacts, ReportFacts, VerificationFacts } from "@/domain/facts";
import { otherReports } from "@/domain/reports/report-match";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { Section } from "@/ui/section";
import { SkeletonLines } from "@/ui/skeleton";
import { MatchPanel } from "./match-panel";
import { ReportList } from "./report-list";

/** All reports of a person, whichever inquiry or workflow began them; what they searched for and found stays behind a veil. */
export function PersonReports({ account }: { account: AccountModel }) {
  const { data, error, refetch } = useQuery(accountReportsQuery(account.id));
  const { isShown, isRecording, hasFailed, toggle } = useVeil({ panel: "Reports", fields: "what reports searched for and found" });
  return (
    <>
      <Section
        title="Reports"
        aside={data && data.reports.length > 0 && data.reports.length}
        actions={
          data &&
          data.reports.length > 0 && (
            <Button size="small" variant="quiet" busy={isRecording} icon={isShown ? <EyeOffIcon /> : <EyeIcon />} onClick={toggle}>
              {isShown ? "Hide what they found" : "Show what they found"}
            </Button>
          )
        }
      >
        {hasFailed && (
          <p role="alert" className="text-xs text-ink-muted">
            {revealFailure}
          </p>
        )}
        {data?.reports.length === 0 && <p className="text-sm text-ink-muted">Persona lists none of this account.</p>}
        {data && data.reports.length > 0 && <ReportList reports={data.reports} isVeiled={!isShown} />}
        {data && <LeftOut answer={data} />}
        {!data && !error && <SkeletonLines count={2} />}
        {!data && error && <FailurePanel error={error} onRetry={() => void refetch()} />}
      </Section>
      {data && isShown && <MatchPanel subject={account} reports={data.reports} />}
    </>
  );
}

type OtherReportsProps = {
  accountId: string;
  /** Those of the inquiry itself. */
  shown: readonly ReportFacts[];
  subject: Pick<InquiryFacts, "fields">;
  verifications: readonly VerificationFacts[];
};

/** The account's reports that are not the inquiry's. */
export function OtherReports({ accountId, shown, ...person }: OtherReportsProps) {
  const { data, error, refetch } = useQuery(accountReportsQuery(accountId));
  if (!data) return error ? <FailurePanel error={error} headingLevel={3} onRetry={() => void refetch()} /> : <SkeletonLines count={2} />;
  const others = otherReports(data.reports, shown);
  return (
    <section aria-label="Other reports of the account" className="flex flex-col gap-2 pt-2">
      <h3 className="text-sm font-semibold">Other reports of the account</h3>
      <OtherMatches others={others} {...person} />
      <OtherList others={others} />
      <LeftOut answer={data} />
    </section>
  );
}

/** The same on paper. They are there when the sheet was asked for with the desk's own button; else it says so. */
export function PrintedOtherReports({ accountId, shown, ...person }: OtherReportsProps) {
  const { data, error } = useQuery({ ...accountReportsQuery(accountId), enabled: false });
  const others = data && otherReports(data.reports, shown);
  if (data && others?.length === 0) {
    return (
      <div className="hidden text-xs text-ink-muted print:block">
        <p>Other reports of the account: Persona lists none.</p>
        <LeftOut answer={data} />
      </div>
    );
  }
  return (
    <div className="hidden print:block">
      {others && <OtherMatches others={others} {...person} />}
      <Section title="Other reports of the account" aside={others && count(others.length, "report")}>
        {others && <OtherList others={others} />}
        {others === undefined && (
          <p className="text-sm">
            {error ? "They could not be loaded for this sheet." : "They were not loaded for this sheet. The desk's Print button does that."}
          </p>
        )}
        {data && <LeftOut answer={data} />}
      </Section>
    </div>
  );
}

type Others = { readonly others: readonly ReportFacts[] };

function OtherMatches({ others, ...person }: Others & Pick<OtherReportsProps, "subject" | "verifications">) {
  return <MatchPanel id="account-matches" title="Matches in other reports of the account" {...person} reports={others} />;
}

function OtherList({ others }: Others) {
  return others.length === 0 ? <p className="text-sm text-ink-muted">Persona lists none.</p> : <ReportList reports={others} />;
}

function LeftOut({ answer: { reports, strangers, hasMore } }: { answer: Answer }) {
  if (strangers === 0 && !hasMore) return null;
  return (
    <p className="pt-1 text-xs text-ink-muted">
      {hasMore && `These are the newest ${reports.length}; Persona has more. `}
      {strangers > 0 && `Persona also sent ${count(strangers, "report")} of another account; left out here.`}
    </p>
  );
}
