import CircleCheckIcon from "lucide-react/icons/circle-check";
import CircleQuestionIcon from "lucide-react/icons/circle-question-mark";
import { ObjectLink } from "@/components/object-link";
import type { AccessDiagnosis } from "@/domain/access/access-diagnosis";
import { Badge } from "@/ui/badge";
import { Disclosure } from "@/ui/disclosure";
import { Time } from "@/ui/time";

type DiagnosisProps = { diagnosis: AccessDiagnosis; isRemedied: boolean };

/** Why the user cannot get on: the cause, the way out with its price until it is taken, and, folded, the facts it was judged from. */
export function Diagnosis(props: DiagnosisProps) {
  return (
    <div className="flex flex-col gap-2 text-sm">
      <CauseAndRemedy {...props} />
      <Disclosure summary="How we know, and what to say">
        <HowWeKnow diagnosis={props.diagnosis} />
      </Disclosure>
    </div>
  );
}

/** The cause, how sure it is, and, until taken, the way out with its price. */
export function CauseAndRemedy({ diagnosis, isRemedied }: DiagnosisProps) {
  const { sentence, certainty, strayIds, deviceSiblingIds, remedy } = diagnosis;
  const isCertain = certainty === "certain";
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="flex flex-wrap items-start gap-2">
        <span className="min-w-0 flex-1 font-medium">{sentence}</span>
        <Badge tone={isCertain ? "green" : "amber"} icon={isCertain ? CircleCheckIcon : CircleQuestionIcon}>
          {isCertain ? "Certain" : "Likely"}
        </Badge>
      </p>
      <PerhapsTheirs why="begun with a general link" ids={strayIds} />
      <PerhapsTheirs why="opened on the same device" ids={deviceSiblingIds} />
      {!isRemedied && (
        <p>
          <span className="text-ink-muted">Remedy:</span> {remedy.sentence}{" "}
          {remedy.inquiryId !== undefined && <ObjectLink id={remedy.inquiryId} />}
        </p>
      )}
      {!isRemedied && remedy.cost !== null && (
        <p>
          <span className="text-ink-muted">Cost:</span> {remedy.cost}
        </p>
      )}
    </div>
  );
}

/** The facts, what keeps them from being certain, the remedy that is not the one, and the words for the user. */
export function HowWeKnow({ diagnosis }: { diagnosis: AccessDiagnosis }) {
  const { proof, doubts, rejectedRemedy, sayToUser, doNotSay } = diagnosis;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <ul className="list-disc pl-4">
        {proof.map((fact) => (
          <li key={`${fact.source} ${fact.sentence}`}>
            {fact.sentence} {fact.at !== undefined && <Time value={fact.at} className="text-ink-muted" mayCome />}{" "}
            <code className="font-mono text-xs text-ink-muted">{fact.source}</code>
          </li>
        ))}
      </ul>
      {doubts.length > 0 && (
        <ul aria-label="Why it is not certain" className="list-disc pl-4">
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      {rejectedRemedy && <p className="text-ink-muted">{rejectedRemedy.sentence}</p>}
      <p>
        <span className="text-ink-muted">Say:</span> <bdi className="whitespace-pre-line">{sayToUser}</bdi>
      </p>
      {doNotSay !== undefined && (
        <p>
          <span className="text-ink-muted">Don't:</span> {doNotSay}
        </p>
      )}
    </div>
  );
}

/** Inquiries of other accounts in which the user may have gone on; nothing where there are none. */
function PerhapsTheirs({ why, ids }: { why: string; ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <p>
      <span className="text-ink-muted">Perhaps theirs, {why}:</span>{" "}
      {ids.slice(0, 4).map((id) => (
        <span key={id}>
          <ObjectLink id={id} />{" "}
        </span>
      ))}
    </p>
  );
}
