/** Asserts the common core: shared by all, in order, and in the Alaska record the longest there is. */
import t from 'tap';
import { coreOf } from '../../../src/resources/comparison/core.ts';
import { seeds } from '../../support/seeds.ts';
import { longestCommon } from './longest-common.ts';
import { wordsOf } from './words-of.ts';

const coreText = (...renditions: string[][]): string[] =>
  coreOf(renditions.map((texts) => wordsOf(...texts))).words.map(({ forms }) => forms.join('/'));

t.test('as a table', async (t) => {
  t.same(coreText(['مع ترامب'], ['مع الرئيس ترامب']), ['مع', 'ترامب']);
  t.same(coreText(['حققنا تقدما كبيرا'], ['تقدم كبير'], ['تقدما كبيرا']), ['تقدما/تقدم', 'كبيرا/كبير']);
  t.same(coreText(['نعم'], ['كلا']), []);
  t.same(coreText(['نعم كلا'], ['كلا نعم']).length, 1, 'order counts');
  t.same(coreText(['نعم كلا']), ['نعم', 'كلا'], 'one rendition is its own core');
  t.same(coreText(), []);
});

t.test('where each word of it stands', async (t) => {
  const { places } = coreOf([wordsOf('مع ترامب'), wordsOf('مع الرئيس ترامب')]);
  t.same(places, [
    [0, 1],
    [0, 2],
  ]);
});

t.test('in the Alaska record it is the longest', async (t) => {
  for (const { id, renditions } of seeds.statement) {
    const quoting = renditions.flatMap(({ quotes = [] }) => (quotes.length === 0 ? [] : [quotes]));
    const words = quoting.map((quotes) => wordsOf(...quotes.map(({ text }) => text)));
    const longest = longestCommon(words.map((each) => each.map(({ stem }) => stem)));
    t.equal(coreOf(words).words.length, longest, id);
  }
});
