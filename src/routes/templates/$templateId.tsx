import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { inquiryTemplateQuery, inquiryTemplateVersionsQuery } from "@/api/template-catalog/queries";
import { prefetch } from "@/api/prefetch";
import { ObjectFailure } from "@/components/object-failure";
import { TemplatePage } from "@/features/templates/template-page";
import { RoutePending } from "@/frame/route-pending";
import { LinkButton } from "@/ui/link-button";

export const Route = createFileRoute("/templates/$templateId")({
  // what only this page needs stays out of what every page loads first
  codeSplitGroupings: [["loader", "component"]],
  loader: ({ context: { queryClient }, params: { templateId } }) => {
    void prefetch(queryClient, inquiryTemplateQuery(templateId));
    void prefetch(queryClient, inquiryTemplateVersionsQuery(templateId));
  },
  component: Template,
});

function Template() {
  const { templateId } = Route.useParams();
  const { data, error, refetch } = useQuery(inquiryTemplateQuery(templateId));
  if (error && !data) {
    return (
      <ObjectFailure id={templateId} error={error} onRetry={() => void refetch()}>
        <LinkButton to="/templates">Go to templates</LinkButton>
      </ObjectFailure>
    );
  }
  if (!data) return <RoutePending />;
  // what is typed for one template is not another's
  return <TemplatePage key={templateId} template={data} />;
}
