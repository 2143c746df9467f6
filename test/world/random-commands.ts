import { consolidateAccounts } from "@mocks/world/account/consolidation";
import { createAccount, updateAccount } from "@mocks/world/account/accounts";
import { openLink, openEmbedded } from "@mocks/world/session/end-user";
import { beginVerification, completeFlow, leaveFlow, retryVerification, submitVerification } from "@mocks/world/flow/flow";
import {
  cancelVerification,
  failVerification,
  passVerification,
  requireVerificationRetry,
  skipVerification,
} from "@mocks/world/flow/flow-results";
import { updateInquiry } from "@mocks/world/inquiry/inquiries";
import { expireInquiry, resumeInquiry } from "@mocks/world/inquiry/inquiry-access";
import { createInquiry } from "@mocks/world/inquiry/inquiry-creation";
import { approveInquiry, declineInquiry, markInquiryForReview } from "@mocks/world/inquiry/inquiry-decisions";
import { dedicatedLink, staticLink } from "@mocks/world/session/link-parts";
import { generateOneTimeLink, generateOneTimeLinkForSession } from "@mocks/world/session/links";
import { redactAccount, redactInquiry } from "@mocks/world/redaction/redaction";
import { redactVerification } from "@mocks/world/redaction/redaction-children";
import { dismissReportMatches, runReport } from "@mocks/world/report/report-actions";
import { createInquirySession, expireInquirySession, expireInquirySessions } from "@mocks/world/session/sessions";
import { performSimulateActions } from "@mocks/world/flow/simulation";
import { addTag, removeTag, setTags } from "@mocks/world/tag/tags";
import { publishInquiryTemplateVersion } from "@mocks/world/template/templates";
import { minute } from "@mocks/world/core/time";
import { walkFlow } from "@mocks/world/flow/walk";
import type { World } from "@mocks/world/core/world";
import fc from "fast-check";
import { apiKey, reviewer, selfieTemplateId, templateId } from "./sample-world";

/** A command and three numbers it picks its objects and values with. */
export type Command = {
  name: CommandName;
  a: number;
  b: number;
  c: number;
};

type Run = (world: World, pick: Picks) => void;
type CommandName = keyof typeof commands;

/** The objects a command may be about, gone ones included. */
type Picks = {
  inquiryId: string;
  sessionId: string;
  accountId: string;
  otherAccountId: string;
  verificationId: string;
  reportId: string;
  link: string;
  token: string;
  device: { key: string };
  number: number;
  referenceId: string;
  tag: string;
};

const commands = {
  create: (world, { referenceId, number }) =>
    createInquiry(
      world,
      {
        attributes: { inquiryTemplateId: templateId },
        meta: {
          autoCreateAccountReferenceId: number % 2 === 0 ? referenceId : null,
          autoCreateInquirySession: number % 3 === 0,
          autoCreateOneTimeLink: number % 5 === 0,
          expirationAfterStartIntervalSeconds: number % 7 === 0 ? 600 : null,
        },
      },
      apiKey,
    ),
  createForAccount: (world, { accountId }) => createInquiry(world, { attributes: { inquiryTemplateId: templateId, accountId } }, reviewer),
  openPlain: (world, { inquiryId, device }) => openLink(world, { link: dedicatedLink("inquiry", inquiryId), device }),
  openStatic: (world, { referenceId, device }) => openLink(world, { link: staticLink("inquiry", templateId, referenceId), device }),
  openOneTime: (world, { link, device }) => openLink(world, { link, device }),
  openToken: (world, { token, device }) => openEmbedded(world, { sessionToken: token, device }),
  begin: (world, { sessionId }) => beginVerification(world, { sessionId }),
  submit: (world, { sessionId }) => submitVerification(world, { sessionId }),
  pass: (world, { sessionId }) => passVerification(world, { sessionId }),
  fail: (world, { sessionId }) => failVerification(world, { sessionId }),
  requireRetry: (world, { sessionId }) => requireVerificationRetry(world, { sessionId }),
  retry: (world, { sessionId }) => retryVerification(world, { sessionId }),
  skip: (world, { sessionId }) => skipVerification(world, { sessionId }),
  cancel: (world, { sessionId }) => cancelVerification(world, { sessionId }),
  leave: (world, { sessionId }) => leaveFlow(world, { sessionId }),
  complete: (world, { sessionId, number }) =>
    completeFlow(world, {
      sessionId,
      reports: { watchlist: { status: number % 5 === 0 ? "errored" : "ready", hasMatch: number % 2 === 0 } },
    }),
  walk: (world, { sessionId, number }) =>
    walkFlow(world, { sessionId, reports: { watchlist: { status: "ready", hasMatch: number % 2 === 0 } } }),
  approve: (world, { inquiryId }) => approveInquiry(world, { inquiryId, comment: "fine" }, reviewer),
  decline: (world, { inquiryId }) => declineInquiry(world, { inquiryId }, apiKey),
  markForReview: (world, { inquiryId }) => markInquiryForReview(world, { inquiryId }, apiKey),
  resume: (world, { inquiryId }) => resumeInquiry(world, { inquiryId }, apiKey),
  expire: (world, { inquiryId }) => expireInquiry(world, { inquiryId }, apiKey),
  oneTimeLink: (world, { inquiryId, number }) =>
    generateOneTimeLink(world, { inquiryId, expiresInSeconds: number % 4 === 0 ? (number % 7200) + 1 : null }, apiKey),
  sessionLink: (world, { sessionId }) => generateOneTimeLinkForSession(world, { inquirySessionId: sessionId }, apiKey),
  createSession: (world, { inquiryId }) => createInquirySession(world, { inquiryId }, apiKey),
  expireSession: (world, { sessionId }) => expireInquirySession(world, { inquirySessionId: sessionId }, apiKey),
  expireSessions: (world, { inquiryId }) => expireInquirySessions(world, { inquiryIds: [inquiryId] }, apiKey),
  update: (world, { inquiryId, number }) =>
    updateInquiry(world, { inquiryId, attributes: { note: `note ${number}`, fields: { "name-first": `N${number}` } } }, reviewer),
  addTag: (world, { inquiryId, tag }) => addTag(world, { type: "inquiry", id: inquiryId, tagName: tag }, apiKey),
  removeTag: (world, { inquiryId, tag }) => removeTag(world, { type: "inquiry", id: inquiryId, tagName: tag }, apiKey),
  setTags: (world, { accountId, tag }) => setTags(world, { type: "account", id: accountId, tagNames: [tag, tag] }, apiKey),
  createAccount: (world, { referenceId }) => createAccount(world, { attributes: { referenceId, nameFirst: "Ada" } }, apiKey),
  updateAccount: (world, { accountId, referenceId }) => updateAccount(world, { accountId, attributes: { referenceId } }, apiKey),
  consolidate: (world, { accountId, otherAccountId }) =>
    consolidateAccounts(world, { accountId, sourceAccountIds: [otherAccountId] }, apiKey),
  redact: (world, { inquiryId }) => redactInquiry(world, { inquiryId }, reviewer),
  redactAccount: (world, { accountId }) => redactAccount(world, { accountId }, reviewer),
  redactVerification: (world, { verificationId }) => redactVerification(world, { verificationId }, reviewer),
  runReport: (world, { reportId }) => runReport(world, { reportId }, apiKey),
  dismiss: (world, { reportId }) => dismissReportMatches(world, { reportId }, apiKey),
  publish: (world) => publishInquiryTemplateVersion(world, { inquiryTemplateId: templateId }, reviewer),
  simulate: (world, { inquiryId, number }) =>
    performSimulateActions(
      world,
      {
        inquiryId,
        simulateActions: [
          { type: number % 2 === 0 ? "create_passed_verification" : "start_inquiry", data: { verificationTemplateId: selfieTemplateId } },
          { type: number % 3 === 0 ? "complete_inquiry" : "fail_inquiry" },
        ],
      },
      apiKey,
    ),
  wait: (world, { number }) => world.clock.advance((number % 90) * 1_000),
  waitLong: (world, { number }) => world.clock.advance((number % 3_000) * minute),
} satisfies Record<string, Run>;

