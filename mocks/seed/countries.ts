/** How a country's papers look and what they are called. Stylised: no real layout is imitated. */
export type Country = {
  alpha3: string;
  name: string;
  /** As printed, in the country's own language. */
  ownName: string;
  passport: string;
  licence: string;
  idCard: string;
  permit: string;
  /** Ground, second ground, ink: the three colours of its papers. */
  ground: string;
  second: string;
  ink: string;
};

type Look = Pick<Country, "ground" | "second" | "ink">;

const rose: Look = { ground: "#fbe9ee", second: "#f3cfdb", ink: "#8c2f52" };
const sky: Look = { ground: "#e4f1fa", second: "#c3dff2", ink: "#1f5b86" };
const mint: Look = { ground: "#e5f5ec", second: "#c2e5d2", ink: "#1e6a4b" };
const sand: Look = { ground: "#faf2e0", second: "#efdcb4", ink: "#84591a" };
const lilac: Look = { ground: "#efeafa", second: "#d8cbf1", ink: "#55409b" };
const coral: Look = { ground: "#fdebe4", second: "#f6cdbd", ink: "#9b3f22" };
const slate: Look = { ground: "#e9eef3", second: "#ccd7e2", ink: "#33506b" };

const words = (ownName: string, passport: string, licence: string, idCard: string, permit: string) => ({
  ownName,
  passport,
  licence,
  idCard,
  permit,
});

