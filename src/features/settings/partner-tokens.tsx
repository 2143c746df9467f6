import { useQuery } from "@tanstack/react-query";
import KeyRoundIcon from "lucide-react/icons/key-round";
import { useRef, useState } from "react";
import type { CreatedPartnerToken, PartnerToken } from "@/api/generated/desk/types.gen";
import type { DeskSession } from "@/api/models";
import { partnerTokensQuery } from "@/api/partner-tokens/queries";
import { FailurePanel } from "@/components/failure-panel";
import { partnerTokensCapability } from "@/domain/desk-capability";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { SkeletonLines } from "@/ui/skeleton";
import { CreatedToken } from "./created-token";
import { NewPartnerToken } from "./partner-token-form";
import { PartnerTokenRow } from "./partner-token-row";
import { RevokeToken } from "./revoke-token";
import { useAskingDialog } from "./use-asking-dialog";

/** The tokens by which the company's own systems ask this desk. Who may not manage them is told why, and nothing is asked for. */
export function PartnerTokens({ session }: { session: DeskSession | undefined }) {
  if (!session) return <SkeletonLines count={6} />;
  const capability = partnerTokensCapability(session);
  if (!capability.allowed) return <Notice title={capability.reason}>{capability.wayOut?.sentence}</Notice>;
  return <Tokens />;
}

function Tokens() {
  const tokens = useQuery(partnerTokensQuery());
  const [created, setCreated] = useState<CreatedPartnerToken>();
  const revoking = useAskingDialog<PartnerToken>();
  const list = useRef<HTMLDivElement>(null);
  return (
    <div className="flex flex-col gap-4">
      {created && <CreatedToken created={created} onStored={() => setCreated(undefined)} />}
      <Section
        title="Partner tokens"
        description="Your company's own systems use them to ask where a person stands and to resume inquiries. The tokens themselves are kept nowhere."
        flush
      >
        <div ref={list} tabIndex={-1} className="outline-none">
          {tokens.isError ? (
            <div className="p-4">
              <FailurePanel error={tokens.error} headingLevel={3} onRetry={() => void tokens.refetch()} />
            </div>
          ) : tokens.data === undefined ? (
            <div className="p-4" aria-busy="true">
              <SkeletonLines count={4} />
            </div>
          ) : tokens.data.length === 0 ? (
            <EmptyState title="There are no tokens" icon={KeyRoundIcon}>
              No system of your company can ask this desk anything yet.
            </EmptyState>
          ) : (
            <ul aria-label="Partner tokens" className="[&>li:not(:last-child)]:border-b [&>li]:border-line">
              {tokens.data.map((token) => (
                <PartnerTokenRow key={token.id} token={token} onRevoke={() => revoking.ask(token)} />
              ))}
            </ul>
          )}
        </div>
      </Section>
      <Section title="New token">
        <NewPartnerToken onCreated={setCreated} />
      </Section>
      {revoking.subject && (
        <RevokeToken
          token={revoking.subject}
          onClose={() => revoking.close()}
          // the button that asked is gone once the token is
          onRevoked={() => revoking.close(list.current)}
        />
      )}
    </div>
  );
}
