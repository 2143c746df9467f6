import { countryName } from "@/lib/country-name";

/**
 * ISO 3166-1: three letters, then the two of the same country. Source: the `iso-3166` package (4.4.0), which follows the standard; here
 * as a table because the package is fifty times as large as the one column needed.
 */
const alpha3 = new Map(
  [
    "ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI BELBE BENBJ BESBQ",
    "BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH",
    "CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK",
    "DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI",
    "GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN",
    "IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB",
    "LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT",
    "MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO",
    "NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO",
    "RUSRU RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI",
    "SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG",
    "UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW",
  ].flatMap((line) => line.split(" ").map((pair) => [pair.slice(0, 3), pair.slice(3)] as const)),
);

/** What passports print that ISO does not know. Source: ICAO Doc 9303 part 3, section 5. */
const passportCodes = new Map([
  ["D", "DE"],
  ["GBD", "GB"],
  ["GBN", "GB"],
  ["GBO", "GB"],
  ["GBP", "GB"],
  ["GBS", "GB"],
  ["RKS", "XK"],
]);

/** Names in use that `Intl` doesn't know in English. Source: ISO 3166-1, English short names; older names of the same country. */
const otherNames: Readonly<Record<string, string>> = {
  BN: "Brunei Darussalam",
  BO: "Bolivia, Plurinational State of",
  CD: "Congo, Democratic Republic of the|Democratic Republic of the Congo",
  CG: "Congo|Republic of the Congo",
  CI: "Ivory Coast",
  CN: "People's Republic of China",
  CV: "Cape Verde",
  CZ: "Czech Republic",
  FM: "Micronesia, Federated States of",
  GB: "United Kingdom of Great Britain and Northern Ireland|Great Britain|England|Scotland|Wales|Northern Ireland",
  HK: "Hong Kong",
  IR: "Iran, Islamic Republic of|Islamic Republic of Iran",
  KP: "Korea, Democratic People's Republic of|Democratic People's Republic of Korea",
  KR: "Korea, Republic of|Republic of Korea",
  LA: "Lao People's Democratic Republic",
  MD: "Moldova, Republic of|Republic of Moldova",
  MK: "Macedonia",
  MM: "Burma|Myanmar",
  MO: "Macao|Macau",
  NL: "Netherlands, Kingdom of the|Holland",
  PS: "Palestine|State of Palestine|Palestine, State of",
  RU: "Russian Federation",
  SY: "Syrian Arab Republic",
  SZ: "Swaziland",
  TL: "East Timor",
  TR: "Turkey",
  TW: "Taiwan, Province of China",
  TZ: "Tanzania, United Republic of|United Republic of Tanzania",
  US: "United States of America|USA",
  VA: "Holy See",
  VE: "Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela",
  VN: "Viet Nam",
  XK: "XKX",
};

/** A name without what differs from one writer to the next: case, accents, points, "the", "and" and "&". */
const plainName = (name: string) =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .replaceAll(/\b(?:the|and)\b/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** As `Intl` has it in the language most people there speak: `DE` → "Deutschland". */
function ownName(code: string): string {
  const { language } = new Intl.Locale(`und-${code}`).maximize();
  return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
}

let byName: Map<string, string> | undefined;
let byOwnName: Map<string, string> | undefined;
const every = () => [...alpha3.values(), "XK"];

/** Made at the first question: it asks the browser for some 250 names. */
function codesByName(): Map<string, string> {
  byName ??= new Map([
    ...Object.entries(otherNames).flatMap(([code, names]) => names.split("|").map((name) => [plainName(name), code] as const)),
    ...every().map((code) => [plainName(countryName(code)), code] as const),
  ]);
  return byName;
}

/** Made when no English name fits. A name that two countries share is none; so is one in English, which was asked before. */
function codesByOwnName(): Map<string, string> {
  if (byOwnName) return byOwnName;
  const names = every().map((code) => [plainName(ownName(code)), code] as const);
  byOwnName = new Map(names.filter(([name]) => names.filter(([other]) => other === name).length === 1));
  return byOwnName;
}

/**
 * The two-letter code of a country: from itself, from three letters, from what a passport prints, from an English name or from its name
 * in its own language. Undefined for anything else.
 */
export function countryCode(text: string): string | undefined {
  const shown = text.trim().slice(0, 80);
  // passports fill up with `<`, and people put points: U.S.A.
  const upper = shown.toUpperCase().replaceAll(/[<.]/g, "");
  if (/^[A-Z]{2}$/.test(upper)) return upper === "UK" ? "GB" : upper;
  const name = plainName(shown);
  return name === "" ? undefined : (alpha3.get(upper) ?? passportCodes.get(upper) ?? codesByName().get(name) ?? codesByOwnName().get(name));
}

/** The English name of a country, however it is written; what is none is given back, made safe to show. */
export const countryLabel = (text: string): string => countryName(countryCode(text) ?? text);
