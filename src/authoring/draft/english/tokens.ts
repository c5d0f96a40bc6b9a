// Small questions about English tokens that several parts of the reading ask.
import { normAt, type Token } from '../tokens.ts';
import { verbForms } from './verbs.ts';
import { adverbs, auxiliaries, finiteForms, modals, negations, pronouns } from './words.ts';

/** The token in lower case with straight apostrophes; '' where there is none. */
export function low(tokens: readonly Token[], at: number): string {
  const norm = normAt(tokens, at);
  return norm.includes('’') ? norm.replaceAll('’', "'") : norm;
}

export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

export function isAdverb(word: string): boolean {
  return (
    adverbs.has(word) ||
    (word.length > 4 &&
      word.endsWith('ly') &&
      !/^(?:family|reply|italy|july|supply|ally|assembly|early|only|billy|kelly|emily|molly|sally|holly)$/.test(
        word,
      ))
  );
}

/** Whether a word is a finite verb as far as its form tells: auxiliaries, modals, contractions, pasts. */
export function isFiniteVerb(word: string): boolean {
  return (
    auxiliaries.has(word) ||
    modals.has(word) ||
    negations.has(word) ||
    finiteForms.has(word) ||
    /^(?:says|tells)$/.test(word) ||
    verbForms.get(word)?.past === true ||
    /(?:'(?:d|ll|re|ve|m)|n't)$/.test(word) ||
    /^(?:he|she|it|that|there|here|what|who|where|how)'s$/.test(word) ||
    /(?:ed|eds)$/.test(word)
  );
}

/** Pronouns with and without a contracted verb: he, he's, they've. */
export function isPronoun(word: string): boolean {
  return pronouns.has(word.replace(/'(?:s|d|ll|re|ve|m)$/, ''));
}
