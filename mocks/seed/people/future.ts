import { passedRequired } from "../attempts/checks";
import { governmentId } from "../attempts/government-id";
import { other } from "../attempts/others";
import { selfie } from "../attempts/selfie";
import { austin, galaxy, iphone, london, macbook, madrid, newYork, visit, windows } from "../visits";
import { papers, person } from "./person";

/** What Persona may add without a new version, and templates that have moved on. */
export const future = [
  person({
    key: "unknown-status",
    referenceId: "usr_f0ff01",
    shows: "Unknown inquiry status `on_hold` and an event nobody has heard of: rendered as they are",
    printed: papers({
      name: ["Ada", "Quist"],
      sex: "F",
      born: [32, 12, 10],
      country: "SE",
      number: "AA9920183",
      home: ["Kungsgatan 2", "Malmö", "211 49"],
      face: "ada",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "29h", template: "kyc" })
        .opens("1h", visit("ada", iphone, london))
        .passes("2m", governmentId("passport"))
        .becomes("3h", "on_hold", "inquiry.put-on-hold");
    },
  }),
  person({
    key: "unknown-check",
    referenceId: "usr_f0ff02",
    shows: "Unknown verification status, check name, check status and requirement on a kind of tomorrow",
    printed: papers({
      name: ["Elias", "Brandvold"],
      sex: "M",
      born: [41, 1, 17],
      country: "SE",
      number: "AA1102933",
      home: ["Drottninggatan 9", "Stockholm", "111 51"],
      face: "elias",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "52h", template: "diligence" })
        .opens("1h", visit("elias", macbook, london))
        .turns(
          "2m",
          other(
            "gait-recording",
            { name: "Elias Brandvold", strideLength: 0.81, samples: [0.2, 0.4, null], nested: { deep: { deeper: true } } },
            [
              {
                name: "gait_quantum_detection",
                status: "inconclusive",
                reasons: ["left_foot_out_of_frame", null],
                requirement: "advisory",
                metadata: { confidence: 0.42, model: { name: "g-7" } },
                category: "gait",
              },
              passedRequired("gait_rhythm_comparison"),
            ],
          ),
          "awaiting_second_opinion",
        );
    },
  }),
  person({
    key: "old-version",
    referenceId: "usr_7e3a19",
    shows: "Expired on version 2 of the KYC template, which has moved on to version 3: resume would bring back the old flow",
    printed: papers({
      name: ["Marta", "Giménez"],
      sex: "F",
      born: [43, 10, 5],
      country: "ES",
      number: "BAC220193",
      home: ["Carrer de Mallorca 401", "Barcelona", "08013"],
      face: "marta",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "33d", template: "kyc" })
        .opens("2h", visit("marta", galaxy, madrid))
        .passes("2m", governmentId("id-card"))
        .leaves("1m");
    },
  }),
  person({
    key: "old-version-pending",
    referenceId: "usr_7e3a44",
    shows: "Pending on version 2 while version 3 is live: resumed yesterday, a month after it was made",
    printed: papers({
      name: ["Owen", "Pritchard"],
      sex: "M",
      born: [50, 4, 1],
      country: "GB",
      number: "PRITC704010O",
      home: ["7 Castle Street", "Cardiff", "CF10 1BS"],
      face: "owen",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "34d", template: "kyc", windows: { afterResume: "72h" } })
        .opens("3h", visit("owen", windows, london))
        .passes("2m", governmentId("licence"))
        .leaves("1m")
        .resumes("33d", "jonas");
    },
  }),
  person({
    key: "retired-template",
    referenceId: "cus-098811",
    shows: "Expired on an inactive template: cannot be opened again, needs a new inquiry on another one",
    printed: papers({
      name: ["Gloria", "Benson"],
      sex: "F",
      born: [60, 6, 30],
      country: "US",
      number: "B1102938",
      home: ["612 West 6th Street", "Austin", "78701", "TX"],
      face: "gloria",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "40d", template: "retired" })
        .opens("1h", visit("gloria", windows, austin))
        .begins("2m", governmentId("licence"))
        .leaves("1m");
    },
  }),
  person({
    key: "legacy-template",
    referenceId: "cus-000042",
    shows: "Made from a legacy template (tmpl_): approved, no template version to compare with",
    printed: papers({
      name: ["Henry", "Abbott"],
      sex: "M",
      born: [73, 2, 23],
      country: "US",
      number: "A0004211",
      home: ["19 Bleecker Street", "New York", "10012", "NY"],
      face: "henry",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "70d", template: "legacy" })
        .opens("1h", visit("henry", windows, newYork))
        .passes("2m", governmentId("licence"))
        .passes("1m", selfie())
        .approves("5h", "theo");
    },
  }),
  person({
    key: "no-account",
    referenceId: null,
    shows: "An inquiry without an account and without a reference ID; completed",
    printed: papers({
      name: ["Robin", "Sayre"],
      sex: "X",
      born: [20, 9, 1],
      country: "US",
      number: "S5520193",
      home: ["40 Orchard Street", "New York", "10002", "NY"],
      face: "robin",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "6h", template: "age", account: "none" })
        .opens("4m", visit("robin", iphone, newYork))
        .passes("2m", governmentId("id-card"));
    },
  }),
] as const;
