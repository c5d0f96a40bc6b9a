/** Brings an Arabic word to its usual spelling, with all that is written before and after it left in place. */
import { normalise } from './normalise.ts';
import { SPELLINGS, SPELLINGS_OF_LETTERS, SPELLINGS_WITHOUT_ARTICLE } from './spellings.ts';

const CONJUNCTION = '[وف]?';
const WITH_ARTICLE = `${CONJUNCTION}(?:[بك]?ال|لل|[بكل])?`;
const WITHOUT_ARTICLE = `${CONJUNCTION}[بكل]?`;

const PRONOUNS = 'ها|هما|هم|هن|ه|كما|كم|ك|نا|ي';
/** What follows a word: endings of number and case, the adjective of relation, pronouns. */
const ENDINGS = `(?:ي?(?:ات|ان|ين|ون|وا|ا|ه)|ات(?:${PRONOUNS})|${PRONOUNS})?`;
/** What follows a word in ة, which is taken off. */
const FEMININE_ENDINGS = `(?:ه|ات(?:${PRONOUNS})?|ت(?:ان|ين|ا|${PRONOUNS})?)`;

const letters = rowsOf(SPELLINGS_OF_LETTERS).flatMap(([usual, ...others]) =>
  others.map((other): [string, string] => [other, usual]),
);

const withUsualLetters = (word: string): string =>
  letters.reduce((text, [other, usual]) => text.replaceAll(other, usual), word);

/** By each other spelling, without its final ة, the usual one; and the expression that finds any of them in a word. */
const bases = new Map<string, string>();
const masculine: string[] = [];
const feminine: string[] = [];
for (const [usual = '', ...others] of rowsOf(SPELLINGS).map((row) => row.map(withUsualLetters))) {
  for (const other of others) {
    const isFeminine = usual.endsWith('ه') && other.endsWith('ه');
    bases.set(isFeminine ? other.slice(0, -1) : other, isFeminine ? usual.slice(0, -1) : usual);
    (isFeminine ? feminine : masculine).push(isFeminine ? other.slice(0, -1) : other);
  }
}
const bare = new Map(
  rowsOf(SPELLINGS_WITHOUT_ARTICLE).flatMap(([usual, ...others]) =>
    others.map((other): [string, string] => [other, usual]),
  ),
);
const ANY_WORD = new RegExp(
  `^(${WITH_ARTICLE})(?:(${longestFirst(masculine)})(${ENDINGS})|(${longestFirst(feminine)})(${FEMININE_ENDINGS}))$`,
  'u',
);
const ANY_BARE = new RegExp(`^(${WITHOUT_ARTICLE})(${longestFirst([...bare.keys()])})$`, 'u');

/** The usual spelling of a normalised word; the word itself where the list has no other spelling of it. */
export function usualSpelling(word: string): string {
  const spelled = withUsualLetters(word);
  const alone = ANY_BARE.exec(spelled);
  if (alone) return `${alone[1]}${bare.get(String(alone[2]))}`;
  const found = ANY_WORD.exec(spelled);
  if (!found) return spelled;
  const [, before = '', base = found[4] ?? '', after = found[5] ?? ''] = found;
  return `${before}${joined(String(bases.get(base)), after)}`;
}

/** A final hamza gets a carrier before an ending: شيء, شيئا. */
const joined = (base: string, ending: string): string =>
  ending === '' ? base : `${base.replace(/ء$/u, 'ئ')}${ending}`;

function rowsOf(list: string): [usual: string, ...others: string[]][] {
  return list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/).map(normalise) as [string, ...string[]]);
}

function longestFirst(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}
