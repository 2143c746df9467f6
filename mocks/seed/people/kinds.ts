import { decisive, failed, notApplicable } from "../attempts/checks";
import { governmentId } from "../attempts/government-id";
import { aamva, chip, comparison, database, emailCode, paperwork, phoneCode } from "../attempts/others";
import { selfie } from "../attempts/selfie";
import { austin, berlin, iosApp, iphone, macbook, munich, saoPaulo, seattle, visit, windows } from "../visits";
import { papers, person } from "./person";

/** Verifications beyond a document and a selfie, with every way they can end. */
export const kinds = [
  person({
    key: "victoria-hale",
    referenceId: "cus-109004",
    shows: "US records: database failed then passed, licence records skipped (state does not take part), phone carrier partial",
    printed: papers({
      name: ["Victoria", "Hale"],
      sex: "F",
      born: [36, 7, 19],
      country: "US",
      number: "H7719204",
      home: ["PO Box 118", "Seattle", "98111", "WA"],
      face: "victoria",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "4.4d", template: "us-onboarding" })
        .opens("2h", visit("victoria", macbook, seattle))
        .fails(
          "2m",
          database("database", [
            comparison(
              { name_first: "full", name_last: "none", birthdate: "full", address: "partial", identification_number: "partial" },
              "failed",
            ),
            failed("database_po_box_detection"),
          ]),
        )
        .passes(
          "6m",
          database("database", [
            comparison({ name_first: "full", name_last: "full", birthdate: "full", address: "partial", identification_number: "full" }),
          ]),
        )
        .passes("2m", governmentId("licence", { outcomes: [notApplicable("id_aamva_database_lookup", "disabled")] }))
        .skips("3s", aamva([notApplicable("aamva_identification_number_comparison"), notApplicable("aamva_name_comparison")]))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "walter-kim",
    referenceId: "cus-109017",
    shows: "Licence records answered with another last name; phone carrier knows him only in part; in review",
    printed: papers({
      name: ["Walter", "Kim"],
      sex: "M",
      born: [53, 2, 8],
      country: "US",
      number: "K3301928",
      home: ["22 Barton Springs Road", "Austin", "78704", "TX"],
      face: "walter-33",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "47h", template: "diligence" })
        .opens("1h", visit("walter", windows, austin))
        .fails(
          "2m",
          aamva([
            failed("aamva_identification_number_comparison"),
            { ...failed("aamva_name_comparison"), metadata: { "name-first-match": "full", "name-last-match": "none" } },
          ]),
        )
        .fails(
          "2m",
          database("database-phone-carrier", [decisive("database_name_comparison"), failed("database_birthdate_comparison")], {
            phoneNumber: "+15125550171",
          }),
        )
        .passes(
          "2m",
          database("database-standard", [comparison({ name_first: "full", name_last: "partial", birthdate: "full", address: "full" })]),
        )
        .marksForReview("4h", "theo");
    },
  }),
  person({
    key: "katrin-vogel",
    referenceId: "usr_k4a001",
    shows: "Chip of the passport read by phone: first an expired document, then passed; mobile SDK",
    printed: papers({
      name: ["Katrin", "Vogel"],
      sex: "F",
      born: [45, 11, 11],
      country: "DE",
      number: "C1TT90XP2",
      home: ["Leopoldstraße 19", "München", "80802"],
      face: "katrin",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "56h", template: "diligence" })
        .opens("1h", visit("katrin", iosApp, munich))
        .fails("2m", chip([decisive("id_nfc_expired_detection", "expired")]))
        .passes("9m", chip())
        .passes("2m", selfie());
    },
  }),
  person({
    key: "bruno-cardoso",
    referenceId: "usr_k4a010",
    shows: "Documents in every state: tentatively passed, failed, requires retry, canceled",
    printed: papers({
      name: ["Bruno", "Cardoso"],
      sex: "M",
      born: [47, 1, 28],
      country: "BR",
      number: "RG4410293",
      home: ["Av. Paulista 900", "São Paulo", "01310-100", "SP"],
      face: "bruno-2",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "4.8d", template: "business" })
        .opens("3h", visit("bruno", windows, saoPaulo))
        .retries("4m", paperwork("company-extract", "glare", [failed("document_extracted_properties_detection")]))
        .cancels("20m", paperwork("company-extract"))
        .fails("2m", paperwork("company-extract", "copy", [failed("document_fabrication_detection"), failed("document_type_detection")]))
        .turns("30m", paperwork("company-extract"), "tentatively_passed");
    },
  }),
  person({
    key: "mira-stojanovic",
    referenceId: "usr_k4a022",
    shows: "Phone and e-mail codes in every state: failed, canceled, passed, and one confirmed but not processed",
    printed: papers({
      name: ["Mira", "Stojanović"],
      sex: "F",
      born: [33, 3, 15],
      country: "DE",
      number: "L2X9PQ771",
      home: ["Karl-Marx-Straße 3", "Berlin", "12043"],
      face: "mira-2",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "7h", template: "contact" })
        .opens("9m", visit("mira", iphone, berlin))
        .fails("4m", phoneCode("+4915550199283", [decisive("phone_number_code_confirmation")], 811))
        .cancels("10m", phoneCode("+4915550199283", [failed("phone_number_confirmation_code_timeout")]))
        .passes("2m", phoneCode("+4915550199283", [], 302))
        .turns("2m", emailCode("mira.s@example.org"), "confirmed")
        .leaves("20m");
    },
  }),
] as const;
