import { database, aamva, comparison } from "../attempts/others";
import { failed, notApplicable } from "../attempts/checks";
import { governmentId } from "../attempts/government-id";
import { selfie } from "../attempts/selfie";
import { austin, galaxy, iphone, mumbai, onMobileData, pixel, saoPaulo, stockholm, visit, warsaw, windows } from "../visits";
import { papers, person } from "./person";

/** People whose checks ended well at once, or nearly. */
export const settled = [
  person({
    key: "daniel-brooks",
    referenceId: "cus-100234",
    shows: "Approved by the workflow in one go: database, licence, motor-vehicle records and selfie all passed",
    printed: papers({
      name: ["Daniel", "Brooks"],
      sex: "M",
      born: [41, 11, 2],
      country: "US",
      number: "D4418207",
      home: ["4103 Alder Lane", "Austin", "78704", "TX"],
      face: "daniel",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "5d", template: "us-onboarding" })
        .opens("3h", visit("daniel", windows, austin))
        .passes(
          "2m",
          database("database", [
            comparison({ name_first: "full", name_last: "full", birthdate: "full", address: "full", identification_number: "full" }),
          ]),
        )
        .passes("80s", governmentId("licence"))
        .passes("5s", aamva())
        .passes("60s", selfie({ similarity: 98.2 }));
    },
  }),
  person({
    key: "priya-nair",
    referenceId: "usr_7c21e0",
    shows: "Completed and waiting for nobody: the age check has no workflow, so no decision ever follows",
    printed: papers({
      name: ["Priya", "Nair"],
      sex: "F",
      born: [27, 8, 30],
      country: "IN",
      number: "Z5510934",
      home: ["7 Hill Road, Bandra", "Mumbai", "400050", "MH"],
      face: "priya",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "20h", template: "age", by: "embedded" })
        .opens("20s", visit("priya", pixel, mumbai, onMobileData))
        .passes("70s", governmentId("id-card"));
    },
  }),
  person({
    key: "ana-souza",
    referenceId: "cus-100871",
    shows: "Approved by a reviewer: a watchlist match turned out to be somebody else and was dismissed",
    printed: papers({
      name: ["Ana", "Souza"],
      sex: "F",
      born: [38, 1, 19],
      country: "BR",
      number: "BR884120",
      home: ["Rua Augusta 1508", "São Paulo", "01304-001", "SP"],
      face: "ana",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "6d", template: "kyc", reports: { watchlist: "match" } })
        .opens("40m", visit("ana", galaxy, saoPaulo))
        .passes("2m", governmentId("id-card"))
        .passes("1m", selfie())
        .tags("3h", ["watchlist", "false positive"])
        .dismissesMatches("20h", "maya", "Another date of birth, another country")
        .approves("4m", "maya", "Watchlist entry is a namesake born in 1951. Documents and selfie are consistent.")
        .setsCase("1m", "maya", "Approved");
    },
  }),
  person({
    key: "tomasz-zielinski",
    referenceId: "usr_b83d45",
    shows: "Approved with a reusable Persona: nothing was photographed again",
    printed: papers({
      name: ["Tomasz", "Zieliński"],
      sex: "M",
      born: [29, 3, 8],
      country: "PL",
      number: "ZS0042918",
      home: ["ul. Floriańska 21", "Kraków", "31-019"],
      face: "tomasz",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "2d", template: "kyc" })
        .opens("6m", visit("tomasz", iphone, warsaw))
        .event("20s", "inquiry.reusable-persona-used")
        .passes("10s", governmentId("passport", { read: { fromReusablePersona: true } }))
        .passes("5s", selfie({ reusable: true }));
    },
  }),
  person({
    key: "sofia-lindgren",
    referenceId: "usr_d40b6a",
    shows: "Approved although three optional checks failed: only required checks can fail a verification",
    printed: papers({
      name: ["Sofia", "Lindgren"],
      sex: "F",
      born: [52, 12, 5],
      country: "SE",
      number: "SE7719042",
      home: ["Götgatan 44", "Stockholm", "118 26"],
      face: "sofia-1",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "40h", template: "kyc" })
        .opens("1h", visit("sofia", iphone, stockholm))
        .passes(
          "2m",
          governmentId("licence", {
            outcomes: [
              failed("id_blur_detection"),
              failed("id_barcode_detection", "barcode_not_decoded"),
              failed("id_extraction_inconsistency_detection"),
              notApplicable("id_account_comparison", "missing_properties"),
            ],
          }),
        )
        .passes(
          "1m",
          selfie({
            outcomes: [failed("selfie_glasses_detection"), notApplicable("selfie_account_comparison", "no_account_selfie_present")],
          }),
        );
    },
  }),
] as const;
