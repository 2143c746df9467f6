import { governmentId } from "../attempts/government-id";
import { selfie } from "../attempts/selfie";
import { berlin, iphone, london, macbook, newYork, pixel, visit, windows } from "../visits";
import { papers, person } from "./person";

/** Names and texts that try to break out of their cell. */
export const hostileNames = [
  person({
    key: "markup-name",
    referenceId: "usr_666f01",
    shows: "Hostile: the name is an HTML tag with a script in it; nothing may run or disappear",
    printed: papers({
      name: ['<img src=x onerror="alert(1)">', "</textarea><script>alert(2)</script>"],
      sex: "M",
      born: [30, 1, 1],
      country: "US",
      number: "X0000001",
      home: ["<b>1</b> &amp; Main", "New York", "10001", "NY"],
      face: "markup",
    }),
    story(teller) {
      teller
        .inquiry("main", {
          ago: "18h",
          template: "kyc",
          reports: { watchlist: "match" },
          note: '<script>alert("note")</script> {{7*7}} ${7*7}',
          tags: ["<b>bold</b>", "javascript:alert(3)"],
        })
        .opens("5m", visit("markup", windows, newYork))
        .passes("2m", governmentId("licence"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "sql-name",
    referenceId: "usr_666f02",
    shows: "Hostile: quotes, SQL, and a spreadsheet formula in the fields",
    printed: papers({
      name: ["Robert'); DROP TABLE inquiries;--", '=HYPERLINK("http://evil.example","click")'],
      sex: "M",
      born: [31, 1, 2],
      country: "GB",
      number: "X0000002",
      home: ["+44' OR '1'='1", "@SUM(A1:A9)", "-2+3"],
      face: "sql",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "19h", template: "kyc" })
        .opens("5m", visit("sql", macbook, london))
        .passes("2m", governmentId("licence"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "rtl-name",
    referenceId: "usr_666f03",
    shows: "Hostile: right-to-left override, zero-width and control characters that make one name look like another",
    printed: papers({
      name: ["Anna\u202Egnp.exe", "\u200BSm\u200Dith\u0007\u0000\uFEFF"],
      sex: "F",
      born: [32, 1, 3],
      country: "GB",
      number: "X0000003",
      home: ["\u2066 12 Mirror Lane \u2069", "Lon\u200Cdon", "N1\u00A01AA"],
      face: "rtl",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "20h", template: "kyc" })
        .opens("5m", visit("rtl", iphone, london))
        .passes("2m", governmentId("passport"))
        .leaves("1m");
    },
  }),
  person({
    key: "emoji-name",
    referenceId: "usr_666f04",
    shows: "Hostile: emoji families, flags, and letters stacked with forty combining marks",
    printed: papers({
      name: ["👩‍👩‍👧‍👦 Zoë 🇫🇷", `Z${"\u0301\u0316\u0323\u0334".repeat(10)}algo`],
      sex: "X",
      born: [23, 1, 4],
      country: "US",
      number: "X0000004",
      home: ["1 🏳️‍🌈 Street", "New York", "10002", "NY"],
      face: "emoji",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "21h", template: "kyc" })
        .opens("5m", visit("emoji", pixel, newYork))
        .passes("2m", governmentId("licence"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "long-name",
    referenceId: "usr_666f05",
    shows: "Hostile: a name of 2,000 characters without one space",
    printed: papers({
      name: ["Maximiliana".repeat(182).slice(0, 2000), "Wolfeschlegelsteinhausenbergerdorff"],
      sex: "F",
      born: [64, 1, 5],
      country: "DE",
      number: "X0000005",
      home: ["Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsstraße 1", "Berlin", "10115"],
      face: "long",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "22h", template: "kyc" })
        .opens("5m", visit("long", windows, berlin))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "long-note",
    referenceId: "usr_666f06",
    shows: "A note of 6,000 characters, forty tags and one tag of 300 characters",
    printed: papers({
      name: ["Margarethe", "von Hohenstaufen-Lichtenberg"],
      sex: "F",
      born: [59, 1, 6],
      country: "DE",
      number: "X0000006",
      home: ["Schlossallee 1", "Berlin", "14195"],
      face: "margarethe",
    }),
    story(teller) {
      const sentence = "Called again, asked for the same thing, was told the same thing, promised to send the same document again. ";
      teller
        .inquiry("main", {
          ago: "23h",
          template: "kyc",
          note: sentence.repeat(58).slice(0, 6000),
          tags: [
            ...Array.from({ length: 39 }, (_, index) => `case note ${index + 1}`),
            "a tag that somebody pasted a whole paragraph into ".repeat(7).slice(0, 300).trimEnd(),
          ],
        })
        .opens("5m", visit("margarethe", macbook, berlin))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie());
    },
  }),
] as const;
