import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { noteUsedLink, askAboutLink, isOfLink, type UsedLink as UsedLinkEvidence } from "@/components/used-link";
import { FailurePanel } from "@/components/failure-panel";
import { linkKindLabel } from "@/domain/issued-link";
import { type PastedLink, pastedLinkIn } from "@/domain/link-secret";
import type { PersonaLink } from "@/domain/persona-link";
import { displayLine } from "@/lib/display-text";
import { Disclosure } from "@/ui/disclosure";
import { TextField } from "@/ui/text-field";
import { takePaste } from "@/ui/take-paste";
import { Time } from "@/ui/time";

type UsedLinkProps = { inquiryId: string; used: UsedLinkEvidence | undefined };

const kinds: Readonly<Record<PersonaLink["kind"], string>> = {
  dedicated: "a link of one inquiry",
  static: "a static link, which begins a new inquiry every time",
  "one-time": "a one-time link",
  page: "a page, not a link for users",
  unknown: "a link that names nothing known",
};

/** The link the user complains about is evidence. What was pasted is read and not kept: it may let somebody in. */
export function UsedLink({ inquiryId, used }: UsedLinkProps) {
  const { isUnread, error, read } = useRecognition(inquiryId);
  const known = used && isOfLink(used) ? used : undefined;
  return (
    <div className="flex flex-col gap-1">
      {known && (
        <p role="status" className="text-sm">
          <Words {...known} />
        </p>
      )}
      <Disclosure summary={known ? "Another link they used" : "The link they used"}>
        <TextField
          label="Paste the link the user opens"
          hint="It is compared with the links this desk issued, and not kept."
          value=""
          error={isUnread ? "This is no link." : undefined}
          onChange={(event) => read(event.target.value)}
          onPaste={(event) => takePaste(event, read)}
        />
        {error !== undefined && <FailurePanel error={error} headingLevel={3} />}
      </Disclosure>
    </div>
  );
}

/** Asks about what is pasted. The secret stays in the call: no state and no cache holds it. */
function useRecognition(inquiryId: string) {
  const queryClient = useQueryClient();
  const [state, setState] = useState<{ isUnread: boolean; error?: unknown }>({ isUnread: false });
  const question = useRef<AbortController>(undefined);
  useEffect(() => () => question.current?.abort(), []);

  const ask = async (pasted: PastedLink, signal: AbortSignal) => {
    try {
      noteUsedLink(queryClient, inquiryId, await askAboutLink(pasted, signal));
    } catch (error) {
      if (signal.aborted) return;
      setState({ isUnread: false, error });
      // what kind of link it is tells something even so
      noteUsedLink(queryClient, inquiryId, { link: pasted.link, issued: undefined, hasLedgerFailed: true });
    }
  };
  const read = (text: string) => {
    question.current?.abort();
    const asked = (question.current = new AbortController());
    const pasted = pastedLinkIn(text);
    setState({ isUnread: pasted === undefined && text.trim() !== "" });
    if (pasted) void ask(pasted, asked.signal);
  };
  return { ...state, read };
}

function Words({ link, issued }: UsedLinkEvidence) {
  const token = link?.hasSessionToken === true && ", with a session token: whoever has it sees what the user entered";
  if (issued) {
    return (
      <>
        It is the {linkKindLabel(issued.kind).toLowerCase()} that <bdi>{displayLine(issued.issuedBy.name, 60)}</bdi> issued{" "}
        <Time value={issued.issuedAt} />.
      </>
    );
  }
  return (
    <>
      It is {link ? kinds[link.kind] : "a session token"}
      {token}.{issued === null && " This desk did not issue it."}
    </>
  );
}
