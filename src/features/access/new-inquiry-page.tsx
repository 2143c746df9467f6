import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ownersQuery } from "@/api/lookup";
import { deskSessionQuery } from "@/api/sessions/queries";
import { FailurePanel } from "@/components/failure-panel";
import { ObjectLink } from "@/components/object-link";
import { creationCapability } from "@/domain/capability";
import { withoutInvisible } from "@/domain/pasted/characters";
import { readPasted } from "@/domain/pasted/read-pasted";
import { adviseReferenceId } from "@/domain/reference-id";
import { displayLine } from "@/lib/display-text";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { SkeletonLines } from "@/ui/skeleton";
import { takePaste } from "@/ui/take-paste";
import { TextField } from "@/ui/text-field";
import { CreationForm } from "./creation-form";

/** For whom an inquiry is wanted first, and what they have already; then the inquiry. */
export function NewInquirySteps() {
  const session = useQuery(deskSessionQuery());
  const [referenceId, setReferenceId] = useState("");
  const allowed = session.data && creationCapability(session.data);
  if (allowed?.allowed === false) return <Notice title={allowed.reason}>{allowed.wayOut?.sentence}</Notice>;
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <ReferenceIdField isFirst={referenceId === ""} onGiven={setReferenceId} />
      {referenceId !== "" && <ForWhom key={referenceId} referenceId={referenceId} />}
    </div>
  );
}

type ReferenceIdFieldProps = {
  /** Nobody was looked up yet: it is what to do next. */
  isFirst: boolean;
  onGiven: (referenceId: string) => void;
};

function ReferenceIdField({ isFirst, onGiven }: ReferenceIdFieldProps) {
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState<string>();
  const [error, setError] = useState<string>();
  const change = (text: string) => {
    setTyped(text);
    setSaid(undefined);
    setError(undefined);
  };
  // before it is given to anybody: an ID that tells who somebody is can still be another one
  const [warning] = isFirst ? adviseReferenceId(typed.trim()) : [];
  const paste = (text: string) => {
    const read = readPasted(text);
    setTyped(read.text);
    setSaid(read.warning ?? read.note);
    setError(undefined);
  };
  const give = () => {
    const referenceId = withoutInvisible(readPasted(typed).text).trim();
    const wrong = refusal(referenceId);
    setError(wrong);
    onGiven(wrong === undefined ? referenceId : "");
  };
  return (
    <form
      className="flex items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <TextField
        label="Reference ID: who it is for"
        hint={
          said ??
          warning?.sentence ??
          "The ID of this person in your own system. It is looked up first, so that nobody gets a second inquiry by accident."
        }
        error={error}
        className="min-w-0 flex-1"
        spellCheck={false}
        autoCapitalize="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page begins with this field
        autoFocus
        value={typed}
        onChange={(event) => change(event.target.value)}
        onPaste={(event) => takePaste(event, paste)}
      />
      <Button type="submit" variant={isFirst ? "primary" : "secondary"} className="mt-5">
        Look them up
      </Button>
    </form>
  );
}

/** Why a text can't be somebody's reference ID here; undefined where it can. */
function refusal(referenceId: string): string | undefined {
  if (referenceId === "") return "Write the reference ID of the person.";
  if (referenceId.length > 255) return "A reference ID has at most 255 characters.";
  return /[\p{Cc},]/u.test(referenceId) ? "One person at a time: a comma ends a reference ID at Persona." : undefined;
}

/** Whether they are known, and the form that creates what is missing. */
function ForWhom({ referenceId }: { referenceId: string }) {
  const owners = useQuery(ownersQuery(referenceId));
  const shown = displayLine(referenceId, 60);
  if (owners.isError && !owners.data) return <FailurePanel error={owners.error} onRetry={() => void owners.refetch()} />;
  if (!owners.data) return <SkeletonLines count={4} />;
  const [accountId, ...others] = owners.data.accountIds;
  if (others.length > 0) {
    return (
      <Notice title={`${count(others.length + 1, "account")} have this reference ID`}>
        Accounts of several types can share one. Open the one it is for, and create it there:{" "}
        {owners.data.accountIds.map((id) => (
          <span key={id} className="me-2">
            <ObjectLink id={id} />
          </span>
        ))}
      </Notice>
    );
  }
  return (
    <Section title="New inquiry" aside={accountId === undefined ? "for somebody new" : "for somebody who is known"}>
      <div className="flex flex-col gap-3 text-sm">
        <p>
          <bdi className="font-medium">{shown}</bdi>{" "}
          {accountId === undefined ? (
            "has no account yet: Persona makes it with the inquiry."
          ) : (
            <>
              has the account <ObjectLink id={accountId} />.
            </>
          )}
        </p>
        {accountId === undefined &&
          adviseReferenceId(referenceId).map(({ sentence }) => (
            <Notice key={sentence} kind="warning">
              {sentence}
            </Notice>
          ))}
        <CreationForm owner={accountId === undefined ? { referenceId } : { accountId }} wasEntered={false} />
      </div>
    </Section>
  );
}
