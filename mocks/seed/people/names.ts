import { failed } from "../attempts/checks";
import { governmentId } from "../attempts/government-id";
import { paperwork } from "../attempts/others";
import { selfie } from "../attempts/selfie";
import { bangkok, dubai, galaxy, iphone, mumbai, pixel, seoul, shanghai, telAviv, tokyo, visit, windows } from "../visits";
import { papers, person } from "./person";

/** Names in many scripts. */
export const names = [
  person({
    key: "omar-haddad",
    referenceId: "usr_d01c44",
    shows: "Name in Arabic; approved",
    printed: papers({
      name: ["Omar", "Al-Mansouri"],
      native: ["عمر", "المنصوري"],
      sex: "M",
      born: [37, 2, 3],
      country: "AE",
      number: "R22019384",
      home: ["شارع الشيخ زايد 14", "دبي", "00000"],
      face: "omar-2",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "34h", template: "kyc", nativeName: true })
        .opens("1h", visit("omar", iphone, dubai))
        .passes("2m", governmentId("passport"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "noa-levi",
    referenceId: "usr_d01c51",
    shows: "Name in Hebrew; approved, address right to left",
    printed: papers({
      name: ["Noa", "Levi"],
      native: ["נועה", "לוי"],
      sex: "F",
      born: [26, 5, 20],
      country: "IL",
      number: "33019281",
      home: ["שדרות רוטשילד 22", "תל אביב", "6688218"],
      face: "noa",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "44h", template: "kyc", nativeName: true })
        .opens("20m", visit("noa", iphone, telAviv))
        .passes("2m", governmentId("id-card"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "wang-xiaoming",
    referenceId: "usr_d01c6b",
    shows: "Name in Chinese; pending on the selfie",
    printed: papers({
      name: ["Xiaoming", "Wang"],
      native: ["小明", "王"],
      sex: "M",
      born: [33, 9, 9],
      country: "CN",
      number: "EJ2201938",
      home: ["南京东路100号", "上海市", "200001"],
      face: "wang-39",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "90m", template: "kyc", nativeName: true })
        .opens("9m", visit("wang", galaxy, shanghai))
        .passes("2m", governmentId("passport"))
        .begins("40s", selfie());
    },
  }),
  person({
    key: "yuki-tanaka",
    referenceId: "usr_d01c7f",
    shows: "Name in Japanese; approved",
    printed: papers({
      name: ["Yuki", "Tanaka"],
      native: ["由紀", "田中"],
      sex: "F",
      born: [29, 3, 3],
      country: "JP",
      number: "TR4410293",
      home: ["神宮前4丁目12番10号", "渋谷区", "150-0001", "東京都"],
      face: "yuki-3",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "3.6d", template: "kyc", nativeName: true })
        .opens("30m", visit("yuki", iphone, tokyo))
        .passes("2m", governmentId("permit"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "park-minjun",
    referenceId: "usr_d01c82",
    shows: "Name in Korean; completed, workflow still running",
    printed: papers({
      name: ["Minjun", "Park"],
      native: ["민준", "박"],
      sex: "M",
      born: [22, 11, 15],
      country: "KR",
      number: "M70229183",
      home: ["테헤란로 152", "서울특별시", "06236"],
      face: "minjun",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "50m", template: "kyc", nativeName: true, reports: { watchlist: "slow" } })
        .opens("3m", visit("minjun", pixel, seoul))
        .passes("2m", governmentId("id-card"))
        .passes("1m", selfie());
    },
  }),
  person({
    key: "somchai-srisuk",
    referenceId: "usr_d01c93",
    shows: "Name in Thai; proof of address in review",
    printed: papers({
      name: ["Somchai", "Srisuk"],
      native: ["สมชาย", "ศรีสุข"],
      sex: "M",
      born: [45, 12, 31],
      country: "TH",
      number: "1103701234567",
      home: ["ถนนสุขุมวิท 21", "กรุงเทพมหานคร", "10110"],
      face: "somchai-3",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "15h", template: "address", nativeName: true })
        .opens("1h", visit("somchai", windows, bangkok))
        .passes("4m", paperwork("utility-bill"));
    },
  }),
  person({
    key: "asha-sharma",
    referenceId: "usr_d01ca4",
    shows: "Name in Devanagari; failed, the document could not be read",
    printed: papers({
      name: ["Asha", "Sharma"],
      native: ["आशा", "शर्मा"],
      sex: "F",
      born: [50, 6, 9],
      country: "IN",
      number: "P8829103",
      home: ["१२ महात्मा गांधी मार्ग", "नई दिल्ली", "110001", "DL"],
      face: "asha",
    }),
    story(teller) {
      teller
        .inquiry("main", { ago: "37h", template: "kyc", nativeName: true })
        .opens("3h", visit("asha", galaxy, mumbai))
        .fails("2m", governmentId("id-card", { front: "dark", outcomes: [failed("id_unprocessable_submission_detection")] }))
        .fails(
          "2m",
          governmentId("id-card", {
            front: "glare",
            outcomes: [failed("id_glare_detection", "too_much_glare"), failed("id_unprocessable_submission_detection")],
          }),
        )
        .fails("2m", governmentId("id-card", { front: "blur", outcomes: [failed("id_unprocessable_submission_detection")] }));
    },
  }),
] as const;
