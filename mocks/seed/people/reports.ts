import { governmentId } from "../attempts/government-id";
import { selfie } from "../attempts/selfie";
import { berlin, iphone, macbook, milan, newYork, paris, pixel, visit, windows } from "../visits";
import { papers, person } from "./person";

/** Reports in each of their states. */
export const reports = [
  person({
    key: "pending-report",
    referenceId: "usr_r3p001",
    shows: "Completed; the watchlist report is still pending, so the workflow waits",
    printed: papers({
      name: ["Elena", "Conti"],
      sex: "F",
      born: [37, 12, 2],
      country: "IT",
      number: "YB4410293",
      home: ["Via Roma 3", "Torino", "10123"],
      face: "elena",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "35m", template: "kyc", reports: { watchlist: "slow" } })
        .opens("4m", visit("elena", iphone, milan))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "errored-report",
    referenceId: "usr_r3p002",
    shows: "Report errored: adverse media came back with nothing, a reviewer has to run it again",
    printed: papers({
      name: ["Julien", "Faure"],
      sex: "M",
      born: [42, 7, 11],
      country: "FR",
      number: "22HH10293",
      home: ["20 rue de Rivoli", "Paris", "75004"],
      face: "julien",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "25h", template: "age" })
        .opens("30m", visit("julien", macbook, paris))
        .passes("2m", governmentId("passport"))
        .ordersReport("2h", "adverse-media", "error", "maya")
        .marksForReview("10m", "maya");
    },
  }),
  person({
    key: "three-matches",
    referenceId: "usr_r3p003",
    shows: "Watchlist, PEP and adverse media all match; assigned case in a state of its own",
    printed: papers({
      name: ["Karl", "Steinmetz"],
      sex: "M",
      born: [63, 1, 16],
      country: "DE",
      number: "L9TT2X10P",
      home: ["Unter den Linden 40", "Berlin", "10117"],
      face: "karl",
    }),
    story(teller) {
      teller
        .inquiry("main", {
          ago: "4.1d",
          template: "kyc",
          reports: { watchlist: "match", "politically-exposed-person": "match", "adverse-media": "match" },
        })
        .opens("2h", visit("karl", windows, berlin))
        .passes("3m", governmentId("id-card"))
        .passes("1m", selfie())
        .assignsCase("20h", "ines");
    },
  }),
  person({
    key: "rerun-report",
    referenceId: "usr_r3p004",
    shows: "Approved a fortnight ago; the watchlist report ran again since, still without a match",
    printed: papers({
      name: ["Nora", "Whitman"],
      sex: "F",
      born: [34, 10, 18],
      country: "US",
      number: "W8810293",
      home: ["155 Prince Street", "New York", "10012", "NY"],
      face: "nora",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "14d", template: "kyc" })
        .opens("1h", visit("nora", pixel, newYork))
        .passes("2m", governmentId("licence"))
        .passes("1m", selfie())
        .rerunsReport("12d", "watchlist", "victor");
    },
  }),
  person({
    key: "screened-again",
    referenceId: "usr_r3p005",
    shows: "Approved a month ago; since yesterday the account is screened continuously, and two records wait to be reviewed",
    printed: papers({
      name: ["Marta", "Lewandowska"],
      sex: "F",
      born: [46, 5, 23],
      country: "PL",
      number: "DBA402913",
      home: ["ul. Piwna 8", "Gdansk", "80-831"],
      face: "marta",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "30d", template: "kyc" })
        .opens("1h", visit("marta", pixel, berlin))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie())
        .screensAccount("29d", "match", "victor");
    },
  }),
] as const;
