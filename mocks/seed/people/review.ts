import { failed } from "../attempts/checks";
import { governmentId } from "../attempts/government-id";
import { comparison, database } from "../attempts/others";
import { selfie } from "../attempts/selfie";
import {
  dublin,
  fromDatacenter,
  galaxy,
  headless,
  hetzner,
  iphone,
  kyiv,
  lisbon,
  london,
  lyon,
  macbook,
  mexicoCity,
  mumbai,
  pixel,
  throughTor,
  throughVpn,
  visit,
  windows,
} from "../visits";
import { papers, person } from "./person";

/** People a reviewer has to look at. */
export const review = [
  person({
    key: "artem-kovalenko",
    referenceId: "usr_58ad90",
    shows: "Oldest in the queue: nine days in review over a sanctions-list match; case assigned; name in Cyrillic",
    printed: papers({
      name: ["Artem", "Kovalenko"],
      native: ["Артем", "Коваленко"],
      sex: "M",
      born: [47, 2, 11],
      country: "UA",
      number: "FA882034",
      home: ["вул. Хрещатик 22", "Київ", "01001"],
      face: "artem-4",
    }),
    story(teller) {
      teller
        .inquiry("main", {
          ago: "9.4d",
          template: "kyc",
          reports: { watchlist: "match" },
          note: "Translator asked for the entry of the list.",
        })
        .opens("50m", visit("artem", pixel, kyiv))
        .passes("3m", governmentId("passport"))
        .passes("1m", selfie())
        .assignsCase("1d", "maya")
        .setsCase("2h", "maya", "Pending");
    },
  }),
  person({
    key: "isabel-ferreira",
    referenceId: "cus-103044",
    shows: "In review: a politically exposed person by the report, case open for two days",
    printed: papers({
      name: ["Isabel", "Ferreira"],
      sex: "F",
      born: [58, 3, 27],
      country: "PT",
      number: "CC558104",
      home: ["Rua do Carmo 15", "Lisboa", "1200-093"],
      face: "isabel",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "2.2d", template: "kyc", reports: { "politically-exposed-person": "match" } })
        .opens("3h", visit("isabel", macbook, lisbon))
        .passes("4m", governmentId("id-card"))
        .passes("2m", selfie());
    },
  }),
  person({
    key: "liam-oconnor",
    referenceId: "usr_e5f071",
    shows: "In review for five hours over adverse media; apostrophe in the name",
    printed: papers({
      name: ["Liam", "O’Connor"],
      sex: "M",
      born: [39, 9, 3],
      country: "IE",
      number: "PB4410298",
      home: ["9 Capel Street", "Dublin", "D01 W5C9"],
      face: "liam",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "6h", template: "kyc", reports: { "adverse-media": "match" } })
        .opens("20m", visit("liam", iphone, dublin))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "chloe-martin",
    referenceId: "usr_91bb3c",
    shows: "In review: the face of the selfie is not the one on the passport, twice",
    printed: papers({
      name: ["Chloé", "Martin"],
      sex: "F",
      born: [25, 1, 30],
      country: "FR",
      number: "20AK71034",
      home: ["3 place Bellecour", "Lyon", "69002"],
      face: "chloe",
      selfie: "not-chloe",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "26h", template: "kyc" })
        .opens("10m", visit("chloe", iphone, lyon))
        .passes("2m", governmentId("passport"))
        .fails("1m", selfie({ similarity: 22.8, outcomes: [failed("selfie_id_comparison")] }))
        .fails(
          "2m",
          selfie({ similarity: 19.4, outcomes: [failed("selfie_id_comparison"), failed("selfie_age_comparison", "age_mismatch")] }),
        )
        .marksForReview("2h", "jonas")
        .tags("10s", ["face mismatch", "customer called"]);
    },
  }),
  person({
    key: "ravi-menon",
    referenceId: "cus-104518",
    shows: "In review: sessions through Tor, a VPN and a data centre in four countries, bot score 91",
    printed: papers({
      name: ["Ravi", "Menon"],
      sex: "M",
      born: [33, 5, 6],
      country: "IN",
      number: "T8841902",
      home: ["22 MG Road", "Bengaluru", "560001", "KA"],
      face: "ravi",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "27h", template: "kyc", reports: { watchlist: "slow" } })
        .opens("2m", visit("ravi", headless, hetzner, fromDatacenter))
        .passes("15s", governmentId("passport"))
        .returns("3m", visit("ravi", windows, london, throughVpn))
        .returns("4m", visit("ravi", windows, kyiv, throughTor))
        .returns("9m", visit("ravi", pixel, mumbai))
        .passes("10s", selfie({ similarity: 88.1, outcomes: [failed("selfie_public_figure_detection")] }))
        .behaves("1s", {
          "bot-score": 91,
          "behavior-threat-level": "high",
          "completion-time": 41.7,
          "distraction-events": 0,
          "hesitation-count": 0,
          "hesitation-percentage": 0.4,
          "shortcut-pastes": 11,
          "autofill-starts": 0,
          "devtools-open": true,
          "debugger-attached": true,
          "request-spoof-attempts": 3,
          "user-agent-spoof-attempts": 2,
        })
        .marksForReview("4m", "workflow")
        .opensCase("1s", "Automation suspected");
    },
  }),
  person({
    key: "emily-clarke",
    referenceId: "cus-102930",
    shows: "In review: database found the name and the birthdate, the address only in part, the number not at all",
    printed: papers({
      name: ["Emily", "Clarke"],
      sex: "F",
      born: [30, 12, 18],
      country: "GB",
      number: "550918273",
      home: ["Flat 4, 61 Mare Street", "London", "E8 4RG"],
      face: "emily",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "3d", template: "us-onboarding" })
        .opens("1h", visit("emily", macbook, london))
        .passes(
          "2m",
          database("database", [
            comparison({
              name_first: "full",
              name_last: "full",
              birthdate: "full",
              address: "partial",
              phone_number: "missing",
              identification_number: "none",
            }),
            failed("database_address_deliverable_detection", "missing_secondary_information"),
            failed("database_address_residential_detection", "unknown_address_type"),
          ]),
        )
        .marksForReview("3h", "maya");
    },
  }),
  person({
    key: "hugo-alvarez",
    referenceId: "usr_6b2d18",
    shows:
      "Newest in the queue: twenty minutes in review, document details already on another account, on the phone of somebody who was declined",
    printed: papers({
      name: ["Hugo", "Álvarez"],
      sex: "M",
      born: [28, 7, 7],
      country: "MX",
      number: "G33019284",
      home: ["Av. Álvaro Obregón 110", "Ciudad de México", "06700", "CMX"],
      face: "hugo",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "75m", template: "kyc", reports: { watchlist: "slow" } })
        .opens("3m", visit("hugo", galaxy, mexicoCity))
        .passes(
          "2m",
          governmentId("passport", { outcomes: [failed("id_repeat_detection"), failed("id_account_comparison", "property_conflict")] }),
        )
        .passes("1m", selfie())
        .marksForReview("49m", "theo");
    },
  }),
  person({
    key: "nadia-rahman",
    referenceId: "cus-105099",
    shows: "Marked for review while she was still in the flow: she is stopped and cannot go on",
    printed: papers({
      name: ["Nadia", "Rahman"],
      sex: "F",
      born: [35, 11, 23],
      country: "GB",
      number: "533019822",
      home: ["18 Brick Lane", "London", "E1 6QL"],
      face: "nadia",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "5h", template: "kyc" })
        .opens("10m", visit("nadia", iphone, london))
        .passes("2m", governmentId("passport"))
        .marksForReview("5m", "ines");
    },
  }),
] as const;
