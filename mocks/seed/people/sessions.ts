import { governmentId } from "../attempts/government-id";
import { selfie } from "../attempts/selfie";
import * as place from "../visits";
import { androidApp, galaxy, iosApp, ipad, iphone, linux, macbook, onMobileData, pixel, throughVpn, visit, windows } from "../visits";
import { papers, person } from "./person";

/** People whose sessions and expiries are the story. */
export const sessions = [
  person({
    key: "ingrid-solberg",
    referenceId: "usr_0d11aa",
    shows: "Created two hours ago, never opened: anybody with the dedicated link may open it",
    printed: papers({
      name: ["Ingrid", "Solberg"],
      sex: "F",
      born: [30, 10, 10],
      country: "SE",
      number: "AB8819203",
      home: ["Avenyn 31", "Göteborg", "411 36"],
      face: "ingrid-3",
    }),
    story(teller) {
      teller.inquiry("main", { ago: "2h", template: "kyc" });
    },
  }),
  person({
    key: "felix-brandt",
    referenceId: "usr_0d12f3",
    shows: "Pending and expires in two hours",
    printed: papers({
      name: ["Felix", "Brandt"],
      sex: "M",
      born: [35, 5, 1],
      country: "DE",
      number: "CF21TT019",
      home: ["Schanzenstraße 14", "Hamburg", "20357"],
      face: "felix",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "22h", template: "kyc" })
        .opens("20m", visit("felix", pixel, place.berlin))
        .passes("2m", governmentId("passport"))
        .leaves("1m");
    },
  }),
  person({
    key: "camille-laurent",
    referenceId: "usr_0d1387",
    shows: "Pending and expires in twenty minutes, while she is on the selfie screen",
    printed: papers({
      name: ["Camille", "Laurent"],
      sex: "F",
      born: [24, 3, 21],
      country: "FR",
      number: "21FF90012",
      home: ["6 rue Esquermoise", "Lille", "59800"],
      face: "camille",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "1420m", template: "kyc" })
        .opens("23h", visit("camille", iphone, place.paris))
        .passes("6m", governmentId("passport"))
        .begins("1m", selfie());
    },
  }),
  person({
    key: "ben-carter",
    referenceId: "usr_5d9e27",
    shows: "Session limit reached: 25 of 25, his app resumes at every launch and no further link can be made",
    printed: papers({
      name: ["Ben", "Carter"],
      sex: "M",
      born: [21, 9, 9],
      country: "US",
      number: "C0091823",
      home: ["455 Guadalupe Street", "Austin", "78701", "TX"],
      face: "ben",
    }),
    story(teller) {
      const inquiry = teller
        .inquiry("main", { ago: "6h", template: "kyc", by: "embedded" })
        .opens("10s", visit("ben", androidApp, place.austin))
        .begins("1m", governmentId("licence"));
      for (let launch = 2; launch <= 25; launch++) {
        inquiry.resumes("12m", "server").opensResumed("2s", visit("ben", androidApp, place.austin));
      }
    },
  }),
  person({
    key: "nina-hoffmann",
    referenceId: "usr_5d9e90",
    shows: "One session left: 24 of 25, the next resume or link is the last",
    printed: papers({
      name: ["Nina", "Hoffmann"],
      sex: "F",
      born: [42, 2, 14],
      country: "DE",
      number: "LG2109PP1",
      home: ["Königstraße 2", "Stuttgart", "70173"],
      face: "nina",
    }),
    story(teller) {
      const inquiry = teller
        .inquiry("main", { ago: "8h", template: "kyc", by: "embedded" })
        .opens("10s", visit("nina", iosApp, place.munich))
        .begins("1m", governmentId("id-card"));
      for (let launch = 2; launch <= 24; launch++) inquiry.resumes("15m", "server").opensResumed("2s", visit("nina", iosApp, place.munich));
    },
  }),
  person({
    key: "kevin-osei",
    referenceId: "cus-106002",
    shows: "A link passed around: nine devices in seven countries on one inquiry",
    printed: papers({
      name: ["Kevin", "Osei"],
      sex: "M",
      born: [29, 12, 12],
      country: "GB",
      number: "OSEI9712123K",
      home: ["33 Coldharbour Lane", "London", "SE5 9NR"],
      face: "kevin-1",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "11h", template: "kyc" })
        .opens("5m", visit("kevin-1", galaxy, place.london))
        .begins("2m", governmentId("licence"))
        .returns("6m", visit("kevin-2", pixel, place.lagos, onMobileData))
        .returns("9m", visit("kevin-3", windows, place.istanbul))
        .returns("4m", visit("kevin-4", iphone, place.dubai))
        .returns("40m", visit("kevin-5", linux, place.kyiv, throughVpn))
        .returns("15m", visit("kevin-6", windows, place.hanoi))
        .returns("2m", visit("kevin-7", galaxy, place.lagos, onMobileData))
        .returns("80m", visit("kevin-8", macbook, place.saoPaulo))
        .returns("3m", visit("kevin-9", pixel, place.london));
    },
  }),
  person({
    key: "joanna-reed",
    referenceId: "cus-106017",
    shows: "Began on a computer and carried on by QR code on her phone, then by text message on a tablet; approved",
    printed: papers({
      name: ["Joanna", "Reed"],
      sex: "F",
      born: [48, 1, 22],
      country: "CA",
      number: "GC991802",
      home: ["77 Bloor Street West", "Toronto", "M5S 1M2", "ON"],
      face: "joanna",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "3.1d", template: "kyc" })
        .opens("1h", visit("joanna", windows, place.toronto))
        .begins("30s", governmentId("passport"))
        .returns(
          "1m",
          visit("joanna", iphone, place.toronto, {
            deviceHandoffMethod: "qr",
            gpsLatitude: 43.6677,
            gpsLongitude: -79.3948,
            gpsPrecision: "precise",
            gpsCountryCode: "CA",
          }),
        )
        .passes("1m", governmentId("passport"))
        .returns("4m", visit("joanna", ipad, place.toronto, { deviceHandoffMethod: "sms" }))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "mateo-vargas",
    referenceId: "cus-106044",
    shows: "A one-time link sent an hour ago, unopened and good for another 23 hours",
    printed: papers({
      name: ["Mateo", "Vargas"],
      sex: "M",
      born: [26, 4, 4],
      country: "ES",
      number: "XDD201938",
      home: ["Calle Larios 4", "Málaga", "29005"],
      face: "mateo",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "9h", template: "kyc", windows: { afterStart: "48h" } })
        .opens("10m", visit("mateo", galaxy, place.madrid))
        .begins("2m", governmentId("id-card"))
        .leaves("2m")
        .link("7.7h", "jonas");
    },
  }),
  person({
    key: "oksana-bondar",
    referenceId: "usr_77c0e1",
    shows: "Impossible travel: New York and, eleven minutes later, Bangkok; GPS far away from the IP address",
    printed: papers({
      name: ["Oksana", "Bondar"],
      native: ["Оксана", "Бондар"],
      sex: "F",
      born: [31, 7, 2],
      country: "UA",
      number: "FC119283",
      home: ["вул. Сумська 11", "Харків", "61057"],
      face: "oksana-1",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "4h", template: "kyc" })
        .opens("5m", visit("oksana", iphone, place.newYork))
        .passes("2m", governmentId("passport"))
        .returns(
          "11m",
          visit("oksana", windows, place.bangkok, {
            ...throughVpn,
            gpsLatitude: 49.99,
            gpsLongitude: 36.23,
            gpsPrecision: "precise",
            gpsCountryCode: "UA",
          }),
        );
    },
  }),
] as const;
