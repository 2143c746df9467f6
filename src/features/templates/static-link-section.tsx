import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { inquiryTemplateVersionsQuery } from "@/api/template-catalog/queries";
import type { InquiryTemplateModel, InquiryTemplateVersionModel } from "@/api/models";
import { defaultSubdomain, type StaticLink, staticLinkAddress, staticLinkWarnings } from "@/domain/static-link";
import { displayValue } from "@/lib/display-text";
import { randomUuid } from "@/lib/random-uuid";
import { readTexts } from "@/lib/read";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import { TextField } from "@/ui/text-field";
import { MailingList } from "./mailing-list";
import { PrefilledFields } from "./prefilled-fields";
import { type StaticLinkForm, staticLinkSchema } from "./static-link-schema";

const noVersions: readonly InquiryTemplateVersionModel[] = [];

/** Makes a static link, and a file of them, in the browser alone: nothing of it is sent or kept. */
export function StaticLinkSection({ template }: { template: InquiryTemplateModel }) {
  const versions = useQuery(inquiryTemplateVersionsQuery(template.id)).data?.versions ?? noVersions;
  const published = versions.filter(({ status }) => status === "published");
  const subdomains = subdomainsOf(template);
  const schema = useMemo(() => staticLinkSchema(readTexts(template.hostedFlowRedirectUriSchemes)), [template]);
  const { control, register, setValue, formState } = useForm<StaticLinkForm>({
    resolver: zodResolver(schema),
    mode: "onChange",
    defaultValues: {
      versionId: "",
      subdomain: subdomains[0],
      referenceId: "",
      accountId: "",
      environmentId: "",
      language: "",
      redirectUri: "",
      fields: [],
    },
  });
  // every field is registered with a value to begin with, so none is left out of what is watched
  const form = schema.safeParse(useWatch({ control }));
  const { errors } = formState;
  const link: StaticLink | undefined = form.success ? { ...form.data, templateId: template.id } : undefined;
  const chosen = form.data?.versionId ?? "";
  const version = versions.find(({ id, live }) => (chosen === "" ? live === true : id === chosen));
  const languages = readTexts(version?.enabledLocales);
  return (
    <>
      <Section
        title="Static link"
        description="Anybody who opens it begins an inquiry from this template. It is made in this page; nothing of it is sent or kept."
      >
        <div className="grid items-start gap-6 lg:grid-cols-2">
          {/* nothing is sent: the link follows what is typed */}
          <div role="group" aria-label="Parts of the link" className="flex flex-col gap-3">
            <div className="flex items-start gap-2">
              <TextField
                label="Reference ID: who it is for"
                className="min-w-0 flex-1"
                spellCheck={false}
                maxLength={256}
                hint="Your own opaque ID of the person. A new one is a random UUID: it ties the inquiries together, and you have to note whose it is."
                error={errors.referenceId?.message}
                {...register("referenceId", { deps: ["accountId"] })}
              />
              <Button className="mt-5" onClick={() => setValue("referenceId", randomUuid(), { shouldValidate: true, shouldDirty: true })}>
                New ID
              </Button>
            </div>
            <TextField
              label="Account ID, in place of a reference ID"
              placeholder="act_…"
              spellCheck={false}
              maxLength={200}
              error={errors.accountId?.message}
              {...register("accountId")}
            />
            <div className="grid gap-3 sm:grid-cols-2">
              <Select
                label="Version"
                options={[
                  { value: "", label: "Whichever is live then" },
                  ...published.map(({ id, nameDisplay, live }) => ({
                    value: id,
                    label: `${displayValue(nameDisplay, id, 40)}${live === true ? " (live)" : ""}`,
                  })),
                ]}
                {...register("versionId")}
              />
              <Select
                label="Language"
                options={[
                  { value: "", label: "As their browser asks" },
                  ...languages.map((language) => ({ value: language, label: languageName(language) })),
                ]}
                {...register("language")}
              />
              {subdomains.length > 1 && (
                <Select
                  label="Hosted on"
                  options={subdomains.map((value) => ({ value, label: `${value}.withpersona.com` }))}
                  {...register("subdomain")}
                />
              )}
              <TextField
                label="Environment ID"
                placeholder="env_…"
                hint="Only Persona’s dashboard shows it."
                spellCheck={false}
                maxLength={200}
                error={errors.environmentId?.message}
                {...register("environmentId")}
              />
            </div>
            <TextField
              label="Where they go afterwards"
              placeholder="https://…"
              spellCheck={false}
              maxLength={1000}
              error={errors.redirectUri?.message}
              {...register("redirectUri")}
            />
            <PrefilledFields control={control} register={register} fieldSchemas={template.fieldSchemas} />
          </div>
          <Result link={link} />
        </div>
      </Section>
      <MailingList link={link} />
    </>
  );
}

function Result({ link }: { link: StaticLink | undefined }) {
  const address = link && staticLinkAddress(link);
  return (
    <div className="flex flex-col gap-3">
      <div className="rounded border border-line bg-sunken p-3">
        <output aria-label="The link" className="block font-mono text-xs wrap-anywhere select-all">
          {address ?? "Something on the form has to be put right first."}
        </output>
      </div>
      {address !== undefined && (
        <div>
          <CopyButton text={address} label="Copy link" variant="primary">
            Copy link
          </CopyButton>
        </div>
      )}
      {link && (
        <ul aria-label="Before you send it" className="flex list-disc flex-col gap-1.5 ps-5 text-sm">
          {staticLinkWarnings(link).map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Only what can be a name in an address: it comes from outside. */
function subdomainsOf({ hostedFlowSubdomains }: InquiryTemplateModel): readonly [string, ...string[]] {
  const [first = defaultSubdomain, ...others] = readTexts(hostedFlowSubdomains).filter((name) => /^[a-z0-9][a-z0-9-]{0,62}$/i.test(name));
  return [first, ...others];
}

/** "Spanish (es)"; the code where the browser has no name for it. */
function languageName(code: string): string {
  try {
    const name = new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(code);
    return name === undefined ? code : `${name} (${code})`;
  } catch {
    return code;
  }
}
