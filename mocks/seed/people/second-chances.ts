import { emailCode, paperwork, phoneCode } from "../attempts/others";
import { decisive, failed } from "../attempts/checks";
import { governmentId, unread } from "../attempts/government-id";
import { selfie } from "../attempts/selfie";
import { berlin, galaxy, iphone, lagos, lyon, macbook, milan, nairobi, newYork, onMobileData, pixel, visit, windows } from "../visits";
import { papers, person } from "./person";

/** People who needed more than one attempt, or about whom a decision was changed. */
export const secondChances = [
  person({
    key: "lea-moreau",
    referenceId: "usr_4f9a12",
    shows: "Approved by the workflow; the first photo of her passport had too much glare, the second passed",
    printed: papers({
      name: ["Léa", "Moreau"],
      sex: "F",
      born: [34, 5, 14],
      country: "FR",
      number: "19FV32117",
      home: ["12 rue des Tanneurs", "Lyon", "69002"],
      face: "lea-4",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "3d", template: "kyc" })
        .opens("14m", visit("lea", iphone, lyon))
        .retries(
          "90s",
          governmentId("passport", {
            front: "glare",
            read: unread,
            outcomes: [failed("id_glare_detection", "too_much_glare"), failed("id_unprocessable_submission_detection")],
          }),
        )
        .passes("70s", governmentId("passport"))
        .passes("50s", selfie());
    },
  }),
  person({
    key: "hannah-weber",
    referenceId: "usr_19c7fe",
    shows: "Proof of address approved by a reviewer; the first bill was sixteen months old",
    printed: papers({
      name: ["Hannah", "Weber"],
      sex: "F",
      born: [46, 7, 21],
      country: "DE",
      number: "L01X00T47",
      home: ["Lindenstraße 8", "Berlin", "10969"],
      face: "hannah-2",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "8d", template: "address" })
        .opens("2h", visit("hannah", macbook, berlin))
        .fails("4m", paperwork("utility-bill", "stale", [decisive("document_expired_detection", "expired")]))
        .passes("6m", paperwork("utility-bill"))
        .approves("17h", "theo", "Bill of last month, name and address agree with the account.");
    },
  }),
  person({
    key: "noah-adeyemi",
    referenceId: "cus-101502",
    shows: "Phone and e-mail confirmed after one code ran out; approved by the workflow",
    printed: papers({
      name: ["Noah", "Adeyemi"],
      sex: "M",
      born: [24, 9, 12],
      country: "NG",
      number: "A04419823",
      home: ["18 Allen Avenue", "Ikeja", "100271"],
      face: "noah-1",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "30h", template: "contact" })
        .opens("5m", visit("noah", galaxy, lagos, onMobileData))
        .cancels("15m", phoneCode("+2348035550148", [failed("phone_number_confirmation_code_timeout")]))
        .passes("1m", phoneCode("+2348035550148", [], 214))
        .passes("2m", emailCode("n.adeyemi@example.com"));
    },
  }),
  person({
    key: "marco-bellini",
    referenceId: "usr_0ea9b3",
    shows: "Approved by the workflow, declined by a lead four days later: the same passport came back on another account",
    printed: papers({
      name: ["Marco", "Bellini"],
      sex: "M",
      born: [36, 6, 17],
      country: "IT",
      number: "YA5532190",
      home: ["Via Tortona 27", "Milano", "20144"],
      face: "marco",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "9d", template: "kyc" })
        .opens("30m", visit("marco", windows, milan))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie({ similarity: 81.7 }))
        .declines("4d", "ines", "Same passport number and portrait used by cus-108120. Account closed, see case notes.");
    },
  }),
  person({
    key: "grace-kimani",
    referenceId: "cus-102266",
    shows: "Declined by mistake, approved on appeal: both decisions are on record",
    printed: papers({
      name: ["Grace", "Kimani"],
      sex: "F",
      born: [31, 4, 2],
      country: "KE",
      number: "BK118290",
      home: ["Moi Avenue 12", "Nairobi", "00100"],
      face: "grace",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "7d", template: "kyc", reports: { "politically-exposed-person": "match" } })
        .opens("25m", visit("grace", pixel, nairobi))
        .passes("2m", governmentId("id-card"))
        .passes("1m", selfie())
        .declines("9h", "theo", "PEP match.")
        .dismissesMatches("22h", "ines", "The matched person is sixty-one years old")
        .approves("2m", "ines", "Appeal upheld: the match is a namesake.");
    },
  }),
  person({
    key: "olivia-grant",
    referenceId: "cus-100418",
    shows: "Approved on the second document: the first licence had run out last year",
    printed: papers({
      name: ["Olivia", "Grant"],
      sex: "F",
      born: [44, 10, 9],
      country: "US",
      number: "G8820017",
      home: ["88 Mercer Street", "New York", "10012", "NY"],
      face: "olivia",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "28h", template: "kyc" })
        .opens("2h", visit("olivia", iphone, newYork))
        .fails("2m", governmentId("licence", { front: "expired", outcomes: [failed("id_expired_detection")] }))
        .passes("9m", governmentId("passport"))
        .passes("40s", selfie());
    },
  }),
] as const;
