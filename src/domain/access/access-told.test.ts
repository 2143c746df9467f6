import { expect, it } from "vitest";
import { accessCases } from "@/domain/access/access-cases.fixture";
import { diagnoseAccess, type AccessDiagnosis } from "@/domain/access/access-diagnosis";
import { furtherCases } from "@/domain/access/access-further-cases.fixture";
import { everythingAnswered, now } from "@/domain/access/access-facts.fixture";
import { formatAgo, formatDuration } from "@/lib/time";

const when = (at: number) => (at <= now ? formatAgo(now - at) : `in ${formatDuration(at - now)}`);

function section(why: string, told: AccessDiagnosis): string {
  const proof = told.proof.map(({ sentence, source, at }) => `- ${sentence} (${source}${at === undefined ? "" : `, ${when(at)}`})`);
  const lines = [
    ["Doubt", told.doubts.join(" ")],
    ["Locked out", told.lockedOut],
    ["Advice", told.remedy.sentence],
    ["Cost", told.remedy.cost],
    ["Instead of", told.rejectedRemedy?.sentence],
    ["Warning", told.warning],
    ["Other inquiry", told.remedy.inquiryId],
    ["Say", told.sayToUser],
    ["Don't", told.doNotSay],
    ["Ticket", told.ticketNote],
  ].flatMap(([what, text]) => (text === undefined || text === null || text === "" ? [] : [`${what}: ${text}`]));
  return [`## ${why}`, `${told.cause}, ${told.certainty}: ${told.sentence}`, ...proof, ...lines].join("\n");
}

it("every case is told as the document of them has it, word by word: npx vitest run src/domain/access -u writes it anew, to be read", async () => {
  const cases = [...accessCases.map(([why, , , , input]) => [why, input] as const), ...furtherCases];
  const sections = cases.map(([why, input]) => section(why, diagnoseAccess({ ...everythingAnswered, ...input, now })));
  await expect(`${sections.join("\n\n")}\n`).toMatchFileSnapshot("access-told.txt");
});
