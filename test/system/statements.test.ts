// Hundreds of random questions, and walks over all pages under every sort and every pair of facets.
import t from 'tap';
import { askAtRandom } from '../resources/statements/random-questions.ts';
import { walkUnderPairs } from '../resources/statements/walks.ts';

t.test('random questions', (t) => askAtRandom(t, 250));

t.test('walks under every sort and every pair of facets', (t) => walkUnderPairs(t));
