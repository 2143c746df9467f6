import { useMutation } from "@tanstack/react-query";
import DownloadIcon from "lucide-react/icons/download";
import { inquiryPdf } from "@/api/inquiries/writes";
import { FailurePanel } from "@/components/failure-panel";
import { Button } from "@/ui/button";
import { download } from "@/ui/download";

/** Persona's own printout, into the browser's downloads. Its name tells the inquiry and nobody's name. */
export function PersonaPdf({ inquiryId }: { inquiryId: string }) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => inquiryPdf(inquiryId),
    onSuccess: (file) => download(file, `${inquiryId}.pdf`),
  });
  return (
    <>
      <Button size="small" icon={<DownloadIcon />} busy={isPending} onClick={() => mutate()}>
        Persona’s PDF
      </Button>
      {error && (
        <div className="w-full pb-3">
          <FailurePanel error={error} headingLevel={3} onRetry={() => mutate()} />
        </div>
      )}
    </>
  );
}
