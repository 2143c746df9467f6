import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { inquiryTemplateVersionsQuery } from "@/api/template-catalog/queries";
import type { InquiryTemplateModel } from "@/api/models";
import { Page } from "@/components/page";
import { PageHeader, titleOf } from "@/components/page-header";
import { QueryTable } from "@/components/query-table";
import { StatusBadge } from "@/components/status-badge";
import { UntrustedText } from "@/components/untrusted-text";
import { displayValue } from "@/lib/display-text";
import { readTexts } from "@/lib/read";
import { Description, DescriptionList } from "@/ui/description-list";
import { EmptyState } from "@/ui/empty-state";
import { IdChip } from "@/ui/id-chip";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { TextLink } from "@/ui/text-link";
import { StaticLinkSection } from "./static-link-section";
import { TemplateFields } from "./template-fields";
import { versionColumns } from "./version-columns";

/** One template: which versions it has, where it may run, which fields it takes, and links that begin inquiries from it. */
export function TemplatePage({ template }: { template: InquiryTemplateModel }) {
  return (
    <Page>
      <PageHeader
        title={<bdi>{displayValue(template.name, "Template without a name", 120)}</bdi>}
        documentTitle={titleOf("Template", template.id)}
        eyebrow={
          <TextLink to="/templates" preload={false}>
            Templates
          </TextLink>
        }
        badges={<StatusBadge of="template" status={template.status} />}
        meta={<IdChip id={template.id} />}
        actions={
          <LinkButton to="/inquiries" search={{ template: template.id }} preload={false}>
            Its inquiries
          </LinkButton>
        }
      />
      <Doubt template={template} />
      <Versions templateId={template.id} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Places template={template} />
        <TemplateFields fieldSchemas={template.fieldSchemas} />
      </div>
      <StaticLinkSection template={template} />
    </Page>
  );
}

/** Why nobody can begin an inquiry from it, where that is so. */
function Doubt({ template: { status, links } }: { template: InquiryTemplateModel }) {
  if (status === "inactive") {
    return (
      <Notice kind="warning" title="This template is inactive.">
        Nobody can begin an inquiry from it, and links and apps that name it are refused, until somebody activates it in Persona’s
        dashboard.
      </Notice>
    );
  }
  if (links.latestPublishedVersion === null) {
    return (
      <Notice kind="warning" title="No version of this template is published.">
        Nobody can begin an inquiry from it until somebody publishes one in Persona’s dashboard.
      </Notice>
    );
  }
  return null;
}

function Versions({ templateId }: { templateId: string }) {
  const answer = useQuery(inquiryTemplateVersionsQuery(templateId));
  return (
    <Section
      title="Versions"
      flush
      description="An inquiry stays on the version that was live when it began. One that began on an earlier version is better begun anew than resumed."
    >
      <QueryTable
        label="Versions"
        columns={versionColumns}
        page={answer}
        rows={answer.data?.versions}
        rowId={({ id }) => id}
        isInSection
        pages={null}
        empty={<EmptyState title="Persona tells of no version" />}
      />
      {answer.data && answer.data.next !== null && (
        <p className="px-4 py-2 text-xs text-ink-muted">These are the newest {answer.data.versions.length}; there are older ones.</p>
      )}
    </Section>
  );
}

/** Where its flow may be opened: the reason behind a frame that stays empty or a redirect that is refused. */
function Places({ template }: { template: InquiryTemplateModel }) {
  return (
    <Section title="Where it may run">
      <DescriptionList>
        <Description term="Hosted on">
          <Texts of={readTexts(template.hostedFlowSubdomains).map((subdomain) => `${subdomain}.withpersona.com`)}>
            Persona tells of no subdomain
          </Texts>
        </Description>
        <Description term="Embedded in">
          <Texts of={readTexts(template.embeddedFlowDomainAllowlist)}>No site is on its list</Texts>
        </Description>
        <Description term="Redirects to">
          <Texts of={readTexts(template.hostedFlowRedirectUriSchemes).map((scheme) => `${scheme}://…`)}>Persona tells of no scheme</Texts>
        </Description>
      </DescriptionList>
    </Section>
  );
}

function Texts({ of, children }: { of: readonly string[]; children: ReactNode }) {
  if (of.length === 0) return <span className="text-ink-muted">{children}</span>;
  return (
    <ul>
      {of.map((text) => (
        <li key={text}>
          <UntrustedText value={text} limit={200} />
        </li>
      ))}
    </ul>
  );
}
