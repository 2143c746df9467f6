import { useQuery } from "@tanstack/react-query";
import { lookAgreementQuery } from "@/api/second-looks/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { auditScope } from "@/domain/desk-capability";
import { count } from "@/lib/words";
import { TextLink } from "@/ui/text-link";
import { useAtRest } from "./use-at-rest";

/** How often two people came to the same lately, for who sees what everybody did: nothing while nobody has answered a second look. */
export function LookAgreement() {
  const session = useQuery(deskSessionQuery()).data;
  const isOverseer = session !== undefined && auditScope(session) === "everybody";
  const isAtRest = useAtRest();
  const { data } = useQuery({ ...lookAgreementQuery(), enabled: isOverseer && isAtRest });
  if (data === undefined || !(data.answered > 0)) return null;
  return (
    <span className="tabular-nums">
      <TextLink to="/audit" search={{ action: "answer-second-look" }}>
        {data.agreed} of {count(data.answered, "second look", "second looks")}
      </TextLink>{" "}
      in {data.days} days came to the same.
    </span>
  );
}
