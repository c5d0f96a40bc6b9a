// GET /sources: by publisher as far as the text names one, and by language.
import t from 'tap';
import { statementsWhere } from '../support/oracle.ts';
import { type Scenario, tryScenarios, tryWeights } from '../support/scenarios.ts';
import { seeds } from '../support/seeds.ts';

const scenarios: Scenario[] = [
  { asked: 'outlet=xinhua', holds: ['article-003'], lacks: ['article-000', 'article-004'] },
  { asked: 'outlet=新华社', means: 'outlet=xinhua', holds: ['article-003'], lacks: ['article-001'] },
  { asked: 'outlet=unstated', holds: ['article-000', 'article-004'], lacks: ['article-003'] },
  { asked: 'outlet=unstated,xinhua', holds: ['article-000', 'article-003'], lacks: [] },
  { asked: 'outlet=!unstated', holds: ['article-003'], lacks: ['article-002'] },
  { asked: 'outlet=cnbc', holds: [], lacks: ['article-004'] },
  { asked: 'language=ar', holds: ['article-000', 'article-003'], lacks: [] },
  { asked: 'language=en', holds: [], lacks: ['article-000'] },
];

t.test('filters', (t) => tryScenarios(t, 'sources', scenarios));

t.test('by number of statements', (t) =>
  tryWeights(t, 'sources', 'statements', (id) => statementsWhere(seeds, [['source', id]]).length),
);
