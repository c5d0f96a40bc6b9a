// How far the renditions of a statement quote the same words: one verdict, for the comparison and for the filter.
import { z } from 'zod';
import { type Quote, type QuotedWord, quotedWords } from './quoted-words.ts';

/** From nothing to compare, over the same words, to different ones. */
export const wordings = [
  'none',
  'single',
  'unquoted',
  'same',
  'spelling',
  'excerpts',
  'forms',
  'different',
] as const;

export type Wording = (typeof wordings)[number];

/** The verdict as answers say it. */
export const wording = z.enum(wordings).meta({
  description: [
    'Similarity of the quoted words in the two renditions that differ most.',
    '`none`: nothing selected; `single`: one rendition, nothing to compare;',
    '`unquoted`: fewer than two quote in one language; `same`: to the letter; `spelling`: only the spelling differs;',
    '`excerpts`: one quotes an unbroken part of what the other quotes; `forms`: the same with other forms of a word;',
    '`different`: other words.',
  ].join(' '),
  examples: ['different'],
});

/** What the verdict looks at. */
export interface Quoting {
  language: string;
  quotes: readonly Quote[];
}

/** The words that one rendition quotes. */
export interface Quoted {
  language: string;
  words: QuotedWord[];
}

/** More renditions than these are not set against one another: pairs grow with the square. */
export const mostCompared = 50;

/** The verdict over renditions: that of the two that differ most. */
export function wordingOf(renditions: readonly Quoting[]): Wording {
  if (renditions.length < 2) return renditions.length === 0 ? 'none' : 'single';
  const quoted = renditions
    .slice(0, mostCompared)
    .filter(({ quotes }) => quotes.length > 0)
    .map(({ language, quotes }) => ({ language, words: quotedWords(quotes) }));
  const verdicts = pairsOf(quoted).filter(isComparable).map(verdict);
  return verdicts.reduce(further, 'unquoted');
}

const further = (one: Wording, other: Wording): Wording =>
  wordings.indexOf(one) < wordings.indexOf(other) ? other : one;

/** Whether quoted words differ by more than spelling, and by more than how much of them is quoted. */
export const isDiffering = (wording: Wording): boolean => wording === 'forms' || wording === 'different';

/** Every two of a list, in its order. */
export function pairsOf<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, at) => list.slice(at + 1).map((other): [T, T] => [one, other]));
}

/** Whether words can be compared: both quote some, in one language, whatever its script or region. */
export const isComparable = ([one, other]: readonly [Quoted, Quoted]): boolean =>
  one.words.length > 0 && other.words.length > 0 && base(one.language) === base(other.language);

/** The language of a tag, without script and region. */
export const base = (tag: string): string => tag.replace(/-.*/, '');

function verdict([{ words: one }, { words: other }]: readonly [Quoted, Quoted]): Wording {
  if (isEqual(one, other, 'text')) return 'same';
  if (isEqual(one, other, 'spelling')) return 'spelling';
  if (isWithin(one, other, 'spelling') || isWithin(other, one, 'spelling')) return 'excerpts';
  return isWithin(one, other, 'stem') || isWithin(other, one, 'stem') ? 'forms' : 'different';
}

type Key = 'text' | 'spelling' | 'stem';

const isEqual = (one: QuotedWord[], other: QuotedWord[], key: Key): boolean =>
  one.length === other.length && one.every((word, at) => word[key] === other[at]?.[key]);

/** Whether each quote of one rendition is an unbroken run of words in a quote of the other. */
function isWithin(one: QuotedWord[], other: QuotedWord[], key: Key): boolean {
  const outer = byQuote(other, key);
  return byQuote(one, key).every((run) => outer.some((text) => text.includes(run)));
}

/** The words of each quote as one text, a space on either side of each word. */
function byQuote(words: QuotedWord[], key: Key): string[] {
  const runs = new Map<number, string>();
  for (const word of words) runs.set(word.quote, `${runs.get(word.quote) ?? ' '}${word[key]} `);
  return [...runs.values()];
}
