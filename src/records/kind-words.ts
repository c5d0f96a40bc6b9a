// Kinds as words of an English sentence: descriptions name the kinds that there are.
import { type Kind, wordsFor } from './kinds.ts';

const listed = (type: 'conjunction' | 'disjunction', words: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type }).format(words.map((word) => word.toLowerCase()));

/** All records of these kinds: `people, organizations and places`. */
export const manyOf = (kinds: readonly Kind[]): string =>
  listed(
    'conjunction',
    kinds.map((kind) => wordsFor(kind).many.en),
  );

/** One record of one of these kinds: `person, organization or place`. */
export const oneOfKinds = (kinds: readonly Kind[]): string =>
  listed(
    'disjunction',
    kinds.map((kind) => wordsFor(kind).one.en),
  );

/** The text with a capital letter at its beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A noun with its indefinite article. */
export const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
