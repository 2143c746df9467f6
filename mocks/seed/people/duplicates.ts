import { failed } from "../attempts/checks";
import { governmentId } from "../attempts/government-id";
import { selfie } from "../attempts/selfie";
import { dublin, galaxy, iphone, london, lyon, macbook, madrid, pixel, visit, warsaw, windows } from "../visits";
import { papers, person } from "./person";

/** Duplicates, redactions and reference IDs that should not have been. */
export const duplicates = [
  person({
    key: "rebecca-shaw",
    referenceId: "usr_c41d09",
    shows: "Two open inquiries of the same template, made by two agents a minute apart",
    printed: papers({
      name: ["Rebecca", "Shaw"],
      sex: "F",
      born: [38, 8, 3],
      country: "GB",
      number: "SHAW9808035R",
      home: ["11 Park Row", "Leeds", "LS1 5HD"],
      face: "rebecca",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "6.02h", template: "kyc", by: "jonas" })
        .opens("40m", visit("rebecca", iphone, london))
        .begins("2m", governmentId("licence"))
        .leaves("1m");
      teller.inquiry("second", { ago: "6h", template: "kyc", by: "priscilla" });
    },
  }),
  person({
    key: "samuel-okoye",
    referenceId: "cus-108120",
    shows: "Failed, was given a fresh inquiry by mistake and passed it: unlimited attempts is what a duplicate buys",
    printed: papers({
      name: ["Samuel", "Okoye"],
      sex: "M",
      born: [28, 11, 20],
      country: "NG",
      number: "A99201834",
      home: ["4 Marina Road", "Lagos", "101221"],
      face: "samuel-3",
    }),
    story(teller) {
      const forged = governmentId("passport", {
        front: "tampered",
        outcomes: [failed("id_tamper_detection"), failed("id_inconsistent_repeat_detection")],
      });
      teller
        .inquiry("first", { ago: "6d", template: "kyc" })
        .opens("1h", visit("samuel", galaxy, london))
        .fails("2m", forged)
        .fails("2m", forged)
        .fails("2m", forged);
      teller
        .inquiry("main", { ago: "5d", template: "kyc", by: "priscilla" })
        .opens("2h", visit("samuel", galaxy, london))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "zofia-maj",
    referenceId: "usr_c41d55",
    shows: "Verified twice on purpose: two templates, both approved, no duplicate",
    printed: papers({
      name: ["Zofia", "Maj"],
      sex: "F",
      born: [31, 5, 25],
      country: "PL",
      number: "ZP5519028",
      home: ["ul. Nowy Świat 60", "Warszawa", "00-357"],
      face: "zofia",
    }),
    story(teller) {
      teller
        .inquiry("age", { ago: "18d", template: "age" })
        .opens("2m", visit("zofia", pixel, warsaw))
        .passes("1m", governmentId("id-card"))
        .approves("2h", "theo");
      teller
        .inquiry("main", { ago: "4.2d", template: "kyc" })
        .opens("1h", visit("zofia", pixel, warsaw))
        .passes("2m", governmentId("id-card"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "static-link-walkin",
    referenceId: null,
    shows: "No reference ID at all: four loads of a static link made four accounts for one man",
    printed: papers({
      name: ["Patrick", "Doyle"],
      sex: "M",
      born: [46, 4, 17],
      country: "IE",
      number: "PD1102938",
      home: ["3 Quay Street", "Galway", "H91 X7DD"],
      face: "patrick",
    }),
    story(teller) {
      const walkin = { template: "kyc", by: "static-link" } as const;
      teller
        .inquiry("first", { ago: "3.02d", ...walkin })
        .opens("2s", visit("patrick", windows, dublin))
        .leaves("1m");
      teller
        .inquiry("second", { ago: "3.01d", ...walkin })
        .opens("2s", visit("patrick", windows, dublin))
        .begins("1m", governmentId("passport"))
        .leaves("1m");
      teller
        .inquiry("third", { ago: "3d", ...walkin })
        .opens("2s", visit("patrick", iphone, dublin))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie());
      teller
        .inquiry("main", { ago: "2h", ...walkin })
        .opens("2s", visit("patrick", iphone, dublin))
        .passes("1m", governmentId("passport", { outcomes: [failed("id_repeat_detection")] }))
        .leaves("2m");
    },
  }),
  person({
    key: "redacted-account",
    referenceId: "usr_del001",
    shows:
      "Account redacted at the person's request: the personal data of all inquiries is gone with it, the decisions stay and the reference ID finds nothing",
    printed: papers({
      name: ["Jeanne", "Perrin"],
      sex: "F",
      born: [41, 2, 2],
      country: "FR",
      number: "18RR90021",
      home: ["9 cours Mirabeau", "Aix-en-Provence", "13100"],
      face: "jeanne",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "16d", template: "kyc" })
        .opens("1h", visit("jeanne", macbook, lyon))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie());
      teller
        .inquiry("second", { ago: "15d", template: "age" })
        .opens("5m", visit("jeanne", macbook, lyon))
        .passes("2m", governmentId("passport"));
      teller.redactsAccount("2d", "ruth");
    },
  }),
  person({
    key: "redacted-inquiry",
    referenceId: "usr_del002",
    shows: "One pending inquiry redacted, its account untouched: no way back in, a new inquiry is needed",
    printed: papers({
      name: ["Pablo", "Serrano"],
      sex: "M",
      born: [34, 9, 14],
      country: "ES",
      number: "XDE110293",
      home: ["Gran Vía 48", "Madrid", "28013"],
      face: "pablo",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "13h", template: "kyc" })
        .opens("1h", visit("pablo", galaxy, madrid))
        .passes("2m", governmentId("id-card"))
        .leaves("2m")
        .redacts("5h", "ruth");
    },
  }),
  person({
    key: "email-reference",
    referenceId: "helen.brandt@example.com",
    shows: "Reference ID is an e-mail address: personal data where none belongs",
    printed: papers({
      name: ["Helen", "Brandt"],
      sex: "F",
      born: [39, 6, 6],
      country: "IE",
      number: "PB2201933",
      home: ["22 Patrick Street", "Cork", "T12 W8KP"],
      face: "helen",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "2.6d", template: "kyc" })
        .opens("1h", visit("helen", iphone, dublin))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "phone-reference",
    referenceId: "+44 7700 900142",
    shows: "Reference ID is a phone number; created, not opened",
    printed: papers({
      name: ["George", "Whitfield"],
      sex: "M",
      born: [62, 12, 8],
      country: "GB",
      number: "WHITF612080G",
      home: ["4 High Street", "Rye", "TN31 7JE"],
      face: "george",
    }),
    story(teller) {
      teller.inquiry("main", { ago: "3h", template: "kyc" });
    },
  }),
  person({
    key: "ssn-reference",
    referenceId: "078-05-1120",
    shows: "Reference ID looks like a social security number; expired unopened",
    printed: papers({
      name: ["Hilda", "Whitcher"],
      sex: "F",
      born: [55, 3, 11],
      country: "US",
      number: "W0780511",
      home: ["1 Lock Street", "Lockport", "14094", "NY"],
      face: "hilda",
    }),
    story(teller) {
      teller.inquiry("main", { ago: "2.4d", template: "kyc" });
    },
  }),
] as const;
