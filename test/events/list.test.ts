// GET /events: by kind, whole, place and participant; and what sources say of one, its parts included.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { idsOf, type ListBody } from '../support/lists.ts';
import { claimsWhere, statementsWhere } from '../support/oracle.ts';
import { type Scenario, tryScenarios, tryWeights } from '../support/scenarios.ts';
import { seeds } from '../support/seeds.ts';

const scenarios: Scenario[] = [
  { asked: 'kind=press-conference', holds: ['alaska-2025-press-conference'], lacks: ['alaska-2025'] },
  {
    asked: 'partOf=alaska-2025',
    holds: ['alaska-2025-talks', 'alaska-2025-arrival'],
    lacks: ['alaska-2025'],
  },
  {
    asked: 'place=alaska',
    holds: ['alaska-2025', 'alaska-2025-talks'],
    lacks: ['alaska-2025-zelensky-post'],
  },
  { asked: 'place=anchorage&kind=talks', holds: ['alaska-2025-talks'], lacks: ['alaska-2025'] },
  {
    asked: 'participant=lavrov',
    holds: ['alaska-2025-talks'],
    lacks: ['alaska-2025-arrival', 'alaska-2025'],
  },
  {
    asked: 'participant=زيلينسكي',
    means: 'participant=zelensky',
    holds: ['alaska-2025-zelensky-post'],
    lacks: ['alaska-2025'],
  },
  {
    asked: 'participant=putin&participant=trump',
    holds: ['alaska-2025'],
    lacks: ['alaska-2025-zelensky-post'],
  },
  { asked: 'place=russia', holds: [], lacks: ['alaska-2025'] },
];

t.test('filters', (t) => tryScenarios(t, 'events', scenarios));

t.test('by number of statements', (t) =>
  tryWeights(t, 'events', 'statements', (id) => statementsWhere(seeds, [['event', id]]).length),
);

t.test('/events/{id}/claims', async (t) => {
  const { get, ask } = await testApp(t);
  for (const { id } of seeds.event) {
    const expected = claimsWhere(seeds, [['event', id]]);
    t.same(await idsOf(get, `/events/${id}/claims`), expected, `${id}: its own and those of its parts`);
    t.same(await idsOf(get, `/claims?event=${id}`), expected, `${id}: the same as by filter`);
    t.equal(
      (await get<ListBody>(`/events/${id}/claims?limit=1`)).page.total,
      expected.length,
      `${id}: total`,
    );
  }
  const asked = [
    ['event', 'alaska-2025'],
    ['source', 'article-003'],
    ['type', '!text'],
  ] as const;
  t.same(
    await idsOf(get, '/events/alaska-2025/claims?source=article-003&type=!text'),
    claimsWhere(seeds, asked),
    'with filters',
  );
  const refused = await ask('/events/alaska-2025/claims?event=alaska-2025');
  t.match(refused.json(), { code: 'unknown-parameter', param: 'event' }, 'the event stands in the path only');
});

t.test('claims of an event that is not there', async (t) => {
  const { ask } = await testApp(t);
  const response = await ask('/events/alaska-2052/claims');
  t.equal(response.statusCode, 404);
  t.match(response.json(), { code: 'unknown-id', param: 'id', hint: 'alaska-2025' });
});
