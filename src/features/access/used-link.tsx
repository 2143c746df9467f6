import { useState } from "react";
import { parsePersonaLink, type PersonaLink } from "@/domain/persona-link";
import { Disclosure } from "@/ui/disclosure";
import { TextField } from "@/ui/text-field";

type UsedLinkProps = { link: PersonaLink | undefined; onLink: (link: PersonaLink) => void };

const kinds: Readonly<Record<PersonaLink["kind"], string>> = {
  dedicated: "a link of one inquiry",
  static: "a static link, which begins a new inquiry every time",
  "one-time": "a one-time link",
  page: "a page, not a link for users",
  unknown: "a link that names nothing known",
};

/** The link the user complains about is evidence. What was pasted is read and not kept: it may let somebody in. */
export function UsedLink({ link, onLink }: UsedLinkProps) {
  const [isUnread, setUnread] = useState(false);
  return (
    <Disclosure summary="The link they used">
      <TextField
        label="Paste the link the user opens"
        hint="It is read here and not kept."
        value=""
        error={isUnread ? "This is no link." : undefined}
        onChange={(event) => {
          const read = parsePersonaLink(event.target.value);
          setUnread(read === undefined);
          if (read) onLink(read);
        }}
      />
      {link && (
        <p role="status" className="text-sm">
          It is {kinds[link.kind]}
          {link.hasSessionToken && ", with a session token: whoever has it sees what the user entered"}.
        </p>
      )}
    </Disclosure>
  );
}
