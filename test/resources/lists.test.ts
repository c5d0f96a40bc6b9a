// The lists of people, organizations, outlets, places, topics, events, sources and claims: filters, and the order by weight.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { idsOf } from '../support/lists.ts';
import { statementsWhere } from '../support/oracle.ts';
import { tryScenarios, tryWeights } from '../support/scenarios.ts';
import { seeds } from '../support/seeds.ts';
import { scenarios } from './list-scenarios.ts';

for (const [collection, tried] of Object.entries(scenarios))
  t.test(`/${collection}: filters`, (t) => tryScenarios(t, collection, tried));

/** The filter of statements that each collection's records are values of. */
const filterFor = {
  people: 'speaker',
  organizations: 'speaker',
  outlets: 'outlet',
  places: 'place',
  topics: 'topic',
  events: 'event',
  sources: 'source',
};

for (const [collection, filter] of Object.entries(filterFor))
  t.test(`/${collection}: by number of statements`, (t) =>
    tryWeights(t, collection, 'statements', (id) => statementsWhere(seeds, [[filter, id]]).length),
  );

t.test('/outlets: only organizations that publish', async (t) => {
  const { get } = await testApp(t);
  const ids = await idsOf(get, '/outlets');
  const others = ['kremlin', 'white-house', 'nato', 'journalists', 'russian-state-media', 'putin'];
  t.same(
    others.filter((id) => ids.includes(id)),
    [],
  );
});
