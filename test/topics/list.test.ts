// GET /topics: by what they lie under at any depth.
import t from 'tap';
import { statementsWhere } from '../support/oracle.ts';
import { type Scenario, tryScenarios, tryWeights } from '../support/scenarios.ts';
import { seeds } from '../support/seeds.ts';

const scenarios: Scenario[] = [
  { asked: 'broader=us-russia-relations', holds: ['arctic-cooperation', 'air-links'], lacks: ['territory'] },
  { asked: 'broader=economic-cooperation', holds: ['arctic-cooperation'], lacks: ['economic-cooperation'] },
  { asked: 'broader=ukraine-war&broader=peace-settlement', holds: ['territory'], lacks: ['ending-the-war'] },
  { asked: 'broader=!ukraine-war', holds: ['ukraine-war', 'atmosphere'], lacks: ['territory', 'peace-deal'] },
  { asked: 'broader=territory', holds: [], lacks: ['territory', 'peace-settlement'] },
];

t.test('filters', (t) => tryScenarios(t, 'topics', scenarios));

t.test('by number of statements', (t) =>
  tryWeights(t, 'topics', 'statements', (id) => statementsWhere(seeds, [['topic', id]]).length),
);
