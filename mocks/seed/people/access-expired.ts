import { governmentId } from "../attempts/government-id";
import { selfie } from "../attempts/selfie";
import { cairo, galaxy, iphone, london, macbook, munich, paris, pixel, seattle, stockholm, visit, windows } from "../visits";
import { papers, person } from "./person";

/** People whose inquiry expired or was closed to them by something other than a decision. */
export const accessExpired = [
  person({
    key: "emma-fischer",
    referenceId: "usr_a1f03c",
    shows: "Expired without ever being opened: the link went out by letter and the window was a day",
    printed: papers({
      name: ["Emma", "Fischer"],
      sex: "F",
      born: [67, 4, 12],
      country: "DE",
      number: "T22000129",
      home: ["Am Markt 3", "Weimar", "99423"],
      face: "emma",
    }),
    story(teller) {
      teller.inquiry("main", { ago: "6d", template: "kyc" });
    },
  }),
  person({
    key: "benedikt-huber",
    referenceId: "usr_a1f07e",
    shows: "Expired: he opened the link and looked at the first screen, but never began",
    printed: papers({
      name: ["Benedikt", "Huber"],
      sex: "M",
      born: [54, 9, 19],
      country: "DE",
      number: "L7X21PQ04",
      home: ["Rosenheimer Str. 40", "München", "81669"],
      face: "benedikt",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "4d", template: "kyc" })
        .opens("7h", visit("benedikt", windows, munich))
        .leaves("40s");
    },
  }),
  person({
    key: "oscar-lund",
    referenceId: "usr_2c5e88",
    shows: "Expired midway: his passport passed, then he stopped before the selfie",
    printed: papers({
      name: ["Oscar", "Lund"],
      sex: "M",
      born: [32, 2, 20],
      country: "SE",
      number: "AA1290043",
      home: ["Storgatan 5", "Uppsala", "753 31"],
      face: "oscar",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "3.5d", template: "kyc" })
        .opens("2h", visit("oscar", iphone, stockholm))
        .passes("3m", governmentId("passport"))
        .leaves("1m");
    },
  }),
  person({
    key: "fatima-haddad",
    referenceId: "cus-103310",
    shows: "Expired by hand: a support agent ended it eleven hours before its time, the audit log names her",
    printed: papers({
      name: ["Fatima", "Haddad"],
      sex: "F",
      born: [28, 6, 6],
      country: "EG",
      number: "A22918340",
      home: ["14 El Tahrir Street", "Cairo", "11511"],
      face: "fatima",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "2d", template: "kyc" })
        .opens("1h", visit("fatima", pixel, cairo))
        .passes("2m", governmentId("passport"))
        .expires("12h", "priscilla");
    },
  }),
  person({
    key: "ines-caldeira",
    referenceId: "usr_b7710a",
    shows: "Expired, resumed, expired again: nobody told her that there was a new link",
    printed: papers({
      name: ["Inês", "Caldeira"],
      sex: "F",
      born: [40, 8, 8],
      country: "PT",
      number: "CC771029",
      home: ["Rua de Cedofeita 201", "Porto", "4050-179"],
      face: "ines-c",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "5d", template: "kyc" })
        .opens("4h", visit("ines-c", galaxy, paris))
        .passes("2m", governmentId("id-card"))
        .leaves("30s")
        .resumes("48h", "jonas");
    },
  }),
  person({
    key: "ibrahim-sesay",
    referenceId: "usr_314bd9",
    shows: "Pending on a template that was deactivated this morning: the flow refuses to load",
    printed: papers({
      name: ["Ibrahim", "Sesay"],
      sex: "M",
      born: [34, 4, 18],
      country: "NG",
      number: "B00229184",
      home: ["5 Wilkinson Road", "Lagos", "101241"],
      face: "ibrahim-5",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "26h", template: "retired" })
        .opens("30m", visit("ibrahim", galaxy, london))
        .begins("3m", governmentId("passport"))
        .leaves("6m");
    },
  }),
  person({
    key: "wrong-environment",
    referenceId: "usr_sbx_0007",
    shows: "Exists in Sandbox only: in Production neither the reference ID nor the inquiry is found",
    printed: papers({
      name: ["Alexander", "Sample"],
      sex: "M",
      born: [44, 7, 17],
      country: "US",
      number: "I1234562",
      home: ["600 California Street", "San Francisco", "94109", "CA"],
      face: "sample",
    }),
    story(teller) {
      if (teller.environment !== "sandbox") return;
      teller
        .inquiry("main", { ago: "4h", template: "kyc" })
        .opens("5m", visit("sample", macbook, seattle))
        .begins("1m", governmentId("licence"))
        .leaves("1m");
    },
  }),
  person({
    key: "kwame-mensah",
    referenceId: "usr_8e44c1",
    shows: "Account archived by consolidation: a new inquiry on it is refused, its old one moved to the destination",
    printed: papers({
      name: ["Kwame", "Mensah"],
      sex: "M",
      born: [38, 3, 30],
      country: "GB",
      number: "MENSA803303K",
      home: ["90 Peckham Rye", "London", "SE15 4HB"],
      face: "kwame-2",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "20d", template: "kyc" })
        .opens("1h", visit("kwame", pixel, london))
        .passes("2m", governmentId("licence"))
        .passes("1m", selfie());
      teller
        .inquiry("destination", { ago: "12d", template: "kyc", referenceId: "usr_8e44c2" })
        .opens("2h", visit("kwame", pixel, london))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie());
      teller.consolidates("10d", { from: "usr_8e44c1", into: "usr_8e44c2", by: "ruth" });
    },
  }),
] as const;