export const countries = {
  US: {
    alpha3: "USA",
    name: "United States",
    ...words("UNITED STATES", "PASSPORT", "DRIVER LICENSE", "IDENTIFICATION CARD", "PERMANENT RESIDENT"),
    ...sky,
  },
  GB: {
    alpha3: "GBR",
    name: "United Kingdom",
    ...words("UNITED KINGDOM", "PASSPORT", "DRIVING LICENCE", "IDENTITY CARD", "RESIDENCE PERMIT"),
    ...rose,
  },
  CA: {
    alpha3: "CAN",
    name: "Canada",
    ...words("CANADA", "PASSPORT", "DRIVER’S LICENCE", "IDENTITY CARD", "PERMANENT RESIDENT"),
    ...coral,
  },
  FR: {
    alpha3: "FRA",
    name: "France",
    ...words("RÉPUBLIQUE FRANÇAISE", "PASSEPORT", "PERMIS DE CONDUIRE", "CARTE D’IDENTITÉ", "TITRE DE SÉJOUR"),
    ...lilac,
  },
  DE: {
    alpha3: "D<<",
    name: "Germany",
    ...words("BUNDESREPUBLIK DEUTSCHLAND", "REISEPASS", "FÜHRERSCHEIN", "PERSONALAUSWEIS", "AUFENTHALTSTITEL"),
    ...mint,
  },
  ES: {
    alpha3: "ESP",
    name: "Spain",
    ...words("REINO DE ESPAÑA", "PASAPORTE", "PERMISO DE CONDUCCIÓN", "DOCUMENTO DE IDENTIDAD", "PERMISO DE RESIDENCIA"),
    ...sand,
  },
  IT: {
    alpha3: "ITA",
    name: "Italy",
    ...words("REPUBBLICA ITALIANA", "PASSAPORTO", "PATENTE DI GUIDA", "CARTA DI IDENTITÀ", "PERMESSO DI SOGGIORNO"),
    ...mint,
  },
  PT: {
    alpha3: "PRT",
    name: "Portugal",
    ...words("REPÚBLICA PORTUGUESA", "PASSAPORTE", "CARTA DE CONDUÇÃO", "CARTÃO DE CIDADÃO", "TÍTULO DE RESIDÊNCIA"),
    ...coral,
  },
  PL: {
    alpha3: "POL",
    name: "Poland",
    ...words("RZECZPOSPOLITA POLSKA", "PASZPORT", "PRAWO JAZDY", "DOWÓD OSOBISTY", "KARTA POBYTU"),
    ...rose,
  },
  SE: { alpha3: "SWE", name: "Sweden", ...words("SVERIGE", "PASS", "KÖRKORT", "IDENTITETSKORT", "UPPEHÅLLSTILLSTÅND"), ...sky },
  IE: {
    alpha3: "IRL",
    name: "Ireland",
    ...words("ÉIRE · IRELAND", "PAS · PASSPORT", "CEADÚNAS TIOMÁNA", "IDENTITY CARD", "RESIDENCE PERMIT"),
    ...mint,
  },
  GR: {
    alpha3: "GRC",
    name: "Greece",
    ...words("ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ", "ΔΙΑΒΑΤΗΡΙΟ", "ΑΔΕΙΑ ΟΔΗΓΗΣΗΣ", "ΔΕΛΤΙΟ ΤΑΥΤΟΤΗΤΑΣ", "ΑΔΕΙΑ ΔΙΑΜΟΝΗΣ"),
    ...sky,
  },
  UA: {
    alpha3: "UKR",
    name: "Ukraine",
    ...words("УКРАЇНА", "ПАСПОРТ", "ПОСВІДЧЕННЯ ВОДІЯ", "ПОСВІДКА", "ПОСВІДКА НА ПРОЖИВАННЯ"),
    ...sand,
  },
  IL: { alpha3: "ISR", name: "Israel", ...words("מדינת ישראל", "דרכון", "רישיון נהיגה", "תעודת זהות", "אשרת שהייה"), ...slate },
  EG: { alpha3: "EGY", name: "Egypt", ...words("جمهورية مصر العربية", "جواز سفر", "رخصة قيادة", "بطاقة شخصية", "تصريح إقامة"), ...sand },
  AE: {
    alpha3: "ARE",
    name: "United Arab Emirates",
    ...words("الإمارات العربية المتحدة", "جواز سفر", "رخصة قيادة", "بطاقة الهوية", "تصريح إقامة"),
    ...mint,
  },
  TR: {
    alpha3: "TUR",
    name: "Türkiye",
    ...words("TÜRKİYE CUMHURİYETİ", "PASAPORT", "SÜRÜCÜ BELGESİ", "KİMLİK KARTI", "İKAMET İZNİ"),
    ...coral,
  },
  IN: {
    alpha3: "IND",
    name: "India",
    ...words("भारत गणराज्य", "पासपोर्ट · PASSPORT", "DRIVING LICENCE", "पहचान पत्र", "RESIDENTIAL PERMIT"),
    ...coral,
  },
  TH: { alpha3: "THA", name: "Thailand", ...words("ประเทศไทย", "หนังสือเดินทาง", "ใบขับขี่", "บัตรประจำตัวประชาชน", "ใบอนุญาตพำนัก"), ...lilac },
  CN: { alpha3: "CHN", name: "China", ...words("中华人民共和国", "护照 · PASSPORT", "驾驶证", "居民身份证", "居留许可"), ...rose },
  JP: { alpha3: "JPN", name: "Japan", ...words("日本国", "旅券 · PASSPORT", "運転免許証", "個人番号カード", "在留カード"), ...slate },
  KR: {
    alpha3: "KOR",
    name: "South Korea",
    ...words("대한민국", "여권 · PASSPORT", "자동차운전면허증", "주민등록증", "외국인등록증"),
    ...mint,
  },
  VN: { alpha3: "VNM", name: "Vietnam", ...words("VIỆT NAM", "HỘ CHIẾU", "GIẤY PHÉP LÁI XE", "CĂN CƯỚC", "THẺ TẠM TRÚ"), ...coral },
  BR: {
    alpha3: "BRA",
    name: "Brazil",
    ...words("REPÚBLICA FEDERATIVA DO BRASIL", "PASSAPORTE", "CARTEIRA DE HABILITAÇÃO", "CARTEIRA DE IDENTIDADE", "REGISTRO MIGRATÓRIO"),
    ...mint,
  },
  MX: {
    alpha3: "MEX",
    name: "Mexico",
    ...words("ESTADOS UNIDOS MEXICANOS", "PASAPORTE", "LICENCIA DE CONDUCIR", "CREDENCIAL", "RESIDENTE PERMANENTE"),
    ...rose,
  },
  NG: {
    alpha3: "NGA",
    name: "Nigeria",
    ...words("FEDERAL REPUBLIC OF NIGERIA", "PASSPORT", "DRIVER’S LICENCE", "NATIONAL IDENTITY CARD", "RESIDENCE PERMIT"),
    ...mint,
  },
  KE: {
    alpha3: "KEN",
    name: "Kenya",
    ...words("JAMHURI YA KENYA", "PASIPOTI", "DRIVING LICENCE", "KITAMBULISHO", "RESIDENCE PERMIT"),
    ...coral,
  },
} as const satisfies Record<string, Country>;

export type CountryCode = keyof typeof countries;

/** The look of a country's papers. */
export function countryOf(code: CountryCode): Country {
  return countries[code];
}
