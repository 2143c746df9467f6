import SearchIcon from "lucide-react/icons/search";
import { Page } from "@/components/page";
import { useDocumentTitle } from "@/components/page-header";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";

/** An address that leads nowhere in the desk. */
export function NotFound() {
  useDocumentTitle("Not found");
  return (
    <Page>
      <h1 className="sr-only">Not found</h1>
      <EmptyState title="There is no such page" icon={SearchIcon} actions={<LinkButton to="/">Go to the desk</LinkButton>}>
        Check the address. To find a person or an inquiry, paste a reference ID or an object ID into the search field.
      </EmptyState>
    </Page>
  );
}
