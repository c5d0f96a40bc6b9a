/**
 * Makes the keys under which names are compared exactly, whatever their script and spelling.
 *
 * A name or alias is stored under `nameKey(name)`. What somebody asks for is looked up under each of
 * `nameKeys(asked)` in turn, and the first key that hits decides, so that an exact name always wins over one
 * that appears only when a letter is taken off: بوتين keeps its ب, and لبوتين finds بوتين.
 */
import { normalise } from './normalise.ts';
import { usualSpelling } from './usual-spelling.ts';

/** Dropped rather than made a space, so that `Zelens'kyi` is `Zelenskyi` and `O’Brien` is `OBrien`. */
const APOSTROPHES = /['’‘`]/g;
const POSSESSIVE = /['’]s$/i;
/** 1,500 and 1500 are the same number. */
const GROUPS_OF_DIGITS = /(?<!\p{N})\p{N}{1,3}(?:[,٬،]\p{N}{3})+(?!\p{N})/gu;
const GROUP_MARK = /[,٬،]/g;
const ARABIC_WORD = /[\u0621-\u064a]+/g;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;
/** F35 and F-35, G7 and G-7 are the same name. */
const LETTER_BESIDE_DIGIT = /(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu;
/** J.D., J. D. and JD are the same initials; so are أ.ف.ب and أ ف ب. */
const INITIALS = /(?<=^| )\p{L}(?: \p{L})+(?= |$)/gu;

/**
 * Conjunctions (و ف), prepositions (ب ل ك) and the one before the other, as they are written onto the word
 * after them. Shorter ones first: the reading that takes least away is tried first.
 */
const PROCLITICS = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'فك'] as const;

/** After ل the article loses its alef: ل and الكرملين are written للكرملين. */
const CONTRACTED = ['لل', 'ولل', 'فلل'] as const;

/** Fewer letters than this are more often a word of their own than a name with something before it. */
const LETTERS_LEFT = 3;

/** The one form under which a name is stored and compared. `''` if there is no letter and no digit. */
export function nameKey(name: string): string {
  return normalise(name)
    .replace(APOSTROPHES, '')
    .replace(GROUPS_OF_DIGITS, (number) => number.replace(GROUP_MARK, ''))
    .replace(SEPARATORS, ' ')
    .replace(LETTER_BESIDE_DIGIT, ' ')
    .trim()
    .replace(INITIALS, (initials) => initials.replaceAll(' ', ''))
    .replace(ARABIC_WORD, usualSpelling);
}

/** What parts the values of a filter, and may stand inside a name too. */
export const COMMAS = /[,،]/;

/**
 * The key of a name that has a comma in it or begins with `!`, with these signs kept: `anchorage,alaska`. A filter reads both
 * as signs of its own unless a known name has this key. Null for every other name.
 */
export function signedKey(name: string): string | null {
  const [, marks = '', rest = ''] = /^\s*(!*)(.*)$/s.exec(name) ?? [];
  if (marks === '' && !COMMAS.test(rest)) return null;
  const parts = rest.split(COMMAS).map(nameKey);
  return parts.every((part) => part === '') ? null : marks + parts.join(',');
}

/**
 * The keys to look up, in order, for a name as somebody typed it; the first that hits is the answer. First
 * the name as it is, then without a possessive, then without an Arabic proclitic, then each of these with
 * the definite article added or taken off. At most ten keys, none twice, none empty.
 */
export function nameKeys(asked: string): string[] {
  const key = nameKey(asked);
  if (key === '') return [];
  const plain = [key, nameKey(asked.trim().replace(POSSESSIVE, '')), ...withoutProclitics(key)];
  return [...new Set([...plain, ...plain.flatMap(otherArticle)])].filter((each) => each !== '');
}

/** A word of a key without the Arabic article; the word itself where it has none, or too little would be left. */
export const withoutArticle = (word: string): string => without('ال', word) || word;

function withoutProclitics(key: string): string[] {
  const plain = PROCLITICS.map((proclitic) => without(proclitic, key));
  const contracted = CONTRACTED.map((proclitic) => without(proclitic, key)).map(
    (rest) => rest && `ال${rest}`,
  );
  return [...contracted, ...plain].filter((rest) => rest !== '');
}

/** The key without these first letters, or `''` if it lacks them or too little of its first word is left. */
function without(proclitic: string, key: string): string {
  if (!key.startsWith(proclitic)) return '';
  const rest = key.slice(proclitic.length).trimStart();
  return startsWithWord(rest) ? rest : '';
}

function startsWithWord(key: string): boolean {
  return key.search(/ |$/) >= LETTERS_LEFT;
}

function otherArticle(key: string): string[] {
  if (/^[a-z]/.test(key)) return [key.startsWith('the ') ? key.slice('the '.length) : `the ${key}`];
  if (!/^\p{Script=Arabic}/u.test(key)) return [];
  if (key.startsWith('ال')) return [without('ال', key)];
  return startsWithWord(key) ? [`ال${key}`] : [];
}
