/**
 * The letters that have several spellings, each with the one that stands for all of them.
 *
 * Sources: Lucene's ArabicNormalizer (alef, yeh, heh), PersianNormalizer (Persian and Urdu yeh, kaf, heh),
 * DecimalDigitFilter (digits) and ASCIIFoldingFilter (Latin letters without a decomposition);
 * UnicodeData.txt through NFD for all accented letters.
 */

/**
 * The same letter or digit in another encoding. U+200B marks a place to break between words, so unlike other format characters it
 * becomes a space.
 */
const ENCODINGS: Readonly<Record<string, string>> = {
  '\u200b': ' ',
  ...same('ي', 'ی'),
  ...same('ه', 'ەہھ'),
  ...same('ك', 'کڪ'),
  ...digits('٠'),
  ...digits('۰'),
  ς: 'σ',
};

/** Latin letters that no accent can be taken off, as they have no decomposition. */
export const PLAIN_LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  þ: 'th',
  ŧ: 't',
};

const FOLDED_BY_HAND: Readonly<Record<string, string>> = {
  ...ENCODINGS,
  // Arabic: one alef, one yeh, one heh.
  ...same('ا', 'آأإٱٲٳٵ'),
  ...same('ي', 'ىےېۍ'),
  ...same('ه', 'ةۀۂۃ'),
  // Letters that Arabic papers borrow for foreign names, and as often replace (ڤانس, فانس).
  ...same('ف', 'ڤ'),
  ...same('ب', 'پ'),
  ...same('ج', 'چ'),
  ...same('ز', 'ژ'),
  ...same('ك', 'گ'),
  ...PLAIN_LATIN,
};

/** Blocks whose accented letters are folded: Latin, Greek, Cyrillic, Latin Additional, Greek Extended. */
const ACCENTED_BLOCKS = [
  [0x00c0, 0x024f],
  [0x0370, 0x052f],
  [0x1e00, 0x1fff],
] as const;

const FOLDED: ReadonlyMap<string, string> = new Map([...accents(), ...Object.entries(FOLDED_BY_HAND)]);

/** Any letter or digit that has another encoding. */
export const ENCODED = new RegExp(`[${Object.keys(ENCODINGS).join('')}]`, 'gu');

/** The encoding that stands for all of a letter. */
export const decodeLetter = (letter: string): string => ENCODINGS[letter] ?? letter;

/** Any letter that `foldLetter` changes. */
export const FOLDABLE = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'gu');

/** The letter that stands for this one; the letter itself where no rule names it. Expects lower case. */
export function foldLetter(letter: string): string {
  return FOLDED.get(letter) ?? letter;
}

function same(letter: string, spellings: string): Record<string, string> {
  return Object.fromEntries([...spellings].map((spelling) => [spelling, letter]));
}

function digits(zero: string): Record<string, string> {
  const first = zero.charCodeAt(0);
  return Object.fromEntries(
    Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(first + digit), `${digit}`]),
  );
}

/** Lower-case letters that decompose (UnicodeData.txt, by NFD), each with its base letter. */
function accents(): [string, string][] {
  return ACCENTED_BLOCKS.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index))
      .filter((letter) => letter !== 'й' && letter.normalize('NFKC') === letter)
      .map((letter): [string, string] => [letter, letter.normalize('NFD').replace(/\p{M}/gu, '')])
      .filter(([letter, base]) => base !== '' && base !== letter),
  );
}
