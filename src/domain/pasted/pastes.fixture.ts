import fc from "fast-check";

/** What must never leave a page, each recognisable wherever it turns up. */
const jwtHead = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";
const base64url = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from("ABCDEFghijkl0123456789-_")), minLength: length, maxLength: length + 12 });
const base62 = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from("ABCDEFGHJKMNPQRSTabcdefghkmnpqrst23456789")), minLength: length, maxLength: length });

const token = fc.tuple(base64url(12), base64url(12), fc.boolean()).map(([payload, signature, isCut]) => {
  const body = `eyJzdWIiOiJ${payload}`;
  return { text: isCut ? `${jwtHead}.${body}` : `${jwtHead}.${body}.SECRETSIG${signature}`, traces: [body.slice(0, 20), "SECRETSIG"] };
});
const key = fc.tuple(fc.constantFrom("production", "sandbox"), base62(16)).map(([environment, rest]) => ({
  text: `persona_${environment}_${rest}`,
  traces: [rest],
}));
const code = base62(14).map((rest) => ({ text: `https://withpersona.com/verify?code=us1-${rest}`, traces: [rest] }));
export const secret = fc.oneof(token, key, code);

const name = fc.constantFrom(
  "Ada Lovelace",
  "José O’Neill-García",
  "Łukasz Wójcik",
  "山田太郎",
  "Anne-Marie Müller",
  "Grace Brewster Hopper",
  "Lovelace, Ada",
);
const email = fc.constantFrom("ada.lovelace@example.com", "g.hopper+kyc@mail.example.org", "o’neill@example.ie");
const disguised = fc.constantFrom(
  "ada.lovelace(at)example.com",
  "g.hopper [at] mail [dot] example [dot] org",
  "ada＠example。com",
  "grace_at_example_dot_com",
  "lovelace%40example.com",
  "ada (at) example (dot) com",
  "hopper [@] example [.] org",
  "ada -at- example -dot- com",
  "lovelace&#64;example.com",
);
const birthDate = fc.constantFrom(
  "1994-04-12",
  "12.04.1994",
  "04/12/1994",
  "12-Apr-1994",
  "born 12 April 1994",
  "DOB: 12.04.94",
  "１９９４／０４／１２",
  "12-Apr-94",
  "1994-Apr-12",
  "12_04_1994",
  "12\\04\\1994",
  "12·04·1994",
  "the 12th of April, 1994",
  "平成6年4月12日",
  "12-апреля-1994",
  "DOB:12041994",
);
export const personal = fc.oneof(name, email, disguised, birthDate);
/** Parts of names and addresses that no ID of these pastes holds. */
export const personalTraces =
  /lovelace|josé|garcía|łukasz|wójcik|山田|müller|anne-marie|hopper|grace|[@＠]|example(?:[.。]|_dot_)(?:com|org|ie)|1994[-/]|[./-]1994|\.94\b|april|１９９４|12.apr|1994.apr|[_\\·]1994|12th|平成|апреля|12041994|[([]\.[)\]]|\(dot\)|-dot-/i;

export const referenceId = fc.oneof(
  base62(6).map((rest) => `usr_7${rest}`),
  fc.integer({ min: 10_000, max: 9_999_999 }).map((number) => `cus-${number}`),
  fc.uuid(),
);
const objectId = fc.tuple(fc.constantFrom("inq", "act", "ver", "user", "case"), base62(24)).map(([prefix, rest]) => `${prefix}_${rest}`);

const link = fc
  .tuple(base62(24), fc.option(token, { nil: undefined }), fc.option(personal, { nil: undefined }))
  .map(([id, held, about]) => {
    const session = held ? `&session-token=${held.text}` : "";
    const fields = about ? `&fields[name-first]=${encodeURIComponent(about)}` : "";
    return { text: `https://inquiry.withpersona.com/verify?inquiry-id=inq_${id}${session}${fields}`, traces: held?.traces ?? [] };
  });

