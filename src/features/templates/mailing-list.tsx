import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { WriteForm } from "@/components/write-form";
import { type MailingList as List, readMailingList } from "@/domain/mailing-list";
import { type StaticLink, staticLinkAddress } from "@/domain/static-link";
import { type CsvColumns, csvHead, csvRow } from "@/lib/csv";
import { randomUuid } from "@/lib/random-uuid";
import { dayKey } from "@/lib/time";
import { count } from "@/lib/words";
import { download } from "@/ui/download";
import { currentTime } from "@/ui/now";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { TextArea, TextField } from "@/ui/text-field";
import { type MailingListForm, mailingListSchema } from "./mailing-list-schema";

type Made = List & { areNew: boolean };

/** Far more than a file of as many IDs as are taken. */
const mostBytes = 5_000_000;

/** Links for many people at once, as a file: a column of their IDs, or as many new IDs as are wanted. */
export function MailingList({ link }: { link: StaticLink | undefined }) {
  const [made, setMade] = useState<Made>();
  const { register, handleSubmit, setError, setValue, formState } = useForm<MailingListForm>({
    resolver: zodResolver(mailingListSchema),
    defaultValues: { ids: "", count: "" },
  });
  const { errors } = formState;
  const send = handleSubmit(({ ids, count: wanted }) => {
    if (!link) return;
    const areNew = ids.trim() === "";
    const list = areNew ? { ids: Array.from({ length: Number(wanted) }, () => randomUuid()), refused: [] } : readMailingList(ids);
    if (list.ids.length > 0) download(fileOf(link, list.ids), `links-${dayKey(currentTime())}.csv`);
    setMade({ ...list, areNew });
  });
  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    const text = file.size > mostBytes ? undefined : await file.text().catch(() => undefined);
    if (text === undefined) setError("ids", { message: "The file could not be read, or is larger than 5 MB." });
    else setValue("ids", text, { shouldValidate: true });
  };
  return (
    <Section
      title="Links for a mailing list"
      description="A file with a link for each person, made as the static link above, without its account and what it fills in. The list is read in this page and not sent anywhere."
    >
      <WriteForm
        label="Links for a mailing list"
        // nothing is sent that could fail: the file is made here
        error={null}
        busy={false}
        className="max-w-2xl"
        onSubmit={send}
        send={{ label: "Download links", unavailable: !link && "Put the static link right first" }}
      >
        <TextArea
          label="Reference IDs"
          placeholder={"reference_id\ncust-2c5e88\ncust-a1f03c"}
          spellCheck={false}
          hint="One a line, or a CSV file: the column headed reference_id is taken, else the first. E-mail addresses, names and phone numbers are refused."
          error={errors.ids?.message}
          {...register("ids")}
        />
        <label className="text-xs font-medium text-ink-muted">
          <span className="mb-1 block">From a file</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className="block max-w-full text-sm font-normal file:me-2 file:h-8 file:rounded file:border file:border-control file:bg-surface file:px-3 file:text-ink"
            onChange={(event) => void takeFile(event.target.files?.[0])}
          />
        </label>
        <TextField
          label="Or this many new IDs"
          inputMode="numeric"
          className="sm:max-w-sm"
          hint="Random UUIDs, which only the file has: note there whose each is."
          error={errors.count?.message}
          {...register("count")}
        />
      </WriteForm>
      <div role="status">{made && <Outcome made={made} />}</div>
    </Section>
  );
}

/** How many lines are told of one by one. */
const shown = 50;

function Outcome({ made: { ids, refused, areNew } }: { made: Made }) {
  const [first] = refused;
  return (
    <div className="mt-3 flex max-w-2xl flex-col gap-2">
      {ids.length > 0 && (
        <Notice kind="success" title={`${count(ids.length, "link")} downloaded.`}>
          {areNew
            ? "Nothing but the file knows the new IDs: put them into your own system before you send the links."
            : "Every opening of a link begins a new inquiry: send each to its person once."}
        </Notice>
      )}
      {first && (
        <Notice
          kind="warning"
          title={ids.length === 0 ? "No line has an ID that may stand in a link." : `${count(refused.length, "line")} left out.`}
        >
          <ul>
            {refused.slice(0, shown).map(({ line, why }) => (
              <li key={line}>
                Line {line}: {why}
              </li>
            ))}
          </ul>
          {refused.length > shown && <p>And {(refused.length - shown).toLocaleString("en")} more.</p>}
        </Notice>
      )}
    </div>
  );
}

function fileOf(link: StaticLink, ids: readonly string[]): Blob {
  const columns: CsvColumns<string> = [
    ["reference_id", (id) => id],
    ["link", (referenceId) => staticLinkAddress({ ...link, referenceId, accountId: undefined, fields: undefined })],
  ];
  return new Blob([csvHead(columns), ...ids.map((id) => csvRow(columns, id))], { type: "text/csv;charset=utf-8" });
}
