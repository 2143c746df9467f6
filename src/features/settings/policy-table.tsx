import PrinterIcon from "lucide-react/icons/printer";
import { PrintedBy } from "@/components/printed-by";
import { duplicateSituations } from "@/domain/default-settings";
import { adviceInFull, overrideInFull, situationInFull } from "@/domain/duplicate-words";
import { displayValue } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { Section } from "@/ui/section";
import { Time } from "@/ui/time";
import { NarrowLabel } from "./narrow-label";
import type { ReadingProps } from "./setting-definition";
import type { PolicyForm } from "./setting-schemas";

/** The duplicate policy in whole sentences, for whoever has to vouch for it: what is in force, not what somebody is changing. */
export function PolicyTable({ form, setting, fetchedAt }: ReadingProps<PolicyForm>) {
  const rules = duplicateSituations.flatMap((situation) => form.rules.find((rule) => rule.situation === situation) ?? []);
  return (
    <Section
      title="Duplicate policy in force"
      description="One row for each thing that an earlier inquiry of the same person on the same template may have come to. Of several, the one that counts is held against it, and whatever is open besides."
      actions={
        <Button size="small" icon={<PrinterIcon />} onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <p className="mb-3 text-sm">
        {setting.version === 0 ? (
          "What Inquiry Desk came with: nobody has changed it."
        ) : (
          <>
            Version {setting.version}, set by <bdi>{displayValue(setting.changedBy?.name, "somebody", 60)}</bdi>{" "}
            <Time value={setting.changedAt} show="both" />.
          </>
        )}
      </p>
      <table
        aria-label="Duplicate policy in force"
        className="w-full text-sm max-sm:block max-sm:[&_:is(tbody,tr,td,th)]:block print:[&_:is(th,td)]:pe-3"
      >
        <thead className="max-sm:sr-only">
          <tr className="border-b border-line text-xs text-ink-muted [&>th]:pb-2 [&>th]:text-start [&>th]:font-medium">
            <th scope="col">If their inquiry</th>
            <th scope="col" className="ps-3">
              then Inquiry Desk advises
            </th>
            <th scope="col" className="ps-3">
              and another one may be created by
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ situation, advice, override }) => (
            <tr key={situation} className="border-b border-line align-top last:border-b-0 [&>*]:py-2">
              <th scope="row" className="text-start font-medium">
                {situationInFull(situation, form)}
              </th>
              <td className="sm:ps-3 max-sm:pb-0!">
                <NarrowLabel>then Inquiry Desk advises</NarrowLabel>
                {adviceInFull[advice]}
              </td>
              <td className="sm:ps-3">
                <NarrowLabel>and another one may be created by</NarrowLabel>
                {advice === "create" ? overrideInFull.freely : overrideInFull[override]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <PrintedBy fetchedAt={fetchedAt} />
    </Section>
  );
}
