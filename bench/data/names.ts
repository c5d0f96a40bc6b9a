// Makes names in Latin and Arabic script from syllables; each number gives another name.

/** A name as records have it. */
export interface Name {
  en: string;
  ar: string;
}

const syllables: readonly (readonly [en: string, ar: string])[] = [
  ['ba', 'با'],
  ['di', 'دي'],
  ['ru', 'رو'],
  ['na', 'نا'],
  ['mi', 'مي'],
  ['tu', 'تو'],
  ['sha', 'شا'],
  ['ki', 'كي'],
  ['lu', 'لو'],
  ['za', 'زا'],
  ['fi', 'في'],
  ['gho', 'غو'],
  ['sa', 'سا'],
  ['ri', 'ري'],
  ['mu', 'مو'],
  ['ta', 'تا'],
];

const givenNames: readonly Name[] = Array.from({ length: 120 }, (_, at) => syllabic(at * 2 + 1, 2, 'n', 'ن'));

/** A word of `length` syllables for a number below 16 ** length. The ending tells one kind of name from another. */
export function syllabic(number: number, length: number, enEnd: string, arEnd: string): Name {
  let [en, ar] = ['', ''];
  for (let left = length, rest = number; left > 0; left -= 1, rest = Math.floor(rest / syllables.length)) {
    const [latin, arabic] = syllables[rest % syllables.length] as readonly [string, string];
    en += latin;
    ar += arabic;
  }
  return { en: `${(en[0] ?? '').toUpperCase()}${en.slice(1)}${enEnd}`, ar: `${ar}${arEnd}` };
}

/** A person's whole name, and the family name, which is unique. */
export function personName(number: number): { name: Name; family: Name } {
  const given = givenNames[(number * 7) % givenNames.length] as Name;
  const family = syllabic((number * 2741) % 4096, 3, 'v', 'ف');
  return { name: { en: `${given.en} ${family.en}`, ar: `${given.ar} ${family.ar}` }, family };
}

/** The id that a name makes: lower case, hyphens for spaces. */
export const idOf = ({ en }: Name): string => en.toLowerCase().replaceAll(' ', '-');
