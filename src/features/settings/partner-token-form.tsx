import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import CircleAlertIcon from "lucide-react/icons/circle-alert";
import { useId } from "react";
import { useForm } from "react-hook-form";
import type { CreatedPartnerToken } from "@/api/generated/desk/types.gen";
import { createPartnerTokenMutation } from "@/api/partner-tokens/writes";
import { WriteForm } from "@/components/write-form";
import { describeScope, partnerScopes } from "@/domain/partner-token";
import { Checkbox } from "@/ui/checkbox";
import { Select } from "@/ui/select";
import { TextField } from "@/ui/text-field";
import { type PartnerTokenForm, partnerTokenSchema, tokenLives } from "./partner-token-schema";

const empty: PartnerTokenForm = { name: "", scopes: [], life: "365" };

/** Makes a token for one of the company's own systems. */
export function NewPartnerToken({ onCreated }: { onCreated: (created: CreatedPartnerToken) => void }) {
  const errorId = useId();
  const { register, handleSubmit, reset, formState } = useForm<PartnerTokenForm>({
    resolver: zodResolver(partnerTokenSchema),
    defaultValues: empty,
  });
  const create = useMutation({
    ...createPartnerTokenMutation(),
    onSuccess: (created) => {
      onCreated(created);
      reset(empty);
      // the answer holds a secret: out of the cache as soon as it is shown
      create.reset();
    },
  });
  const { errors } = formState;
  return (
    <WriteForm
      label="New token"
      error={create.error}
      busy={create.isPending}
      className="max-w-2xl"
      onSubmit={handleSubmit(({ name, scopes, life }) => create.mutate({ name, scopes, expiresInDays: life === "" ? null : Number(life) }))}
      send={{ label: "Create token", busyLabel: "Creating…" }}
    >
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <TextField label="Name of the system" placeholder="Billing" maxLength={61} error={errors.name?.message} {...register("name")} />
        <Select label="Works for" options={tokenLives} {...register("life")} />
      </div>
      <fieldset aria-describedby={errors.scopes ? errorId : undefined} className="flex flex-col gap-1">
        <legend className="mb-1 text-xs font-medium text-ink-muted">What it may do</legend>
        {partnerScopes.map((scope) => {
          const { label, sentence } = describeScope(scope);
          return (
            <Checkbox
              key={scope}
              value={scope}
              label={
                <>
                  {label} <span className="block text-xs text-ink-muted">{sentence}</span>
                </>
              }
              {...register("scopes")}
            />
          );
        })}
        {errors.scopes && (
          <p id={errorId} data-tone="red" className="flex items-start gap-1 text-xs text-tone-text">
            <CircleAlertIcon className="mt-px size-3.5" />
            {errors.scopes.message}
          </p>
        )}
      </fieldset>
    </WriteForm>
  );
}
