// GET /outlets: only organizations that publish, by kind and country, and who carries most.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { idsOf } from '../support/lists.ts';
import { statementsWhere } from '../support/oracle.ts';
import { type Scenario, tryScenarios, tryWeights } from '../support/scenarios.ts';
import { seeds } from '../support/seeds.ts';

const scenarios: Scenario[] = [
  { asked: 'kind=broadcaster', holds: ['bbc', 'cnbc', 'fox-news'], lacks: ['xinhua', 'rt', 'x'] },
  { asked: 'kind=platform', holds: ['x'], lacks: ['rt', 'bbc'] },
  { asked: 'country=RU', holds: ['tass', 'rt'], lacks: ['kremlin', 'bbc'] },
  { asked: 'country=cn', means: 'country=CN', holds: ['xinhua'], lacks: ['tass'] },
  { asked: 'kind=news-agency&country=!CN', holds: ['tass'], lacks: ['xinhua'] },
];

t.test('filters', (t) => tryScenarios(t, 'outlets', scenarios));

t.test('only those that publish', async (t) => {
  const { get } = await testApp(t);
  const ids = await idsOf(get, '/outlets');
  const others = ['kremlin', 'white-house', 'nato', 'journalists', 'russian-state-media', 'putin'];
  t.same(
    others.filter((id) => ids.includes(id)),
    [],
  );
});

t.test('by number of statements', (t) =>
  tryWeights(t, 'outlets', 'statements', (id) => statementsWhere(seeds, [['outlet', id]]).length),
);
