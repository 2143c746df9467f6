import { zodResolver } from "@hookform/resolvers/zod";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useForm, useWatch } from "react-hook-form";
import { isApiError } from "@/api/errors";
import type { InquiryModel } from "@/api/models";
import { FailurePanel } from "@/components/failure-panel";
import { WriteForm } from "@/components/write-form";
import type { Duplicate } from "@/domain/duplicate-guard";
import { Button } from "@/ui/button";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { SkeletonLines } from "@/ui/skeleton";
import { TextField } from "@/ui/text-field";
import { CreatedView } from "./created-view";
import { CreationOptions } from "./creation-options";
import { creationSchema, type CreationValues, emptyCreation, extrasOf, longestReason, placeOf } from "./creation-schema";
import { DuplicateList } from "./duplicate-list";
import { prefillFields } from "./prefill-fields";
import { type CreationListeners, type CreationState, useCreation } from "./use-creation";
import { type CreationGround, type CreationOwner, useDuplicates } from "./use-duplicates";

type CreationFormProps = CreationListeners & {
  owner: CreationOwner;
  /** The template to begin with, where the page knows one. */
  templateId?: string | undefined;
  /** Why another inquiry is the remedy although there is one: stands as the reason, and can be changed. */
  because?: string | undefined;
  /** Enter was pressed before this was here. */
  wasEntered: boolean;
};

/** One action: the inquiry is created, and its link goes straight into the clipboard. What is there already comes first. */
export function CreationForm({ owner, templateId, because, wasEntered, ...listeners }: CreationFormProps) {
  const [chosen, setChosen] = useState(templateId);
  const ground = useDuplicates(owner, chosen);
  const { state, run } = useCreation(listeners);
  const [typed, setTyped] = useState(emptyCreation);
  if (state.created) return <CreatedView created={state.created} />;
  if (ground.error !== undefined) return <FailurePanel error={ground.error} headingLevel={3} onRetry={ground.retry} />;
  if (ground.known === undefined) return <SkeletonLines count={3} />;
  const place = ground.choices.some(({ id }) => id === chosen) ? chosen : chosen === undefined ? ground.likeliest : undefined;
  const seen = ground.known.map(({ id, status }) => ({ inquiryId: id, status }));
  return (
    <Loaded
      // another template is another question
      key={place}
      ground={ground}
      place={place}
      typed={typed}
      onPlace={(id, values) => {
        // the versions are another template's, and so may the fields be
        setTyped({ ...values, versionId: "" });
        setChosen(id);
      }}
      because={because}
      wasEntered={wasEntered}
      state={state}
      onCreate={async ({ reason, ...more }) =>
        place === undefined ? undefined : run({ ...owner, ...more, inquiryTemplateId: place, seen, reason: reason === "" ? null : reason })
      }
    />
  );
}

type LoadedProps = Pick<CreationFormProps, "because" | "wasEntered"> & {
  ground: CreationGround;
  /** The template that is chosen. */
  place: string | undefined;
  /** What was typed before another template was chosen. */
  typed: CreationValues;
  onPlace: (templateId: string, typed: CreationValues) => void;
  state: CreationState;
  /** @returns why it failed, where it did */
  onCreate: (wanted: ReturnType<typeof extrasOf> & { reason: string }) => Promise<unknown>;
};

