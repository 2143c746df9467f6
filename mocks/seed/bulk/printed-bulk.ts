import { countries, type CountryCode } from "../countries";
import type { Printed } from "../printed";
import { choicesFrom } from "../random";

// A mix of first and last names per country group; who they are does not matter, only that there are many.
const givenF = [
  "Amara",
  "Beatriz",
  "Clara",
  "Dalia",
  "Elif",
  "Freya",
  "Gabriela",
  "Hanna",
  "Imani",
  "Jana",
  "Kaori",
  "Laila",
  "Maren",
  "Naomi",
  "Olga",
  "Paula",
  "Renata",
  "Selma",
  "Teresa",
  "Uma",
  "Vera",
  "Wiktoria",
  "Yara",
  "Zuzana",
] as const;
const givenM = [
  "Adil",
  "Bastian",
  "Cem",
  "Diego",
  "Emil",
  "Farid",
  "Gustav",
  "Hassan",
  "Ivo",
  "Jamal",
  "Kenji",
  "Leon",
  "Milan",
  "Nikos",
  "Otis",
  "Pavel",
  "Rafael",
  "Sergi",
  "Tariq",
  "Umar",
  "Viktor",
  "Wei",
  "Yannis",
  "Zoran",
] as const;
const family = [
  "Abbas",
  "Bergström",
  "Costa",
  "Dvorak",
  "Eriksen",
  "Fontaine",
  "Greco",
  "Horvat",
  "Ivanova",
  "Jensen",
  "Kaplan",
  "Lehmann",
  "Moretti",
  "Nakamura",
  "Okeke",
  "Pereira",
  "Quiroga",
  "Ramos",
  "Silva",
  "Takács",
  "Ueda",
  "Vidal",
  "Wójcik",
  "Yılmaz",
  "Zanetti",
  "Achterberg",
  "Balogun",
  "Castro",
  "Demir",
  "Farkas",
] as const;
const streets = [
  "Station Road",
  "Harbour Street",
  "Mill Lane",
  "Rua Nova",
  "Gartenstraße",
  "Rue du Moulin",
  "Via Garibaldi",
  "Calle Mayor",
  "Church Street",
  "Parkveien",
] as const;
const towns = ["Riverton", "Altstadt", "Porto Novo", "Bellavista", "Northgate", "Sundby", "Montclair", "Eastport"] as const;
// The object above is literal, so its keys are exactly the country codes.
const codes = Object.keys(countries) as CountryCode[];

/** The key of a bulk person in file names: it tells the world's seed and a number, never a name. */
export function bulkPersonKey(seedCode: string, account: number): string {
  return `bulk-${seedCode}-${account}`;
}

/** What is printed on the papers of a bulk person; undefined for a key of another form. */
export function printedOfBulk(key: string): Printed | undefined {
  if (!/^bulk-[a-z0-9]+-\d{1,9}$/.test(key)) return undefined;
  const draw = choicesFrom(key);
  const sex = draw.chance(0.5) ? "F" : "M";
  const first = sex === "F" ? draw.pick(givenF) : draw.pick(givenM);
  return {
    face: key,
    sex,
    first,
    last: draw.pick(family),
    country: codes[draw.int(0, codes.length - 1)] ?? "FR",
    born: { yearsAgo: draw.int(19, 74), month: draw.int(1, 12), day: draw.int(1, 28) },
    documentNumber: `${String.fromCharCode(65 + draw.int(0, 25))}${draw.int(10_000_000, 99_999_999)}`,
    expiresInYears: draw.int(1, 9),
    street: `${draw.int(1, 180)} ${draw.pick(streets)}`,
    city: draw.pick(towns),
    postalCode: String(draw.int(10_000, 99_999)),
  };
}
