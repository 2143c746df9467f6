import { useQuery } from "@tanstack/react-query";
import { settingsQuery } from "@/api/settings/queries";
import { readNumber, readProperty } from "@/lib/read";
import { count } from "@/lib/words";
import { holdSeconds, usePreference } from "@/ui/local-preferences";
import { Select } from "@/ui/select";

/** How long one's own decisions are held: not shorter than the company allows. */
export function HoldChoice() {
  const [hold, setHold] = usePreference("hold");
  const value = useQuery(settingsQuery()).data?.get("decisionHold")?.value;
  const [ofCompany, least] = [readNumber(readProperty(value, "seconds")), readNumber(readProperty(value, "atLeastSeconds")) ?? 0];
  const own = holdSeconds.filter((seconds) => Number(seconds) >= least || seconds === hold);
  const company = ofCompany === undefined ? "Company default" : `Company default (${secondsIn(ofCompany)})`;
  return (
    <Select
      label="My decisions are held for"
      hint={`Until then they can be taken back.${least > 0 ? ` Your company asks for ${secondsIn(least)} at least; less counts as that.` : ""}`}
      options={[{ value: "company", label: company }, ...own.map((seconds) => ({ value: seconds, label: secondsIn(Number(seconds)) }))]}
      value={hold}
      onChange={(event) => setHold(holdSeconds.find((seconds) => seconds === event.target.value) ?? "company")}
    />
  );
}

const secondsIn = (seconds: number) => (seconds === 0 ? "0 seconds: sent at once" : count(seconds, "second"));
