// GET /organizations: by kind and by country, and who speaks most.
import t from 'tap';
import { statementsWhere } from '../support/oracle.ts';
import { type Scenario, tryScenarios, tryWeights } from '../support/scenarios.ts';
import { seeds } from '../support/seeds.ts';

const scenarios: Scenario[] = [
  { asked: 'kind=government', holds: ['kremlin', 'white-house'], lacks: ['xinhua', 'us-state-department'] },
  { asked: 'kind=GOVERNMENT', means: 'kind=government', holds: ['kremlin'], lacks: ['nato'] },
  { asked: 'kind=collective', holds: ['journalists', 'russian-state-media'], lacks: ['tass', 'nato'] },
  { asked: 'kind=news-agency,broadcaster', holds: ['xinhua', 'tass', 'bbc'], lacks: ['rt', 'x', 'kremlin'] },
  { asked: 'kind=broadcaster&country=US', holds: ['cnbc', 'fox-news'], lacks: ['bbc', 'white-house'] },
  { asked: 'country=RU&kind=!news-agency', holds: ['kremlin', 'rt'], lacks: ['tass', 'white-house'] },
  { asked: 'country=!RU,US', holds: ['nato', 'xinhua', 'bbc'], lacks: ['kremlin', 'cnbc'] },
  { asked: 'kind=party', holds: [], lacks: ['kremlin'] },
];

t.test('filters', (t) => tryScenarios(t, 'organizations', scenarios));

t.test('by number of statements', (t) =>
  tryWeights(t, 'organizations', 'statements', (id) => statementsWhere(seeds, [['speaker', id]]).length),
);