// Most of a life is getting in and walking through the flow; the rest are accidents.
const frequent: CommandName[] = [
  "openPlain",
  "openToken",
  "openOneTime",
  "oneTimeLink",
  "resume",
  "begin",
  "submit",
  "pass",
  "fail",
  "walk",
  "complete",
  "wait",
];
// The table's own keys.
export const commandNames = Object.keys(commands) as CommandName[];
const names = [...commandNames, ...frequent];

/** Sequences of commands. Small numbers, so that the same objects are hit again and again. */
export const sequences = fc.array(
  fc.record({ name: fc.constantFrom(...names), a: fc.nat(40), b: fc.nat(40), c: fc.nat(10_000) }) satisfies fc.Arbitrary<Command>,
  { minLength: 10, maxLength: 30, size: "max" },
);

/** Runs one command. @throws whatever the world refuses with */
export function run(world: World, { name, a, b, c }: Command): void {
  // Objects are picked from the world as it is now.
  world.settle();
  const { accounts, inquiries, inquirySessions, verifications, reports } = world.tables;
  const tokens = [...world.hidden.tokens.keys()];
  const links = [...world.hidden.oneTimeLinks.values()];
  const link = nth(links, a);
  const body: Run = commands[name];
  body(world, {
    inquiryId: newest(inquiries, a) ?? "inq_none",
    sessionId: (b % 5 === 4 ? undefined : activeSession(world, b)) ?? newest(inquirySessions, b) ?? "iqse_none",
    accountId: newest(accounts, a) ?? "act_none",
    otherAccountId: newest(accounts, b) ?? "act_none",
    verificationId: newest(verifications, b) ?? "ver_none",
    reportId: newest(reports, b) ?? "rep_none",
    link: (c % 2 === 0 ? link?.url : link?.shortUrl) ?? "https://withpersona.com/verify?code=none",
    token: nth(tokens, b) ?? "none",
    device: { key: `device-${c % 3}` },
    number: c,
    referenceId: `${c % 2 === 0 ? "user" : "USER"}-${c % 4}`,
    tag: `tag-${c % 3}`,
  });
}

/** Mostly one of the three newest, so that stories go on. */
function newest(table: { newestFirst(): Iterable<{ id: string }>; size: number }, number: number): string | undefined {
  if (table.size === 0) return undefined;
  const place = number % 4 === 3 ? number % table.size : number % Math.min(3, table.size);
  let index = 0;
  for (const row of table.newestFirst()) {
    if (index === place) return row.id;
    index += 1;
  }
  return undefined;
}

/** A session somebody is in, of an inquiry that is not over. */
function activeSession(world: World, number: number): string | undefined {
  const active: string[] = [];
  for (const { id, attributes, relationships } of world.tables.inquirySessions.newestFirst()) {
    const status = world.tables.inquiries.get(relationships.inquiry.data.id)?.attributes.status;
    if (attributes.status === "active" && (status === "created" || status === "pending")) active.unshift(id);
  }
  return nth(active, number);
}

function nth<Item>(items: readonly Item[], number: number): Item | undefined {
  return items.length === 0 ? undefined : items[items.length - 1 - (number % Math.min(4, items.length))];
}
