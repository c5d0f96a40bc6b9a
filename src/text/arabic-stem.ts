/**
 * Light stemming of Arabic: takes off what is written onto a word, and leaves the word.
 *
 * Sources: the affixes and length guards of Light10 (Larkey, Ballesteros and Connell, "Light Stemming for
 * Arabic Information Retrieval", 2007) as Lucene's ArabicStemmer applies them; further conjunctions, articles
 * and pronouns after Chen and Gey ("Building an Arabic Stemmer for Information Retrieval", TREC 2002). What
 * goes beyond them is marked "own rule".
 */
import { carryHamza, headWord, readListed } from './arabic-lexicon.ts';

/** First match only. Chen and Gey's compounds stand before Light10's own, which are their endings. */
const PREFIXES = [
  ...['وبال', 'وكال', 'فبال', 'ولل', 'فلل'],
  ...['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'و'],
] as const;

/** Chen and Gey's pronouns; of these Light10 has ها. One at most, and first, because they stand last. */
const PRONOUNS = ['هما', 'كما', 'ها', 'هم', 'كم', 'هن', 'نا'] as const;

/** Light10's suffixes: each is tried once, in this order. The teh marbuta of two of them is ه by now. */
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'] as const;

/** Light10: two letters must stay; three after a single letter is taken off the front. */
const LETTERS_LEFT = 2;
const LETTERS_LEFT_AFTER_WAW = 3;
/** For the rules beyond Light10: they are many, and a short word has more by chance. */
const LETTERS_LEFT_BY_OWN_RULES = 3;
const LETTERS_LEFT_BY_ALEF = 4;

/** The stem of a normalised Arabic word: its listed word where there is one, else by rule. */
export function stemArabic(word: string): string {
  const head = headWord(word);
  return readListed(head) === undefined ? stemByRule(head) : head;
}

/** The normalised word without conjunction, preposition and article, as far as the rules above see them. */
export function withoutPrefix(word: string): string {
  const listed = readListed(word);
  return listed === undefined ? withoutPrefixByRule(word) : word.slice(listed.prefix);
}

function stemByRule(word: string): string {
  const bare = withoutPrefixByRule(word);
  const noun = withoutPronoun(bare);
  const stem = withoutSuffixes(withoutAlef(noun));
  const opened = noun !== bare || /(?:ها|ان|ين|ه|ي)$/.test(bare);
  return carryHamza(opened ? withoutOpenTeh(stem) : stem);
}

function withoutPrefixByRule(word: string): string {
  const prefix = PREFIXES.find((each) => word.startsWith(each) && word.length - each.length >= guard(each));
  return word.slice(prefix?.length ?? 0);
}

function guard(prefix: string): number {
  return prefix.length === 1 ? LETTERS_LEFT_AFTER_WAW : LETTERS_LEFT;
}

function withoutPronoun(word: string): string {
  for (const pronoun of PRONOUNS) {
    if (!word.endsWith(pronoun) || word.length - pronoun.length < LETTERS_LEFT_BY_OWN_RULES) continue;
    return word.slice(0, -pronoun.length);
  }
  // Own rule: Light10 tries ه and ي after ات and so never sees the plural before them (محادثاته).
  const plural = /^(.{3,}ات)[هيك]$/u.exec(word);
  return plural?.[1] ?? word;
}

/** Own rule: the alef of the accusative (مؤتمرا) and of the dual before another noun (رئيسا البلدين). */
function withoutAlef(word: string): string {
  return word.endsWith('ا') && word.length > LETTERS_LEFT_BY_ALEF ? word.slice(0, -1) : word;
}

function withoutSuffixes(word: string): string {
  return SUFFIXES.reduce(
    (rest, suffix) =>
      rest.endsWith(suffix) && rest.length - suffix.length >= LETTERS_LEFT
        ? rest.slice(0, -suffix.length)
        : rest,
    word,
  );
}

/** Own rule: before a pronoun or the dual, ة is written ت (علاقة, علاقته, علاقتين). */
function withoutOpenTeh(stem: string): string {
  if (!stem.endsWith('ت') || stem.length <= LETTERS_LEFT_BY_OWN_RULES) return stem;
  const rest = stem.slice(0, -1);
  return rest.endsWith('ي') && rest.length > LETTERS_LEFT ? rest.slice(0, -1) : rest;
}
