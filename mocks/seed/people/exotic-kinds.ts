import { decisive, failed, passedRequired } from "../attempts/checks";
import { database, other } from "../attempts/others";
import { galaxy, iphone, newYork, seoul, tokyo, visit, windows } from "../visits";
import { papers, person } from "./person";

/** Kinds of verification that the desk does not spell out. */
export const exoticKinds = [
  person({
    key: "takumi-sato",
    referenceId: "usr_k4a031",
    shows: "Kinds the desk does not spell out: credit card, My Number chip, mobile driver's licence, digital ID",
    printed: papers({
      name: ["Takumi", "Sato"],
      native: ["拓海", "佐藤"],
      sex: "M",
      born: [30, 8, 22],
      country: "JP",
      number: "MZ1102938",
      home: ["北堀江1-6-2", "大阪市", "550-0014", "大阪府"],
      face: "takumi-11",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "3.9d", template: "diligence" })
        .opens("2h", visit("takumi", iphone, tokyo))
        .passes(
          "2m",
          other("credit-card", { name: "TAKUMI SATO", cardLastFour: "4242", cardNetwork: "visa" }, [
            passedRequired("credit_card_ownership_comparison"),
          ]),
        )
        .fails(
          "2m",
          other("jp-my-number-nfc-scan", { name: "佐藤 拓海" }, [decisive("jp_my_number_signature_detection", "signature_invalid")]),
        )
        .passes("3m", other("mdoc", { name: "Takumi Sato", issuingAuthority: "JP" }, [passedRequired("mdoc_issuer_trust_detection")]))
        .skips("1m", other("digital-id-spid", { name: null }, []));
    },
  }),
  person({
    key: "sunhee-choi",
    referenceId: "usr_k4a044",
    shows: "More kinds: Korean certificate, tax number, silent phone check, bank account; one of them not yet processed",
    printed: papers({
      name: ["Sun-hee", "Choi"],
      native: ["선희", "최"],
      sex: "F",
      born: [37, 10, 30],
      country: "KR",
      number: "M11029384",
      home: ["강남대로 396", "서울특별시", "06252"],
      face: "sunhee-3",
    }),
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
    printed: papers({
      name: ["Robert", "Lang"],
      sex: "M",
      born: [49, 5, 13],
      country: "US",
      number: "L9920183",
      home: ["350 Fifth Avenue", "New York", "10118", "NY"],
      face: "robert",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "6.3d", template: "business" })
        .opens("4h", visit("robert", windows, newYork))
        .turns(
          "5m",
          database(
            "database-business",
            [
              decisive("database_business_identity_comparison", "low_confidence_match"),
              failed("database_business_associated_persons_comparison"),
            ],
            { businessName: "Lang & Partners Ltd" },
          ),
          "tentatively_failed",
        )
        .passes(
          "3m",
          other("business-website", { url: "https://lang-partners.example" }, [
            { name: "business_website_online_detection", status: "passed", requirement: "not_required" },
          ]),
        )
        .fails(
          "2m",
          other("database-vat-number", { identificationNumber: "DE123456789" }, [
            decisive("database_vat_number_comparison", "not_registered"),
          ]),
        )
        .marksForReview("2h", "workflow")
        .opensCase("1s", "Company not found under this name");
    },
  }),
] as const;
