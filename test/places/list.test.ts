// GET /places: by kind, and by what they lie in at any depth.
import t from 'tap';
import { statementsWhere } from '../support/oracle.ts';
import { type Scenario, tryScenarios, tryWeights } from '../support/scenarios.ts';
import { seeds } from '../support/seeds.ts';

const scenarios: Scenario[] = [
  { asked: 'kind=city', holds: ['moscow', 'kyiv', 'anchorage'], lacks: ['alaska', 'elmendorf-richardson'] },
  {
    asked: 'within=united-states',
    holds: ['alaska', 'elmendorf-richardson'],
    lacks: ['united-states', 'kyiv'],
  },
  { asked: 'within=أميركا', means: 'within=united-states', holds: ['alaska'], lacks: ['moscow'] },
  {
    asked: 'within=north-america&kind=city',
    holds: ['anchorage', 'washington'],
    lacks: ['alaska', 'moscow'],
  },
  {
    asked: 'within=alaska,russia',
    holds: ['anchorage', 'moscow'],
    lacks: ['alaska', 'russia', 'washington'],
  },
  {
    asked: 'within=!north-america',
    holds: ['moscow', 'north-america', 'west'],
    lacks: ['alaska', 'anchorage'],
  },
  { asked: 'within=kyiv', holds: [], lacks: ['kyiv', 'ukraine'] },
];

t.test('filters', (t) => tryScenarios(t, 'places', scenarios));

t.test('by number of statements', (t) =>
  tryWeights(t, 'places', 'statements', (id) => statementsWhere(seeds, [['place', id]]).length),
);
