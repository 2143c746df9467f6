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

let byName: Map<string, string> | undefined;

/** Made at the first question: it asks the browser for some 250 names. */
function codesByName(): Map<string, string> {
  byName ??= new Map([...alpha3.values(), "XK"].map((code) => [countryName(code).toLowerCase(), code]));
  return byName;
}

/**
 * The two-letter code of a country: from itself, from three letters, from what a passport prints, or from its English name. Undefined for
 * anything else.
 */
export function countryCode(text: string): string | undefined {
  const shown = text.trim().slice(0, 80);
  const upper = shown.toUpperCase();
  if (/^[A-Z]{2}$/.test(upper)) return upper === "UK" ? "GB" : upper;
  return alpha3.get(upper) ?? passportCodes.get(upper) ?? codesByName().get(shown.toLowerCase());
}

/** The English name of a country, however it is written; what is none is given back, made safe to show. */
export const countryLabel = (text: string): string => countryName(countryCode(text) ?? text);
