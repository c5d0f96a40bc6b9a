// Cases of search by relevance and of facets, one request at a time: how long each takes when nothing else is asked.
import { statementFacets } from '../../../src/statements/facets.ts';
import { knownWords } from '../dataset/vocabulary.ts';
import type { LoadCase } from './loads.ts';
import { shuffled } from './pools.ts';
import { type Question, question, varied } from './question.ts';
import { all, slowest, timesPlain } from './targets.ts';
import type { World } from './world.ts';

const alone = { connections: 1, plain: true, isNew: true } as const;

/** Searches for these texts in all page sizes. */
const searches = (texts: readonly string[], { pools }: World): Question[] =>
  varied(
    texts.map((q) => ({ q })),
    pools.random,
    { sorts: ['relevance'] },
  );

/** Every two of the words, one way round. */
const pairs = (words: readonly string[]): [string, string][] =>
  words.flatMap((first, at) => words.slice(at + 1).map((second): [string, string] => [first, second]));

/** An Arabic word with what is written onto it: other questions with the same stem. */
function formsOf(word: string): string[] {
  const bare = word.replace(/^ال/, '');
  return [word, ...['', 'و', 'وال', 'بال', 'كال', 'فال', 'لل'].map((prefix) => `${prefix}${bare}`)];
}

/** One word in all forms and page sizes; the plain route knows no forms, so it gets the word that texts have. */
const formsInPages = (words: readonly string[], least: number, most: number): Question[] =>
  Array.from({ length: most - least + 1 }, (_, at) => least + at).flatMap((limit) =>
    words.flatMap((word) =>
      [...new Set(formsOf(word))].map((q) => question({ q, limit }, { q: word, limit })),
    ),
  );

const facets = statementFacets.map(({ name }) => name).join(',');

export const searchCases: readonly LoadCase[] = [
  {
    ...{ ...alone, id: 'word', title: 'A word that 5 % of all statements hold' },
    questions: ({ pools }) => shuffled(formsInPages(pools.words, 10, 30), pools.random),
    targets: all(slowest(25), timesPlain(10)),
  },
  {
    ...{ ...alone, id: 'two-words', title: 'Two such words' },
    questions: (world) =>
      searches(
        pairs(world.pools.words).map((words) => words.join(' ')),
        world,
      ),
    targets: all(slowest(25), timesPlain(10)),
  },
  {
    ...{ ...alone, id: 'phrase', title: 'A phrase' },
    questions: (world) => {
      const { first, second } = knownWords.phrase;
      const phrases = [[first, second], ...pairs(world.pools.frequent)];
      return searches(
        phrases.map((words) => `"${words.join(' ')}"`),
        world,
      );
    },
    targets: all(slowest(25), timesPlain(10)),
  },
  {
    ...{ ...alone, id: 'broad-word', title: 'A word that 61 % of all statements hold' },
    questions: ({ pools }) => shuffled(formsInPages([knownWords.broad.word], 1, 100), pools.random),
    targets: () => [],
  },
  {
    ...{ ...alone, id: 'facets', title: 'All facets under one speaker' },
    questions: ({ pools }) =>
      varied(
        pools.speakers.map((speaker) => ({ speaker, facets })),
        pools.random,
      ),
    targets: all(slowest(50)),
  },
];
