// GET /claims: by event, attribute, type, source, outlet and by whom the source credits.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { idsOf } from '../support/lists.ts';
import { claimsWhere } from '../support/oracle.ts';
import { type Scenario, tryScenarios } from '../support/scenarios.ts';
import { seeds } from '../support/seeds.ts';

const scenarios: Scenario[] = [
  {
    asked: 'attribute=weekday',
    holds: ['summit-weekday-002', 'summit-weekday-004'],
    lacks: ['summit-date-003'],
  },
  { asked: 'attribute=Weekday', means: 'attribute=weekday', holds: ['summit-weekday-002'], lacks: [] },
  { asked: 'type=date', holds: ['summit-date-003'], lacks: ['summit-weekday-003'] },
  { asked: 'type=duration', holds: ['talks-duration-001'], lacks: ['summit-date-003'] },
  { asked: 'event=alaska-2025', holds: ['summit-date-003', 'talks-duration-001'], lacks: [] },
  { asked: 'event=alaska-2025-talks', holds: ['talks-duration-001'], lacks: ['summit-date-003'] },
  { asked: 'source=article-001', holds: ['talks-duration-001'], lacks: ['summit-date-003'] },
  { asked: 'outlet=cnbc', holds: ['summit-weekday-004'], lacks: ['summit-weekday-002'] },
  { asked: 'outlet=xinhua', holds: ['summit-date-003'], lacks: ['talks-duration-001'] },
  {
    asked: 'outlet=unstated&attribute=weekday',
    holds: ['summit-weekday-002'],
    lacks: ['summit-weekday-003'],
  },
  {
    asked: 'attribute=weekday,date&source=!article-003',
    holds: ['summit-weekday-002'],
    lacks: ['summit-date-003'],
  },
  { asked: 'attribute=no-such-attribute', holds: [], lacks: ['summit-date-003'] },
];

t.test('filters', (t) => tryScenarios(t, 'claims', scenarios));

t.test('every value of every facet', async (t) => {
  const { get } = await testApp(t);
  const credited = [...new Set(seeds.claim.flatMap(({ attributedTo }) => attributedTo ?? []))];
  t.not(credited.length, 0, 'some claims are credited to someone');
  const asked = [
    ...credited.map((id) => ['attributedTo', id] as const),
    ...seeds.event.map(({ id }) => ['event', id] as const),
    ...[...new Set(seeds.claim.map(({ attribute }) => attribute))].map(
      (each) => ['attribute', each] as const,
    ),
  ];
  for (const [param, value] of asked) {
    t.same(
      await idsOf(get, `/claims?${param}=${value}`),
      claimsWhere(seeds, [[param, value]]),
      `${param}=${value}`,
    );
  }
});

t.test('reversed', async (t) => {
  const { get } = await testApp(t);
  t.same(await idsOf(get, '/claims?sort=-event'), claimsWhere(seeds, []).reverse());
});
