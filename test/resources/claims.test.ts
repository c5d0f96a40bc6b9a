// GET /claims and GET /events/{id}/claims: every value of the facets, both orders, and the claims of an event with its parts.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { idsOf, type ListBody } from '../support/lists.ts';
import { claimsWhere } from '../support/oracle.ts';
import { seeds } from '../support/seeds.ts';

t.test('every value of every facet', async (t) => {
  const { get } = await testApp(t);
  const credited = [...new Set(seeds.claim.flatMap(({ attributedTo }) => attributedTo ?? []))];
  t.not(credited.length, 0, 'some claims are credited to someone');
  const asked = [
    ['publisher', 'xinhua'] as const,
    ['publisher', 'unstated'] as const,
    ['via', 'bbc'] as const,
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
