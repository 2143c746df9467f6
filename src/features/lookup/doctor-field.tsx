import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef } from "react";
import { FailurePanel } from "@/components/failure-panel";
import { noteUsedLink } from "@/components/used-link";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { takePaste } from "@/ui/take-paste";
import { TextArea } from "@/ui/text-field";
import { verbatimInput } from "@/ui/verbatim-input";
import { doctorTo } from "./destination";
import { LookupAnswerView } from "./omnibox-answer";
import { loadLookUp, useLookup } from "./use-lookup";

type DoctorFieldProps = {
  /** What an address asks about, to be looked up at once. */
  asked: string | undefined;
  /** Called once it led to somebody. */
  onFound: () => void;
};

/** What the user has or says, whatever it is: an ID, a link, an error, a message. Secrets are out before it stands there. */
export function DoctorField({ asked, onFound }: DoctorFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const find = useFind();
  const { state, change, submit, dismiss } = useLookup({ onArrived: onFound, find });
  const begin = useEffectEvent((text: string) => {
    change(text, true);
    void submit();
  });
  useEffect(() => {
    if (asked !== undefined) begin(asked);
  }, [asked]);
  const { text, isAsking, answer, error, warning, notice } = state;
  return (
    <form
      role="search"
      aria-label="Access doctor"
      className="flex max-w-3xl flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea
        ref={field}
        label="What the user has, or says"
        hint="A reference ID, an inquiry ID, the link they open, an error of the page or app, or their message. It is read here and not kept."
        rows={2}
        {...verbatimInput}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is this field: people come to it to paste
        autoFocus
        value={text}
        readOnly={isAsking}
        onFocus={() => void loadLookUp()}
        onChange={(event) => change(event.target.value)}
        onPaste={(event) => takePaste(event, change)}
        onKeyDown={(event) => {
          if (event.key === "Escape") dismiss();
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (!event.repeat) void submit();
        }}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={isAsking}>
          Find the cause
        </Button>
        {isAsking && (
          <Button variant="quiet" onClick={dismiss}>
            Stop
          </Button>
        )}
      </div>
      {/* always in the document, so that what appears in it is heard */}
      <div aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {isAsking && <span className="sr-only">Looking it up</span>}
        {warning !== undefined && <Notice kind="warning">{warning}</Notice>}
        {notice !== undefined && <Notice>{notice}</Notice>}
        {answer !== undefined && (
          <div className="rounded border border-line bg-surface p-4 text-sm">
            <LookupAnswerView answer={answer} onNext={() => void submit()} to={doctorTo} />
          </div>
        )}
        {error !== undefined && <FailurePanel error={error} onRetry={() => void submit()} />}
      </div>
    </form>
  );
}

const ofPage = /^\/(?:inquiries|accounts)\/((?:inq|act)_[A-Za-z0-9]+)/;

/** Looks for whose inquiry a text is about, and stays at the doctor with it; what else it names has a page of its own. */
function useFind() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const find: NonNullable<Parameters<typeof useLookup>[0]["find"]> = async ({ underWay, arrive }, question, signal) => {
    const { lookUpComplaint } = await import("./complaint-lookup");
    const outcome = await underWay(queryClient, () => lookUpComplaint(question, signal));
    if (signal.aborted) return undefined;
    const [id, used] =
      outcome.kind === "address"
        ? [ofPage.exec(outcome.path)?.[1], undefined]
        : outcome.kind === "go" && (outcome.destination.page === "inquiry" || outcome.destination.page === "person")
          ? [outcome.destination.id, outcome.used]
          : [];
    if (id === undefined) {
      const answer = outcome.kind === "complaint" ? outcome : await arrive(router, queryClient, outcome);
      // the former case would stand under an answer that is about somebody else
      if (answer) await router.navigate({ to: "/doctor", search: {} });
      return answer;
    }
    const { complaint } = question;
    if (used || complaint) noteUsedLink(queryClient, id, { link: undefined, issued: undefined, ...used, complaint });
    await router.navigate({ to: "/doctor", search: { of: id } });
    return undefined;
  };
  return find;
}