function Loaded({ ground, place, typed, onPlace, because = "", wasEntered, state, onCreate }: LoadedProps) {
  const duplicates = place === undefined ? [] : ground.duplicates;
  const against = duplicates.filter(({ advice }) => advice !== "create");
  const isFinal = against.some(({ override }) => override === "never");
  const needsReason = against.some(({ override }) => override === "withReason");
  const [isOverriding, setOverriding] = useState(because !== "");
  const [first] = against;
  const isGuarded = first !== undefined && (isFinal || !isOverriding);
  const template = ground.choices.find(({ id }) => id === place)?.template;
  const fields = prefillFields(template);
  const [isOpen, setOpen] = useState(isFilledIn(typed));
  const { register, control, handleSubmit, getValues, setError, formState } = useForm<CreationValues>({
    resolver: zodResolver(creationSchema({ duplicates, fields })),
    defaultValues: { ...typed, templateId: place ?? "", reason: because },
  });
  const kind = useWatch({ control, name: "kind" });
  // what is wrong may be behind the fold, where nothing can take the focus
  const unfold = () => flushSync(() => setOpen(true));
  const tellRefusal = (error: unknown) => {
    const at = isApiError(error) && error.status === 422 ? placeOf(error.pointer ?? "", fields) : undefined;
    if (at === undefined || !isApiError(error)) return;
    if (at !== "templateId") unfold();
    setError(at, { type: "server", message: error.details[0] ?? error.title }, { shouldFocus: true });
  };
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  // the duplicates must be known before anything is created
  const begin = useEffectEvent(() => {
    if (wasEntered && against.length === 0 && place !== undefined) form.current?.requestSubmit();
  });
  useEffect(() => begin(), []);
  const create = handleSubmit(
    async (values) => tellRefusal(await onCreate({ ...extrasOf(values, fields), reason: first === undefined ? "" : values.reason })),
    ({ templateId: _template, reason: _reason, ...others }) => Object.keys(others).length > 0 && unfold(),
  );
  const goToFirst = () => first && navigate({ to: "/inquiries/$inquiryId", params: { inquiryId: first.inquiry.id } });
  const options = ground.choices.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <WriteForm
      ref={form}
      label="New inquiry"
      error={state.error}
      busy={state.phase === "running"}
      isCommand
      data-advised
      onSubmit={isGuarded ? goToFirst : create}
      send={isGuarded ? null : { label: sendLabels[kind], busyLabel: "Creating it…", retryLabel: "Try again", className: "flex-1" }}
      more={isGuarded && <Guard first={first} isFinal={isFinal} onOverride={() => setOverriding(true)} />}
    >
      {wasEntered && against.length > 0 && (
        <Notice kind="warning" role="alert" title="Nothing was created yet.">
          Read this first, then press Enter.
        </Notice>
      )}
      {options.length === 0 ? (
        <Notice title="There is no active template to create an inquiry from." />
      ) : (
        <Select
          label="Template"
          options={place === undefined ? [{ value: "", label: "Choose a template" }, ...options] : options}
          error={formState.errors.templateId?.message}
          {...register("templateId", { onChange: () => onPlace(getValues("templateId"), getValues()) })}
        />
      )}
      {duplicates.length > 0 && <DuplicateList duplicates={duplicates} />}
      {needsReason && !isGuarded && (
        <TextField
          label="Why another one"
          hint="Goes into the audit log. No names or other personal data."
          maxLength={longestReason}
          error={formState.errors.reason?.message}
          {...register("reason")}
        />
      )}
      {!isGuarded && options.length > 0 && (
        <CreationOptions
          templateId={template?.id}
          fields={fields}
          register={register}
          errors={formState.errors}
          isOpen={isOpen}
          onToggle={setOpen}
        />
      )}
    </WriteForm>
  );
}

const sendLabels: Readonly<Record<CreationValues["kind"], string>> = {
  link: "Create it and copy its link",
  "sdk-token": "Create it with a session token",
};

/** Whether something stands behind the fold. */
const isFilledIn = ({ templateId: _template, reason: _reason, kind, fields, ...texts }: CreationValues): boolean =>
  kind !== "link" || [...Object.values(texts), ...Object.values(fields)].some((text) => text !== "");

type GuardProps = { first: Duplicate<InquiryModel>; isFinal: boolean; onOverride: () => void };

/** What there is comes first: the button leads there. */
function Guard({ first, isFinal, onOverride }: GuardProps) {
  return (
    <>
      <LinkButton variant="primary" to="/inquiries/$inquiryId" params={{ inquiryId: first.inquiry.id }}>
        Go to that inquiry
      </LinkButton>
      {isFinal ? (
        <p className="text-sm text-ink-muted">The company’s duplicate policy allows no other one here.</p>
      ) : (
        <Button variant="quiet" onClick={onOverride}>
          Create another all the same
        </Button>
      )}
    </>
  );
}
