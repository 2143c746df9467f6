import UsersIcon from "lucide-react/icons/users";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import type { AccountSearch } from "./account-search";

/** Why nobody is shown. Reference IDs that nobody has are rows of their own, so this is about the whole list. */
export function PeopleEmpty({ search, onSearch }: { search: AccountSearch; onSearch: (search: AccountSearch) => void }) {
  if (search.after !== undefined || search.before !== undefined) {
    return (
      <EmptyState
        title="There is nobody on this page"
        icon={UsersIcon}
        actions={<Button onClick={() => onSearch({})}>Go to the first page</Button>}
      >
        The accounts that stood here may be gone.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="There are no people yet" icon={UsersIcon}>
      An account is made with the first inquiry of a person.
    </EmptyState>
  );
}
