// Some random questions and some walks; test/system/statements.test.ts has many of both.
import t from 'tap';
import { askAtRandom } from './random-questions.ts';
import { walkUnderPairs } from './walks.ts';

t.test('random questions', (t) => askAtRandom(t, 50));

t.test('walks under every sort', (t) => walkUnderPairs(t, 8));
