import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { type Batch, type BatchRequest, decideBatchMutation } from "@/api/batches/writes";
import { decisionSchema } from "@/components/decision-schema";
import { useReasons } from "@/components/use-reasons";
import { WriteForm } from "@/components/write-form";
import { isSnooze } from "@/domain/batch-action";
import { displayLine } from "@/lib/display-text";
import { count } from "@/lib/words";
import { readPreference } from "@/ui/local-preferences";
import { currentTime } from "@/ui/now";
import { Select } from "@/ui/select";
import { sendKeys } from "@/ui/send-key";
import { TextArea, TextField } from "@/ui/text-field";
import { BatchItemLine } from "./batch-item-line";
import { actionLabel, batchTitle } from "./batch-words";
import { longestReason, postponeSchema, type PostponeValues, snoozeChoices, snoozeUntil } from "./postpone-schema";
import type { SelectedRow } from "./review-selection";
import { type Reviewed, useBatchReview } from "./use-batch-review";

type BatchSheetProps = { action: Batch["action"]; rows: readonly SelectedRow[]; onCancel: () => void; onTaken: () => void };

/** openapi/desk.yaml, BatchRequest.items. */
const mostItems = 500;

/** What is about to be decided for all that is selected: each with what speaks against it, then one reason and one comment. */
export function BatchSheet({ action, rows, onCancel, onTaken }: BatchSheetProps) {
  const items = useBatchReview(action, rows);
  // what somebody has taken in or left out by hand; else what nothing speaks against is in
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isIn = ({ row, seen, against, impossible }: Reviewed) =>
    seen !== undefined && impossible === undefined && (chosen.get(row.id) ?? against.length === 0);
  const taken = items.filter(isIn);
  const unread = items.filter(({ seen, retry }) => seen === undefined && retry === undefined).length;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const send = useMutation(decideBatchMutation());
  const unavailable =
    (unread > 0 && `${count(unread, "inquiry is", "inquiries are")} still being read`) ||
    (taken.length === 0 && "Nothing is taken in") ||
    (taken.length > mostItems && `${mostItems} at a time at most`);
  const give = (said: Omit<BatchRequest, "action" | "items">) => {
    // a key sends, too
    if (unavailable !== false) return;
    const hold = readPreference("hold");
    const body = taken.flatMap(({ row, seen, against }) =>
      seen === undefined ? [] : [{ inquiryId: row.id, seen, ...(against.length > 0 && { override: true }) }],
    );
    send.mutate({ action, ...said, ...(hold !== "company" && { holdSeconds: Number(hold) }), items: body }, { onSuccess: onTaken });
  };
  const form = {
    error: send.error,
    busy: send.isPending,
    onCancel,
    send: { label: batchTitle(action, taken.length), unavailable },
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape and what sends, pressed on any control inside
    <section
      aria-label={actionLabel(action)}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-4"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !send.isPending) onCancel();
        if (event.key !== "Enter" || event.repeat || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.querySelector("form")?.requestSubmit();
      }}
    >
      <h2 ref={title} tabIndex={-1} className="text-base font-semibold outline-none">
        {actionLabel(action)}: {count(rows.length, "inquiry", "inquiries")} selected
      </h2>
      <p role="status" className="text-sm text-ink-muted tabular-nums">
        {unread > 0
          ? `${rows.length - unread} of ${rows.length} read`
          : `${taken.length} taken in, ${rows.length - taken.length} left out. Something speaks against ${items.filter(({ against }) => against.length > 0).length}.`}
      </p>
      <ul aria-label="Inquiries" className="max-h-[50dvh] divide-y divide-line overflow-auto rounded border border-line">
        {items.map((item) => (
          <BatchItemLine
            key={item.row.id}
            item={item}
            isIn={isIn(item)}
            onToggle={() => setChosen(new Map([...chosen, [item.row.id, !isIn(item)]]))}
          />
        ))}
      </ul>
      {isSnooze(action) ? (
        <SnoozeForm {...form} onSend={give} />
      ) : (
        <DecisionForm {...form} action={action} isContradicted={taken.some(({ against }) => against.length > 0)} onSend={give} />
      )}
    </section>
  );
}

type FormProps = {
  error: unknown;
  busy: boolean;
  onCancel: () => void;
  send: { label: string; unavailable: string | false };
  onSend: (said: Omit<BatchRequest, "action" | "items">) => void;
};
type DecisionFormProps = FormProps & { action: Exclude<Batch["action"], "snooze">; isContradicted: boolean };

function DecisionForm({ action, isContradicted, onSend, ...form }: DecisionFormProps) {
  const reasons = useReasons(action);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(decisionSchema({ action, reasons, isContradicted })),
    defaultValues: { reasonId: "", comment: "" },
  });
  const { errors } = formState;
  const keys = sendKeys();
  const options = (reasons ?? []).map(({ id, label }) => ({ value: id, label: displayLine(label, 80) }));
  return (
    <WriteForm
      {...form}
      label={actionLabel(action)}
      isCommand
      onSubmit={handleSubmit(({ reasonId, comment }) =>
        onSend({ reasonIds: reasonId === "" ? [] : [reasonId], comment: comment.trim() === "" ? null : comment }),
      )}
    >
      <Select
        label="Reason for all of them"
        options={[{ value: "", label: "None" }, ...options]}
        error={errors.reasonId?.message}
        {...register("reasonId")}
      />
      <TextArea label="Comment for all of them" hint={keys && `${keys} sends.`} error={errors.comment?.message} {...register("comment")} />
    </WriteForm>
  );
}

function SnoozeForm({ onSend, ...form }: FormProps) {
  const { register, handleSubmit, formState } = useForm<PostponeValues>({
    resolver: zodResolver(postponeSchema),
    defaultValues: { until: "4", reason: "" },
  });
  const { errors } = formState;
  return (
    <WriteForm
      {...form}
      label="Snooze"
      isCommand
      onSubmit={handleSubmit(({ until, reason }) =>
        onSend({ reasonIds: [], comment: reason, until: snoozeUntil(until, currentTime()), untilUserActs: true }),
      )}
    >
      <TextField label="Why" maxLength={longestReason} error={errors.reason?.message} {...register("reason")} />
      <Select label="Set aside" options={snoozeChoices} {...register("until")} />
    </WriteForm>
  );
}
