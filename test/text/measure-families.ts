/** Measures how well one form of a word finds the others, and how seldom it finds another word. */
import { askedStems } from '../../src/text/arabic-forms.ts';
import { normalise } from '../../src/text/normalise.ts';
import { stem } from '../../src/text/stem.ts';
import type { Family } from './word-families.ts';

/** Whether a form asked for finds a form in the index, both as they are written. */
export type Finds = (asked: string, indexed: string) => boolean;

/**
 * Ordered pairs of different spellings. `recall`: of two forms of one family, the part that is found.
 * `recallOfForms`: the same for the pairs that normalising alone does not join. `falsePerThousand`: of two
 * forms of different families, how many in a thousand are found.
 */
export type Figures = {
  families: number;
  forms: number;
  pairs: number;
  recall: number;
  recallOfForms: number;
  otherPairs: number;
  falsePerThousand: number;
};

const spelling = memoised(normalise);
const stems = memoised(stem);
const asked = memoised((word: string) => new Set(askedStems(word)));

/** What each step adds: one spelling; stems in the index; forms with prepositions in the question. */
export const STEPS: Readonly<Record<string, Finds>> = {
  'normalised forms': (one, other) => spelling(one) === spelling(other),
  'and stems': (one, other) => stems(spelling(one)) === stems(spelling(other)),
  'and prepositions (what search does)': findsAsSearchDoes,
};

/** As the index is asked and written, for a single word. */
export function findsAsSearchDoes(one: string, other: string): boolean {
  return spelling(one) === spelling(other) || asked(spelling(one)).has(stems(spelling(other)));
}

/** The figures for forms of `families` asked for; false hits among all families. */
export function measure(families: readonly Family[], all: readonly Family[], found: Finds): Figures {
  const same = tally();
  const different = tally();
  const joined = tally();
  for (const family of families) {
    for (const one of family.forms) {
      for (const other of family.forms) {
        if (one === other) continue;
        joined.count(found(one, other));
        if (spelling(one) !== spelling(other)) same.count(found(one, other));
      }
      for (const strange of all) {
        if (strange !== family) for (const other of strange.forms) different.count(found(one, other));
      }
    }
  }
  return {
    families: families.length,
    forms: families.reduce((sum, family) => sum + family.forms.length, 0),
    pairs: joined.total,
    recall: joined.share(),
    recallOfForms: same.share(),
    otherPairs: different.total,
    falsePerThousand: different.share() * 1000,
  };
}

function tally() {
  let hits = 0;
  return {
    total: 0,
    count(hit: boolean) {
      this.total += 1;
      if (hit) hits += 1;
    },
    share() {
      return hits / this.total;
    },
  };
}

function memoised<T>(compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const value = known.get(word) ?? compute(word);
    known.set(word, value);
    return value;
  };
}
