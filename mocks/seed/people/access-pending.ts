import { governmentId } from "../attempts/government-id";
import {
  athens,
  berlin,
  galaxy,
  iosApp,
  iphone,
  london,
  macbook,
  milan,
  oldAndroid,
  paris,
  seattle,
  visit,
  warsaw,
  windows,
} from "../visits";
import { papers, person } from "./person";

/** People whose inquiry is still open, and who cannot get back into it. */
export const accessPending = [
  person({
    key: "lucas-meyer",
    referenceId: "usr_66d1b2",
    shows: "Pending: he closed the tab after his passport; his session still lives but its token is lost",
    printed: papers({
      name: ["Lucas", "Meyer"],
      sex: "M",
      born: [23, 12, 1],
      country: "DE",
      number: "C9HK0112T",
      home: ["Kastanienallee 71", "Berlin", "10435"],
      face: "lucas",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "5h", template: "kyc" })
        .opens("9m", visit("lucas", macbook, berlin))
        .passes("2m", governmentId("passport"))
        .leaves("1m");
    },
  }),
  person({
    key: "giulia-rossi",
    referenceId: "usr_9b07d4",
    shows: "Pending with every session expired: starting moved the inquiry's expiry, not that of her session",
    printed: papers({
      name: ["Giulia", "Rossi"],
      sex: "F",
      born: [33, 7, 16],
      country: "IT",
      number: "CA90114HH",
      home: ["Corso Buenos Aires 9", "Milano", "20124"],
      face: "giulia",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "32h", template: "kyc", windows: { afterStart: "72h" } })
        .opens("5h", visit("giulia", iphone, milan))
        .passes("4m", governmentId("id-card"))
        .leaves("1m");
    },
  }),
  person({
    key: "paul-dubois",
    referenceId: "usr_e3b84f",
    shows: "Pending: he keeps reopening the dedicated link of his mail, which no longer lets him in without a token",
    printed: papers({
      name: ["Paul", "Dubois"],
      sex: "M",
      born: [49, 10, 27],
      country: "FR",
      number: "17DE55120",
      home: ["41 rue Oberkampf", "Paris", "75011"],
      face: "paul",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "7h", template: "kyc" })
        .opens("30m", visit("paul", windows, paris))
        .passes("5m", governmentId("passport"))
        .leaves("20s")
        .refused("2h", visit("paul", windows, paris))
        .refused("4m", visit("paul", iphone, paris))
        .note("30m", "Says: ‘your link is broken’. Ticket 48213.");
    },
  }),
  person({
    key: "anna-kowalska",
    referenceId: "cus-104075",
    shows: "Pending: her one-time link was opened once, days ago, and is used up",
    printed: papers({
      name: ["Anna", "Kowalska"],
      sex: "F",
      born: [36, 1, 4],
      country: "PL",
      number: "ZP1190283",
      home: ["ul. Świętojańska 12", "Gdynia", "81-372"],
      face: "anna",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "4d", template: "us-onboarding" })
        .opens("2h", visit("anna", galaxy, warsaw))
        .begins("2m", governmentId("passport"))
        .leaves("5m")
        .link("20h", "priscilla")
        .opensLink("3h", visit("anna", iphone, warsaw))
        .leaves("2m");
    },
  }),
  person({
    key: "peter-ashworth",
    referenceId: "cus-104090",
    shows: "Pending: the one-time link he was sent lapsed unopened after 24 hours",
    printed: papers({
      name: ["Peter", "Ashworth"],
      sex: "M",
      born: [71, 5, 29],
      country: "GB",
      number: "ASHWO505291P",
      home: ["2 Church Lane", "Ely", "CB7 4JU"],
      face: "peter",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "3.2d", template: "us-onboarding" })
        .opens("5h", visit("peter", oldAndroid, london))
        .begins("9m", governmentId("licence"))
        .leaves("5m")
        .link("18h", "jonas");
    },
  }),
  person({
    key: "dimitra-papadaki",
    referenceId: "usr_f17a60",
    shows: "Her own inquiry waits unopened while she opened a static link twice: three inquiries, three accounts, minutes apart",
    printed: papers({
      name: ["Dimitra", "Papadaki"],
      native: ["Δήμητρα", "Παπαδάκη"],
      sex: "F",
      born: [29, 11, 11],
      country: "GR",
      number: "AH4429103",
      home: ["Ερμού 18", "Αθήνα", "10563"],
      face: "dimitra",
    }),
    story(teller) {
      teller.inquiry("main", { ago: "9h", template: "kyc" });
      teller
        .inquiry("stray-1", { ago: "8.9h", template: "kyc", by: "static-link", referenceId: null })
        .opens("2s", visit("dimitra", iphone, athens))
        .begins("1m", governmentId("passport"))
        .leaves("3m");
      teller
        .inquiry("stray-2", { ago: "8.7h", template: "kyc", by: "static-link", referenceId: null })
        .opens("2s", visit("dimitra", macbook, athens))
        .passes("3m", governmentId("passport"))
        .leaves("3m");
    },
  }),
  person({
    key: "sinead-walsh",
    referenceId: "usr_7a90bc",
    shows: "Live session for fifty minutes and not one verification: camera, browser or network on an old phone",
    printed: papers({
      name: ["Sinéad", "Walsh"],
      sex: "F",
      born: [57, 8, 24],
      country: "IE",
      number: "PC2290184",
      home: ["17 Shop Street", "Galway", "H91 E0A8"],
      face: "sinead",
    }),
    story(teller) {
      teller.inquiry("main", { ago: "70m", template: "kyc" }).opens("18m", visit("sinead", oldAndroid, london));
    },
  }),
  person({
    key: "aaron-feld",
    referenceId: "cus-104777",
    shows: "Pending in the mobile app: the token was dropped at the last launch, resume with a token is the way back",
    printed: papers({
      name: ["Aaron", "Feld"],
      sex: "M",
      born: [27, 6, 13],
      country: "US",
      number: "F4429018",
      home: ["1917 Pine Street", "Seattle", "98101", "WA"],
      face: "aaron",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "10h", template: "kyc", by: "embedded" })
        .opens("15s", visit("aaron", iosApp, seattle))
        .passes("2m", governmentId("licence"))
        .leaves("20s")
        .resumes("6h", "server")
        .opensResumed("3s", visit("aaron", iosApp, seattle))
        .leaves("30s");
    },
  }),
] as const;
