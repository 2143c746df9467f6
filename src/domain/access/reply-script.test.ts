import { expect, it } from "vitest";
import { expired, now, template } from "@/domain/access/access-facts.fixture";
import { accessCauses } from "@/domain/access/access-cause";
import { diagnoseAccess } from "@/domain/access/access-diagnosis";
import { causeLabels, readScripts, scriptInForce, withScript } from "@/domain/access/reply-script";

const script = (id: string, cause?: string) => ({ id, title: id, toUser: `Say ${id}.`, toTicket: `Note ${id}.`, cause });
const lapsed = diagnoseAccess({ inquiry: expired, siblings: [], events: [], template: template(), now });
const anew = diagnoseAccess({ inquiry: expired, siblings: [], events: [], template: template("itmplv_2"), now });

it("the first script for the cause is in force, and no other", () => {
  const scripts = [script("a"), script("b", "declined"), script("c", "expired-before-start"), script("d", "expired-before-start")];
  expect([lapsed.cause, anew.cause]).toEqual(["expired-before-start", "expired-before-start"]);
  expect(scriptInForce(scripts, lapsed)?.id).toBe("c");
  expect(scriptInForce(scripts.slice(0, 2), lapsed)).toBeUndefined();
  // those words promise a link, and here the user begins anew
  expect(scriptInForce(scripts, anew)).toBeUndefined();
});

it("its words stand in the reply and in the note, beside what the note says of the inquiry", () => {
  const said = withScript(lapsed, { ...script("c"), toTicket: "Costs $& and $1." });
  expect(said.sayToUser).toBe("Say c.");
  expect(said.ticketNote).toBe(lapsed.ticketNote.replace("Inquiry expired before it was started.", () => "Costs $& and $1."));
  expect(said.doNotSay).toBe(lapsed.doNotSay);
});

it("what a script leaves empty stays as it was", () => {
  expect(withScript(lapsed, { ...script("c"), toUser: " ", toTicket: "" })).toEqual(lapsed);
  expect(withScript(lapsed, undefined)).toEqual(lapsed);
});

it("a setting that can't be read gives no words of its own", () => {
  expect(readScripts(undefined)).toEqual([]);
  expect(readScripts([{ id: "a" }, 7, { id: "b", title: "B", toUser: 7 }])).toEqual([
    { id: "b", title: "B", toUser: "", toTicket: "", cause: undefined },
  ]);
});

it.each(["Hello {{ name }}, here it is.", "{{link}} and again {{link}}", "Dear ${name}", "<% link %>"])(
  "words that wait for something to be filled in (%s) are said to nobody",
  (words) => {
    const scripts = readScripts([
      { ...script("a", "expired-before-start"), toUser: words, toTicket: words },
      script("b", "expired-before-start"),
    ]);
    expect(withScript(lapsed, scripts[0])).toEqual(lapsed);
    // the next one for the cause is in force
    expect(scriptInForce(scripts, lapsed)?.id).toBe("b");
    expect(scriptInForce(scripts.slice(0, 1), lapsed)).toBeUndefined();
  },
);

it.each([
  ["markup", "<b>Hello</b> <script>alert(1)</script> {A} 100% $& &amp;"],
  ["right to left", "שלום, הקישור למטה. \u202Eabc"],
  ["10,000 characters", "Sorry! ".repeat(1_428).trim()],
  ["several lines", "Hello,\n\nhere it is."],
])("words are said as they stand: %s", (_, words) => {
  const [own] = readScripts([{ id: "a", title: "A", toUser: ` ${words}\n`, toTicket: words }]);
  const said = withScript(lapsed, own);
  expect(said.sayToUser).toBe(words);
  expect(said.ticketNote).toContain(`: ${words} `);
});

it("no two causes are called alike", () => {
  expect(new Set(Object.values(causeLabels)).size).toBe(accessCauses.length);
});