type Wrap = (text: string) => string;
const wraps: Wrap[] = [
  (text) => text,
  (text) => `https://nam11.safelinks.protection.outlook.com/?url=${encodeURIComponent(text)}&data=05|ada.lovelace@example.com`,
  (text) => `https://urldefense.com/v3/__${text}__;!!AbC!dEf$`,
  (text) =>
    `https://urldefense.proofpoint.com/v2/url?u=${text.replaceAll("-", "-2D").replaceAll("_", "-5F").replace("://", "-3A__").replaceAll("/", "_").replaceAll("=", "-3D").replaceAll("&", "-26").replace("?", "-3F")}&d=x`,
  (text) => `https://www.google.com/url?q=${encodeURIComponent(text)}&sa=D`,
  (text) => encodeURIComponent(text),
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => `<${text}|Ada Lovelace>`,
  (text) => `[Ada Lovelace](${text})`,
  (text) => `<a href="${text.replaceAll("&", "&amp;")}">Ada Lovelace</a>`,
  (text) => text.replaceAll("&", "&amp;"),
  (text) => text.replaceAll("=", "=3D").replaceAll(/.{60}/g, "$&=\r\n"),
  (text) => text.replaceAll(/.{76}/g, "$&\r\n"),
  (text) => text.replaceAll(/.{25}/g, "$&\u200B"),
  (text) => JSON.stringify({ name: "Ada Lovelace", link: text }).replaceAll("&", "\\u0026"),
  (text) => `https://protect.checkpoint.com/v2/___${text}___.ada.lovelace@example.com`,
  (text) => `“${text}”`,
  (text) => `Hello Grace Hopper, the link ${text} of ada.lovelace@example.com does not work.`,
];

const sheet = fc
  .tuple(
    fc.boolean(),
    fc.constantFrom("\t", ",", ";"),
    fc.array(fc.tuple(referenceId, personal, personal, fc.option(secret, { nil: undefined })), { minLength: 2, maxLength: 6 }),
    fc.boolean(),
  )
  .map(([hasHead, separator, rows, isIdFirst]) => {
    const quoted = (cell: string) => (cell.includes(separator) ? `"${cell}"` : cell);
    const line = (id: string, ...others: string[]) =>
      (isIdFirst ? [id, ...others] : [...others, id]).map((cell) => quoted(cell)).join(separator);
    const head = hasHead ? [line("reference_id", "name", "email", "note")] : [];
    const lines = rows.map(([id, one, other, held]) => line(id, one, other, held?.text ?? ""));
    return { text: [...head, ...lines].join("\r\n"), traces: rows.flatMap(([, , , held]) => held?.traces ?? []) };
  });

const list = fc
  .array(
    fc.oneof(
      referenceId.map((text) => ({ text, traces: [] as string[] })),
      objectId.map((text) => ({ text, traces: [] })),
      secret,
      personal.map((text) => ({ text, traces: [] })),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .chain((items) =>
    fc
      .constantFrom("\n", "\r\n", "\t")
      .map((sign) => ({ text: items.map(({ text }) => text).join(sign), traces: items.flatMap(({ traces }) => traces) })),
  );

/** Whatever somebody may paste, with the parts of its secrets that must not be found anywhere afterwards. */
export const paste = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.oneof(link, secret), fc.constantFrom(...wraps))
      .map(([{ text, traces }, wrap]) => ({ text: wrap(text), traces })),
  },
  { weight: 3, arbitrary: sheet },
  { weight: 3, arbitrary: list },
  {
    weight: 1,
    arbitrary: fc
      .tuple(personal, fc.constantFrom("", ":", " (", "\n"))
      .chain(([one, sign]) => referenceId.map((id) => ({ text: `${one}${sign} ${id}`, traces: [] }))),
  },
  { weight: 1, arbitrary: personal.map((text) => ({ text, traces: [] as string[] })) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }).map((text) => ({ text, traces: [] as string[] })) },
);
