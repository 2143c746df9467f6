import ScrollTextIcon from "lucide-react/icons/scroll-text";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { type AuditSearch, isAuditFiltered, noAuditFilters, withAuditFilters } from "./audit-search";

/** Why nothing is listed, and how to widen it. */
export function AuditEmpty({ search, onSearch }: { search: AuditSearch; onSearch: (search: AuditSearch) => void }) {
  if (search.after !== undefined || search.before !== undefined) {
    return (
      <EmptyState
        title={search.after === undefined ? "There is nothing newer" : "There is nothing older"}
        icon={ScrollTextIcon}
        actions={<Button onClick={() => onSearch(withAuditFilters(search, {}))}>Go to the newest</Button>}
      />
    );
  }
  if (isAuditFiltered(search)) {
    return (
      <EmptyState
        title="No entry matches"
        icon={ScrollTextIcon}
        actions={<Button onClick={() => onSearch(withAuditFilters(search, noAuditFilters))}>Clear filters</Button>}
      >
        Everything the filters let through would stand here.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing is recorded yet" icon={ScrollTextIcon}>
      Decisions, links, looks at personal data, exports and changed settings will stand here.
    </EmptyState>
  );
}
