import { failed } from "../attempts/checks";
import { governmentId } from "../attempts/government-id";
import { paperwork } from "../attempts/others";
import { selfie } from "../attempts/selfie";
import { bangkok, berlin, dubai, galaxy, iphone, london, macbook, mumbai, newYork, pixel, seoul, shanghai, telAviv, tokyo, visit, windows } from "../visits";
import { papers, person } from "./person";

/** Names in many scripts, and names that try to break out of their cell. */
export const names = [
  person({
    key: "omar-haddad",
    referenceId: "usr_d01c44",
    shows: "Name in Arabic; approved",
    printed: papers({ name: ["Omar", "Al-Mansouri"], native: ["عمر", "المنصوري"], sex: "M", born: [37, 2, 3], country: "AE", number: "R22019384", home: ["شارع الشيخ زايد 14", "دبي", "00000"], face: "omar" }),
    story(teller) {
      teller.inquiry("main", { ago: "34h", template: "kyc", nativeName: true }).opens("1h", visit("omar", iphone, dubai)).passes("2m", governmentId("passport")).passes("1m", selfie());
    },
  }),
  person({
    key: "noa-levi",
    referenceId: "usr_d01c51",
    shows: "Name in Hebrew; approved, address right to left",
    printed: papers({ name: ["Noa", "Levi"], native: ["נועה", "לוי"], sex: "F", born: [26, 5, 20], country: "IL", number: "33019281", home: ["שדרות רוטשילד 22", "תל אביב", "6688218"], face: "noa" }),
    story(teller) {
      teller.inquiry("main", { ago: "44h", template: "kyc", nativeName: true }).opens("20m", visit("noa", iphone, telAviv)).passes("2m", governmentId("id-card")).passes("1m", selfie());
    },
  }),
  person({
    key: "wang-xiaoming",
    referenceId: "usr_d01c6b",
    shows: "Name in Chinese; pending on the selfie",
    printed: papers({ name: ["Xiaoming", "Wang"], native: ["小明", "王"], sex: "M", born: [33, 9, 9], country: "CN", number: "EJ2201938", home: ["南京东路100号", "上海市", "200001"], face: "wang" }),
    story(teller) {
      teller.inquiry("main", { ago: "90m", template: "kyc", nativeName: true }).opens("9m", visit("wang", galaxy, shanghai)).passes("2m", governmentId("passport")).begins("40s", selfie());
    },
  }),
  person({
    key: "yuki-tanaka",
    referenceId: "usr_d01c7f",
    shows: "Name in Japanese; approved",
    printed: papers({ name: ["Yuki", "Tanaka"], native: ["由紀", "田中"], sex: "F", born: [29, 3, 3], country: "JP", number: "TR4410293", home: ["神宮前4丁目12番10号", "渋谷区", "150-0001", "東京都"], face: "yuki-3" }),
    story(teller) {
      teller.inquiry("main", { ago: "3.6d", template: "kyc", nativeName: true }).opens("30m", visit("yuki", iphone, tokyo)).passes("2m", governmentId("permit")).passes("1m", selfie());
    },
  }),
  person({
    key: "park-minjun",
    referenceId: "usr_d01c82",
    shows: "Name in Korean; completed, workflow still running",
    printed: papers({ name: ["Minjun", "Park"], native: ["민준", "박"], sex: "M", born: [22, 11, 15], country: "KR", number: "M70229183", home: ["테헤란로 152", "서울특별시", "06236"], face: "minjun" }),
    story(teller) {
      teller
        .inquiry("main", { ago: "50m", template: "kyc", nativeName: true, reports: { watchlist: "slow" } })
        .opens("3m", visit("minjun", pixel, seoul))
        .passes("2m", governmentId("id-card"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "somchai-srisuk",
    referenceId: "usr_d01c93",
    shows: "Name in Thai; proof of address in review",
    printed: papers({ name: ["Somchai", "Srisuk"], native: ["สมชาย", "ศรีสุข"], sex: "M", born: [45, 12, 31], country: "TH", number: "1103701234567", home: ["ถนนสุขุมวิท 21", "กรุงเทพมหานคร", "10110"], face: "somchai" }),
    story(teller) {
      teller.inquiry("main", { ago: "15h", template: "address", nativeName: true }).opens("1h", visit("somchai", windows, bangkok)).passes("4m", paperwork("utility-bill"));
    },
  }),
  person({
    key: "asha-sharma",
    referenceId: "usr_d01ca4",
    shows: "Name in Devanagari; failed, the document could not be read",
    printed: papers({ name: ["Asha", "Sharma"], native: ["आशा", "शर्मा"], sex: "F", born: [50, 6, 9], country: "IN", number: "P8829103", home: ["१२ महात्मा गांधी मार्ग", "नई दिल्ली", "110001", "DL"], face: "asha" }),
    story(teller) {
      teller
        .inquiry("main", { ago: "37h", template: "kyc", nativeName: true })
        .opens("3h", visit("asha", galaxy, mumbai))
        .fails("2m", governmentId("id-card", { front: "dark", outcomes: [failed("id_unprocessable_submission_detection")] }))
        .fails("2m", governmentId("id-card", { front: "glare", outcomes: [failed("id_glare_detection", "too_much_glare"), failed("id_unprocessable_submission_detection")] }))
        .fails("2m", governmentId("id-card", { front: "blur", outcomes: [failed("id_unprocessable_submission_detection")] }));
    },
  }),
  person({
    key: "markup-name",
    referenceId: "usr_666f01",
    shows: "Hostile: the name is an HTML tag with a script in it; nothing may run or disappear",
    printed: papers({ name: ['<img src=x onerror="alert(1)">', "</textarea><script>alert(2)</script>"], sex: "M", born: [30, 1, 1], country: "US", number: "X0000001", home: ["<b>1</b> &amp; Main", "New York", "10001", "NY"], face: "markup" }),
    story(teller) {
      teller
        .inquiry("main", { ago: "18h", template: "kyc", reports: { watchlist: "match" }, note: '<script>alert("note")</script> {{7*7}} ${7*7}', tags: ["<b>bold</b>", "javascript:alert(3)"] })
        .opens("5m", visit("markup", windows, newYork))
        .passes("2m", governmentId("licence"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "sql-name",
    referenceId: "usr_666f02",
    shows: "Hostile: quotes, SQL, and a spreadsheet formula in the fields",
    printed: papers({ name: ["Robert'); DROP TABLE inquiries;--", "=HYPERLINK(\"http://evil.example\",\"click\")"], sex: "M", born: [31, 1, 2], country: "GB", number: "X0000002", home: ["+44' OR '1'='1", "@SUM(A1:A9)", "-2+3"], face: "sql" }),
    story(teller) {
      teller.inquiry("main", { ago: "19h", template: "kyc" }).opens("5m", visit("sql", macbook, london)).passes("2m", governmentId("licence")).passes("1m", selfie());
    },
  }),
  person({
    key: "rtl-name",
    referenceId: "usr_666f03",
    shows: "Hostile: right-to-left override, zero-width and control characters that make one name look like another",
    printed: papers({ name: ["Anna\u202Egnp.exe", "\u200BSm\u200Dith\u0007\u0000\uFEFF"], sex: "F", born: [32, 1, 3], country: "GB", number: "X0000003", home: ["\u2066 12 Mirror Lane \u2069", "Lon\u200Cdon", "N1\u00A01AA"], face: "rtl" }),
    story(teller) {
      teller.inquiry("main", { ago: "20h", template: "kyc" }).opens("5m", visit("rtl", iphone, london)).passes("2m", governmentId("passport")).leaves("1m");
    },
  }),
  person({
    key: "emoji-name",
    referenceId: "usr_666f04",
    shows: "Hostile: emoji families, flags, and letters stacked with forty combining marks",
    printed: papers({ name: ["👩‍👩‍👧‍👦 Zoë 🇫🇷", `Z${"\u0301\u0316\u0323\u0334".repeat(10)}algo`], sex: "X", born: [23, 1, 4], country: "US", number: "X0000004", home: ["1 🏳️‍🌈 Street", "New York", "10002", "NY"], face: "emoji" }),
    story(teller) {
      teller.inquiry("main", { ago: "21h", template: "kyc" }).opens("5m", visit("emoji", pixel, newYork)).passes("2m", governmentId("licence")).passes("1m", selfie());
    },
  }),
  person({
    key: "long-name",
    referenceId: "usr_666f05",
    shows: "Hostile: a name of 2,000 characters without one space",
    printed: papers({ name: ["Maximiliana".repeat(182).slice(0, 2000), "Wolfeschlegelsteinhausenbergerdorff"], sex: "F", born: [64, 1, 5], country: "DE", number: "X0000005", home: ["Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsstraße 1", "Berlin", "10115"], face: "long" }),
    story(teller) {
      teller.inquiry("main", { ago: "22h", template: "kyc" }).opens("5m", visit("long", windows, berlin)).passes("2m", governmentId("passport")).passes("1m", selfie());
    },
  }),
  person({
    key: "long-note",
    referenceId: "usr_666f06",
    shows: "A note of 6,000 characters, forty tags and one tag of 300 characters",
    printed: papers({ name: ["Margarethe", "von Hohenstaufen-Lichtenberg"], sex: "F", born: [59, 1, 6], country: "DE", number: "X0000006", home: ["Schlossallee 1", "Berlin", "14195"], face: "margarethe" }),
    story(teller) {
      const sentence = "Called again, asked for the same thing, was told the same thing, promised to send the same document again. ";
      teller
        .inquiry("main", {
          ago: "23h",
          template: "kyc",
          note: sentence.repeat(58).slice(0, 6000),
          tags: [...Array.from({ length: 39 }, (_, index) => `case note ${index + 1}`), "a tag that somebody pasted a whole paragraph into ".repeat(7).slice(0, 300).trimEnd()],
        })
        .opens("5m", visit("margarethe", macbook, berlin))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie());
    },
  }),
] as const;
