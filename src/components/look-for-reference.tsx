import SearchIcon from "lucide-react/icons/search";
import { peopleNamed } from "@/components/people-link";
import { LinkButton } from "@/ui/link-button";

/** The way on where Persona knows no object of an ID: a company may have reference IDs that look like Persona's own. */
export function LookForReference({ id }: { id: string }) {
  return (
    <LinkButton to="/accounts" {...peopleNamed([id])} icon={<SearchIcon />}>
      Look for it as a reference ID
    </LinkButton>
  );
}
