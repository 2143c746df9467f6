import type { CountryCode } from "../countries";
import type { Printed } from "../printed";
import type { StoryPerson } from "../story/scene";
import type { Teller } from "../story/teller";

/** One hand-written person: who, what there is to see, and what happened. */
export type Person<Key extends string = string> = StoryPerson<Key> & {
  /** One line for the people reading the demo and the tests: what this person shows. */
  shows: string;
  /** Told once per world; records timed steps, runs nothing itself. */
  story(teller: Teller): void;
};

/** Keeps the key as a literal type, so that tests look people up without typing errors. */
export function person<const Key extends string>(told: Person<Key>): Person<Key> {
  return told;
}

type Papers = {
  name: [first: string, last: string];
  native?: [first: string, last: string];
  sex: "F" | "M" | "X";
  /** Years back from the year of the world's start, month, day. */
  born: [yearsAgo: number, month: number, day: number];
  country: CountryCode;
  number: string;
  expires?: number;
  home: [street: string, city: string, postalCode: string, subdivision?: string];
  /** Seed of the face; `selfie` is another one when somebody else holds the phone. */
  face: string;
  selfie?: string;
};

/** What is printed on a person's papers, told briefly. */
export function papers({ name, native, sex, born, country, number, expires = 6, home, face, selfie }: Papers): Printed {
  return {
    face,
    ...(selfie !== undefined && { selfieFace: selfie }),
    sex,
    first: name[0],
    last: name[1],
    ...(native !== undefined && { nativeFirst: native[0], nativeLast: native[1] }),
    country,
    born: { yearsAgo: born[0], month: born[1], day: born[2] },
    documentNumber: number,
    expiresInYears: expires,
    street: home[0],
    city: home[1],
    postalCode: home[2],
    ...(home[3] !== undefined && { subdivision: home[3] }),
  };
}
