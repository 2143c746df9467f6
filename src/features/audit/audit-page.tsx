import { useQuery } from "@tanstack/react-query";
import XIcon from "lucide-react/icons/x";
import type { ReactNode } from "react";
import { deskSessionQuery } from "@/api/sessions/queries";
import { LookAgreement } from "@/components/look-agreement";
import { Page } from "@/components/page";
import { PageHeader } from "@/components/page-header";
import { auditScope } from "@/domain/desk-capability";
import { Button } from "@/ui/button";
import { TabLink, TabLinks } from "@/ui/tab-link";
import { chainSentence } from "./audit-columns";
import { AuditExport } from "./audit-export";
import { auditPageParams, type AuditSearch, isAuditFiltered, noAuditFilters, withAuditFilters } from "./audit-search";
import { DeskLog } from "./desk-log";
import { PersonaLog } from "./persona-log";

type AuditPageProps = {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
  /** What of the address the list can't do or can't read. */
  notice: ReactNode;
};

const logs = [
  { log: undefined, label: "This desk" },
  { log: "persona", label: "Persona's dashboard" },
] as const;

/** Who did what: with this desk, and beside it in Persona's own dashboard. */
export function AuditPage({ search, onSearch, notice }: AuditPageProps) {
  const session = useQuery(deskSessionQuery());
  const isDesk = search.log === undefined;
  return (
    <Page fill>
      <PageHeader
        title="Audit"
        documentTitle="Audit"
        meta={
          <p>
            {isDesk ? `${whose(session.data)} ${chainSentence} ` : "What members did in Persona's own dashboard, as Persona tells it."}
            {isDesk && <LookAgreement />}
          </p>
        }
        actions={
          isDesk && (
            <>
              <Button
                size="small"
                variant="quiet"
                icon={<XIcon />}
                className={isAuditFiltered(search) ? undefined : "invisible max-sm:hidden"}
                onClick={() => onSearch(withAuditFilters(search, noAuditFilters))}
              >
                Clear filters
              </Button>
              <AuditExport filters={auditPageParams(search)} isFiltered={isAuditFiltered(search)} />
            </>
          )
        }
      />
      <TabLinks label="Logs">
        {logs.map(({ log, label }) => (
          <TabLink
            key={label}
            to="/audit"
            search={{ log }}
            preload={false}
            activeOptions={{ explicitUndefined: true }}
            aria-current={log === search.log ? "page" : undefined}
          >
            {label}
          </TabLink>
        ))}
      </TabLinks>
      {notice}
      {isDesk ? <DeskLog search={search} onSearch={onSearch} /> : <PersonaLog session={session.data} search={search} onSearch={onSearch} />}
    </Page>
  );
}

/** Stands from the first moment on, so that nothing moves when the role is known. */
function whose(session: Parameters<typeof auditScope>[0] | undefined): string {
  return session && auditScope(session) === "own"
    ? "You see what you did yourself; leads, auditors and admins see what everybody did."
    : "What everybody did with this desk.";
}
