import { failed } from "../attempts/checks";
import { governmentId, unread } from "../attempts/government-id";
import { paperwork } from "../attempts/others";
import { selfie } from "../attempts/selfie";
import { berlin, galaxy, hanoi, iphone, istanbul, london, macbook, madrid, pixel, toronto, visit } from "../visits";
import { papers, person } from "./person";

/** People who failed or were declined, each for another reason. */
export const rejected = [
  person({
    key: "jack-thornton",
    referenceId: "usr_3c8e7a",
    shows: "Failed: three attempts at the licence, blurred, cut off, and the front photographed twice",
    printed: papers({
      name: ["Jack", "Thornton"],
      sex: "M",
      born: [22, 2, 25],
      country: "GB",
      number: "THORN902255J99",
      home: ["5 Canal Side", "London", "N1 7RJ"],
      face: "jack",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "31h", template: "kyc" })
        .opens("4m", visit("jack", galaxy, london))
        .fails(
          "1m",
          governmentId("licence", {
            front: "blur",
            read: unread,
            outcomes: [
              failed("id_blur_detection"),
              failed("id_portrait_clarity_detection"),
              failed("id_entity_detection", "low_confidence_entity_match"),
            ],
          }),
        )
        .fails(
          "1m",
          governmentId("licence", {
            front: "cropped",
            read: unread,
            outcomes: [failed("id_portrait_detection", "portrait_not_found"), failed("id_entity_detection", "cannot_verify_id")],
          }),
        )
        .fails(
          "1m",
          governmentId("licence", {
            back: "front",
            outcomes: [failed("id_double_side_detection", "side_submitted_twice"), failed("id_barcode_detection", "barcode_not_detected")],
          }),
        );
    },
  }),
  person({
    key: "stefan-novak",
    referenceId: "usr_aa10f4",
    shows: "Declined by a reviewer: the passport was photographed off a screen",
    printed: papers({
      name: ["Stefan", "Novak"],
      sex: "M",
      born: [43, 8, 15],
      country: "DE",
      number: "C4VPL902K",
      home: ["Sonnenallee 120", "Berlin", "12045"],
      face: "stefan",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "4d", template: "kyc" })
        .opens("20m", visit("hugo", galaxy, berlin))
        .passes(
          "2m",
          governmentId("passport", { front: "replica", outcomes: [failed("id_electronic_replica_detection", "replica_detected")] }),
        )
        .fails(
          "90s",
          selfie({
            look: "replica",
            similarity: 90.2,
            outcomes: [failed("selfie_liveness_detection", "low_liveness_confidence"), failed("selfie_suspicious_entity_detection")],
          }),
        )
        .declines("6h", "maya", "Picture of a screen, twice. Liveness failed. No second chance on this account.");
    },
  }),
  person({
    key: "mia-nguyen",
    referenceId: "usr_f20c95",
    shows: "Failed the age check: sixteen years old, genuine card",
    printed: papers({
      name: ["Mia", "Nguyễn"],
      native: ["My", "Nguyễn"],
      sex: "F",
      born: [16, 1, 9],
      country: "VN",
      number: "001309004412",
      home: ["36 Hàng Bông", "Hà Nội", "100000"],
      face: "mia-7",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "3h", template: "age", by: "embedded" })
        .opens("10s", visit("mia", iphone, hanoi))
        .fails("80s", governmentId("id-card", { outcomes: [failed("id_age_comparison", "failed_requirement")] }));
    },
  }),
  person({
    key: "carlos-ibanez",
    referenceId: "cus-106310",
    shows: "Declined by the workflow: date of birth pasted over, extract of the register edited",
    printed: papers({
      name: ["Carlos", "Ibáñez"],
      sex: "M",
      born: [51, 6, 28],
      country: "ES",
      number: "BAB441902",
      home: ["Calle de Alcalá 61", "Madrid", "28014"],
      face: "carlos",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "5.5d", template: "business" })
        .opens("1h", visit("carlos", macbook, madrid))
        .fails(
          "3m",
          governmentId("id-card", {
            front: "tampered",
            outcomes: [failed("id_tamper_detection"), failed("id_fabrication_detection"), failed("id_mrz_inconsistency_detection")],
          }),
        )
        .fails(
          "5m",
          governmentId("id-card", { front: "copy", outcomes: [failed("id_color_inconsistency_detection"), failed("id_tamper_detection")] }),
        );
    },
  }),
  person({
    key: "yusuf-kaya",
    referenceId: "cus-107255",
    shows: "Failed at the selfie: face covered, then two people in the picture, then not live",
    printed: papers({
      name: ["Yusuf", "Kaya"],
      sex: "M",
      born: [26, 10, 1],
      country: "TR",
      number: "U22910384",
      home: ["İstiklal Cad. 77", "İstanbul", "34430"],
      face: "yusuf",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "50h", template: "kyc" })
        .opens("8m", visit("yusuf", pixel, istanbul))
        .passes("2m", governmentId("passport"))
        .retries("1m", selfie({ look: "covered", similarity: null, outcomes: [failed("selfie_face_covering_detection")] }))
        .fails("1m", selfie({ look: "second-face", outcomes: [failed("selfie_multiple_faces_detection")] }))
        .fails(
          "1m",
          selfie({
            look: "dark",
            similarity: 64.5,
            outcomes: [failed("selfie_liveness_detection", "low_liveness_confidence"), failed("selfie_pose_repeat_detection")],
          }),
        );
    },
  }),
  person({
    key: "declan-byrne",
    referenceId: "usr_2290bd",
    shows: "Declined while only created: a lead stopped it before he ever opened the link",
    printed: papers({
      name: ["Declan", "Byrne"],
      sex: "M",
      born: [37, 3, 3],
      country: "CA",
      number: "HK440192",
      home: ["210 Queen Street West", "Toronto", "M5V 1Z4", "ON"],
      face: "declan",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "2d", template: "kyc" })
        .declines("5h", "ines", "Account belongs to a closed fraud ring; no verification wanted.");
    },
  }),
  person({
    key: "amelia-stone",
    referenceId: "cus-107801",
    shows: "Declined by a reviewer after a failed proof of address; the bill is in another name",
    printed: papers({
      name: ["Amelia", "Stone"],
      sex: "F",
      born: [61, 5, 5],
      country: "CA",
      number: "AB992013",
      home: ["14 King Street East", "Toronto", "M5C 1C5", "ON"],
      face: "amelia",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "11d", template: "address" })
        .opens("6h", visit("amelia", macbook, toronto))
        .fails("4m", paperwork("utility-bill", "blur", [failed("document_extracted_properties_detection")]))
        .fails("9m", paperwork("utility-bill", "copy", [failed("document_type_detection"), failed("document_fabrication_detection")]))
        .fails("9m", paperwork("utility-bill", "clear", [failed("document_extracted_properties_detection", "name_mismatch")]))
        .declines("26h", "theo", "The bill is in the name of a company.");
    },
  }),
] as const;
