import { decisive, failed, notApplicable, passedRequired } from "../attempts/checks";
import { governmentId } from "../attempts/government-id";
import { aamva, chip, comparison, database, emailCode, other, paperwork, phoneCode } from "../attempts/others";
import { selfie } from "../attempts/selfie";
import { austin, berlin, galaxy, iosApp, iphone, macbook, munich, newYork, saoPaulo, seattle, seoul, tokyo, visit, windows } from "../visits";
import { papers, person } from "./person";

/** Verifications beyond a document and a selfie, with every way they can end. */
export const kinds = [
  person({
    key: "victoria-hale",
    referenceId: "cus-109004",
    shows: "US records: database failed then passed, licence records skipped (state does not take part), phone carrier partial",
    printed: papers({ name: ["Victoria", "Hale"], sex: "F", born: [36, 7, 19], country: "US", number: "H7719204", home: ["PO Box 118", "Seattle", "98111", "WA"], face: "victoria" }),
    story(teller) {
      teller
        .inquiry("main", { ago: "4.4d", template: "us-onboarding" })
        .opens("2h", visit("victoria", macbook, seattle))
        .fails("2m", database("database", [
          comparison({ name_first: "full", name_last: "none", birthdate: "full", address: "partial", identification_number: "partial" }, "failed"),
          failed("database_po_box_detection"),
        ]))
        .passes("6m", database("database", [comparison({ name_first: "full", name_last: "full", birthdate: "full", address: "partial", identification_number: "full" })]))
        .passes("2m", governmentId("licence", { outcomes: [notApplicable("id_aamva_database_lookup", "disabled")] }))
        .skips("3s", aamva([notApplicable("aamva_identification_number_comparison"), notApplicable("aamva_name_comparison")]))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "walter-kim",
    referenceId: "cus-109017",
    shows: "Licence records answered with another last name; phone carrier knows him only in part; in review",
    printed: papers({ name: ["Walter", "Kim"], sex: "M", born: [53, 2, 8], country: "US", number: "K3301928", home: ["22 Barton Springs Road", "Austin", "78704", "TX"], face: "walter" }),
    story(teller) {
      teller
        .inquiry("main", { ago: "47h", template: "diligence" })
        .opens("1h", visit("walter", windows, austin))
        .fails("2m", aamva([
          failed("aamva_identification_number_comparison"),
          { ...failed("aamva_name_comparison"), metadata: { "name-first-match": "full", "name-last-match": "none" } },
        ]))
        .fails("2m", database("database-phone-carrier", [decisive("database_name_comparison"), failed("database_birthdate_comparison")], { phoneNumber: "+15125550171" }))
        .passes("2m", database("database-standard", [comparison({ name_first: "full", name_last: "partial", birthdate: "full", address: "full" })]))
        .marksForReview("4h", "theo");
    },
  }),
  person({
    key: "katrin-vogel",
    referenceId: "usr_k4a001",
    shows: "Chip of the passport read by phone: first an expired document, then passed; mobile SDK",
    printed: papers({ name: ["Katrin", "Vogel"], sex: "F", born: [45, 11, 11], country: "DE", number: "C1TT90XP2", home: ["Leopoldstraße 19", "München", "80802"], face: "katrin" }),
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
    printed: papers({ name: ["Bruno", "Cardoso"], sex: "M", born: [47, 1, 28], country: "BR", number: "RG4410293", home: ["Av. Paulista 900", "São Paulo", "01310-100", "SP"], face: "bruno" }),
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
    printed: papers({ name: ["Mira", "Stojanović"], sex: "F", born: [33, 3, 15], country: "DE", number: "L2X9PQ771", home: ["Karl-Marx-Straße 3", "Berlin", "12043"], face: "mira" }),
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
  person({
    key: "takumi-sato",
    referenceId: "usr_k4a031",
    shows: "Kinds the desk does not spell out: credit card, My Number chip, mobile driver's licence, digital ID",
    printed: papers({ name: ["Takumi", "Sato"], native: ["拓海", "佐藤"], sex: "M", born: [30, 8, 22], country: "JP", number: "MZ1102938", home: ["北堀江1-6-2", "大阪市", "550-0014", "大阪府"], face: "takumi" }),
    story(teller) {
      teller
        .inquiry("main", { ago: "3.9d", template: "diligence" })
        .opens("2h", visit("takumi", iphone, tokyo))
        .passes("2m", other("credit-card", { name: "TAKUMI SATO", cardLastFour: "4242", cardNetwork: "visa" }, [passedRequired("credit_card_ownership_comparison")]))
        .fails("2m", other("jp-my-number-nfc-scan", { name: "佐藤 拓海" }, [decisive("jp_my_number_signature_detection", "signature_invalid")]))
        .passes("3m", other("mdoc", { name: "Takumi Sato", issuingAuthority: "JP" }, [passedRequired("mdoc_issuer_trust_detection")]))
        .skips("1m", other("digital-id-spid", { name: null }, []));
    },
  }),
  person({
    key: "sunhee-choi",
    referenceId: "usr_k4a044",
    shows: "More kinds: Korean certificate, tax number, silent phone check, bank account; one of them not yet processed",
    printed: papers({ name: ["Sun-hee", "Choi"], native: ["선희", "최"], sex: "F", born: [37, 10, 30], country: "KR", number: "M11029384", home: ["강남대로 396", "서울특별시", "06252"], face: "sunhee" }),
    story(teller) {
      teller
        .inquiry("main", { ago: "100m", template: "diligence" })
        .opens("6m", visit("sunhee", galaxy, seoul))
        .passes("2m", other("certificate-korea", { name: "최선희" }, [passedRequired("certificate_validity_detection")]))
        .fails("2m", other("database-tin", { identificationNumber: "110-29-38475" }, [decisive("database_tin_comparison", "no_match")]))
        .passes("20s", other("phone-number-silent-network-authentication", { phoneNumber: "+821055501928" }, []))
        .submits("2m", other("bank-pennydrop", { accountNumberLastFour: "0044" }, []));
    },
  }),
  person({
    key: "robert-lang",
    referenceId: "cus-109260",
    shows: "Business representative: business database tentatively failed, website and VAT checks, waiting in review",
    printed: papers({ name: ["Robert", "Lang"], sex: "M", born: [49, 5, 13], country: "US", number: "L9920183", home: ["350 Fifth Avenue", "New York", "10118", "NY"], face: "robert" }),
    story(teller) {
      teller
        .inquiry("main", { ago: "6.3d", template: "business" })
        .opens("4h", visit("robert", windows, newYork))
        .turns("5m", database("database-business", [
          decisive("database_business_identity_comparison", "low_confidence_match"),
          failed("database_business_associated_persons_comparison"),
        ], { businessName: "Lang & Partners Ltd" }), "tentatively_failed")
        .passes("3m", other("business-website", { url: "https://lang-partners.example" }, [{ name: "business_website_online_detection", status: "passed", requirement: "not_required" }]))
        .fails("2m", other("database-vat-number", { identificationNumber: "DE123456789" }, [decisive("database_vat_number_comparison", "not_registered")]))
        .marksForReview("2h", "workflow")
        .opensCase("1s", "Company not found under this name");
    },
  }),
] as const;
