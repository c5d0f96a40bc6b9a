// What is written as documents come is read as sets of numbers, over several blocks.
import t from 'tap';
import type { TermIndex } from '../../../src/combining/source.ts';
import { emptyDatabase } from '../../../src/sqlite/open.ts';
import { termIndexOf } from '../../../src/sqlite/postings/term-index.ts';
import { termWriter } from '../../../src/sqlite/postings/term-writer.ts';
import { preparer } from '../../../src/sqlite/prepare.ts';

/** Numbers on either side of the borders of blocks, some blocks left out. */
const numbers = [1, 2, 3, 4, 5, 6, 65_535, 65_536, 131_071, 131_072, 131_073, 262_144];

/** The terms of a document, one of them twice. */
const termsFor = (number: number): [facet: string, value: string][] => [
  ['speaker', number % 2 === 0 ? 'even' : 'odd'],
  ['speaker', 'all'],
  ['topic', 'all'],
  ['topic', 'all'],
  ...(number < 10 ? ([['topic', 'early']] as [string, string][]) : []),
];

const having = (terms: TermIndex, facet: string, value: string): number[] => {
  const term = terms.find('statements', facet, value);
  return term ? [...terms.docIds(term)] : [];
};

t.test('terms', async (t) => {
  const database = emptyDatabase();
  t.teardown(() => database.close());
  const writer = termWriter(database);
  for (const number of numbers) writer.add('statements', number, termsFor(number));
  t.equal(writer.count('statements', 'topic', 'all'), numbers.length, 'one that comes twice counts once');
  t.equal(writer.count('statements', 'topic', 'none'), 0);
  writer.finish();
  const terms = termIndexOf(preparer(database));
  t.same(having(terms, 'speaker', 'all'), numbers);
  t.same(
    having(terms, 'speaker', 'even'),
    numbers.filter((number) => number % 2 === 0),
  );
  t.same(
    having(terms, 'topic', 'early'),
    numbers.filter((number) => number < 10),
    'none in the last block',
  );
  t.same(terms.all('statements', 'topic'), [
    { ...terms.find('statements', 'topic', 'all'), documents: numbers.length },
    { ...terms.find('statements', 'topic', 'early'), documents: 6 },
  ]);
  t.equal(terms.find('people', 'topic', 'all'), null, 'each collection has its own');
});
