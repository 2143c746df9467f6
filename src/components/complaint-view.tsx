import { type Complaint, complaintMeaning } from "@/domain/access/complaint";
import { CopyButton } from "@/ui/copy-button";

/** What a complaint means as long as it is not known whose inquiry it is about: what is behind it, what to do, what to say. */
export function ComplaintView({ complaint }: { complaint: Complaint }) {
  const { title, sentence, next, sayToUser } = complaintMeaning(complaint);
  return (
    <div className="flex flex-col items-start gap-2 text-sm">
      <p className="font-medium">{title}</p>
      <p>{sentence}</p>
      <p>
        <span className="text-ink-muted">Next:</span> {next}
      </p>
      <p>
        <span className="text-ink-muted">Say:</span> {sayToUser}
      </p>
      <CopyButton text={sayToUser} label="Copy reply">
        Copy reply
      </CopyButton>
    </div>
  );
}
