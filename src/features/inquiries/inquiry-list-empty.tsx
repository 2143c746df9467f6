import SearchIcon from "lucide-react/icons/search";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { meantBy } from "@/domain/lookup-target";
import { parseObjectId } from "@/domain/object-id";
import { displayLine } from "@/lib/display-text";
import { joinWords } from "@/lib/words";
import type { TemplateNames } from "./filter-words";
import { filtersInWords } from "./filters-in-words";
import { type InquirySearch, withFilters } from "./inquiry-search";

type InquiryListEmptyProps = { search: InquirySearch; onSearch: (search: InquirySearch) => void; templates: TemplateNames };

/** Why the list is empty, and how to widen it. */
export function InquiryListEmpty({ search, onSearch, templates }: InquiryListEmptyProps) {
  if (search.after !== undefined || search.before !== undefined) {
    const first = { ...search, after: undefined, before: undefined };
    return (
      <EmptyState
        title="There is nothing on this page"
        icon={SearchIcon}
        actions={<Button onClick={() => onSearch(first)}>Go to the first page</Button>}
      >
        The inquiries that stood here may have changed since.
      </EmptyState>
    );
  }
  const filters = filtersInWords(search, templates);
  if (filters.length === 0) return <EmptyState title="There are no inquiries yet" icon={SearchIcon} />;
  const meant = search.reference === undefined ? undefined : meantBy(search.reference);
  // several were read apart already, and no reference ID is one of Persona's
  const isOne = meant !== undefined && !meant.text.includes(",") && parseObjectId(meant.text) === undefined;
  return (
    <EmptyState
      title="No inquiry matches"
      icon={SearchIcon}
      actions={
        <>
          {isOne && (
            <Button onClick={() => onSearch(withFilters(search, { reference: meant.text }))}>
              Look for <bdi>{displayLine(meant.text, 60)}</bdi>
            </Button>
          )}
          {filters.map(({ name, without }) => (
            <Button key={name} onClick={() => onSearch(withFilters(search, without))}>
              Any {name}
            </Button>
          ))}
        </>
      }
    >
      Looked for {joinWords(filters.map(({ words }) => words))}.{" "}
      {search.reference !== undefined &&
        (isOne ? `There is ${joinWords(meant.found)} in it.` : "A reference ID must match as a whole; letter case does not matter.")}
    </EmptyState>
  );
}
