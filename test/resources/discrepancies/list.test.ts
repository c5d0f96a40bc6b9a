// GET /discrepancies, /discrepancies/{id} and /events/{id}/discrepancies: every claim of the seeds stands in its group.
import t from 'tap';
import type { Discrepancy } from '../../../src/resources/discrepancies/schema.ts';
import { testApp } from '../../support/app.ts';
import { bareRecords, fixture } from '../../support/fixture.ts';
import { idsOf, type ListBody, walk } from '../../support/lists.ts';
import { claimFacets, satisfies } from '../../support/oracle.ts';
import { isProblem } from '../../support/problems.ts';
import { lineage, type SeedClaim, seeds } from '../../support/seeds.ts';

/** The claims of each group, by the id of the group. */
const groups = new Map<string, SeedClaim[]>();
for (const claim of seeds.claim) {
  const id = `${claim.event}-${claim.attribute}`;
  groups.set(id, [...(groups.get(id) ?? []), claim]);
}

/** What the record shows, as a reader of the five articles has it. */
const known = {
  'alaska-2025-talks-duration': 'compatible',
  'alaska-2025-talks-most-important-open-points': 'conflicting',
  'alaska-2025-progress': 'different',
  'alaska-2025-progress-on-war': 'conflicting',
  'alaska-2025-label': 'different',
  'alaska-2025-region': 'agreed',
  'alaska-2025-press-conference-questions-taken': 'agreed',
  'alaska-2025-talks-us-delegate': 'single',
  'alaska-2025-talks-format': 'single',
};

t.test('every group', async (t) => {
  const { get } = await testApp(t);
  const pages = await walk<Discrepancy>(get, '/discrepancies?limit=7');
  const found = pages.flatMap(({ data }) => data);
  t.same(found.map(({ id }) => id).sort(), [...groups.keys()].sort());
  for (const group of found) {
    const claims = groups.get(group.id) ?? [];
    const said = group.values.flatMap((value) => value.claims);
    t.same(
      said.map(({ id }) => id).sort(),
      claims.map(({ id }) => id).sort(),
      `${group.id}: every claim once`,
    );
    t.equal(group.counts.sources, new Set(claims.map(({ source }) => source)).size, `${group.id}: sources`);
    t.same(await get(`/discrepancies/${group.id}`), group, `${group.id}: the same on its own`);
  }
  for (const [id, status] of Object.entries(known))
    t.match(
      found.find((each) => each.id === id),
      { status },
      id,
    );
});

t.test('the talks lasted 2 h 45 min, or nearly three hours', async (t) => {
  const { get } = await testApp(t);
  const found = await get<Discrepancy>('/discrepancies/alaska-2025-talks-duration');
  t.match(found, {
    status: 'compatible',
    conflicts: [],
    list: false,
    relations: [
      { left: ['PT2H45M'], right: ['nearly PT3H'], relation: 'compatible', rule: 'ranges-overlap' },
    ],
    values: [
      {
        label: 'PT2H45M',
        range: { from: 'PT2H45M', to: 'PT2H45M' },
        claims: [{ source: { id: 'article-001' } }],
      },
      {
        label: 'nearly PT3H',
        range: { from: 'PT2H42M', to: 'PT3H' },
        claims: [{ source: { id: 'article-003' } }],
      },
    ],
  });
});

t.test('one open point, or two, or both', async (t) => {
  const { get } = await testApp(t);
  const found = await get<Discrepancy>('/discrepancies/alaska-2025-talks-most-important-open-points');
  t.same(found.conflicts, ['within-source', 'between-sources']);
  t.same(
    found.voices.map(({ attributedTo, status }) => [attributedTo?.id, status]),
    [['trump', 'conflicting']],
  );
});

t.test('sorts', async (t) => {
  const { get } = await testApp(t);
  const { data } = await get<ListBody<Discrepancy>>('/discrepancies?limit=100');
  const order = ['conflicting', 'different', 'compatible', 'agreed', 'single'];
  const ranks = data.map(({ status }) => order.indexOf(status));
  t.same(
    ranks,
    ranks.toSorted((a, b) => a - b),
    'conflicts first',
  );
  const ids = data.map(({ id }) => id);
  t.same(await idsOf(get, '/discrepancies?sort=-status'), ids.toReversed());
  const byEvent = [...groups.values()]
    .map(([claim]) => claim)
    .map((claim) => `${claim?.event} ${claim?.attribute}`)
    .sort()
    .map((key) => key.replace(' ', '-'));
  t.same(await idsOf(get, '/discrepancies?sort=event'), byEvent);
  t.same(await idsOf(get, '/discrepancies?sort=-event'), byEvent.toReversed());
});

const questions = [
  'event=alaska-2025',
  'event=alaska-2025-talks',
  'attribute=duration,progress',
  'type=count',
  'source=article-004',
  'source=!article-003',
  'outlet=xinhua',
  'outlet=unstated&outlet=xinhua',
  'outlet=rt',
  'publisher=xinhua',
  'via=cnbc',
  'attributedTo=trump',
  'attributedTo=putin&source=article-001',
];

t.test('filters test a group as a whole', async (t) => {
  const { get } = await testApp(t);
  for (const question of questions) {
    const conditions = [...new URLSearchParams(question)];
    const expected = [...groups].filter(([, claims]) => {
      const facets = claims.map((claim) => claimFacets(seeds, claim));
      const names = Object.keys(facets[0] ?? {});
      const joined = names.map((name) => [name, new Set(facets.flatMap((each) => [...(each[name] ?? [])]))]);
      return satisfies(Object.fromEntries(joined), conditions);
    });
    const ids = await idsOf(get, `/discrepancies?${question}`);
    t.same(ids.sort(), expected.map(([id]) => id).sort(), question);
    t.not(ids.length, 0, `${question}: finds something`);
  }
});

t.test('by status and kind of conflict', async (t) => {
  const { get } = await testApp(t);
  const { data } = await get<ListBody<Discrepancy>>('/discrepancies?limit=100');
  for (const status of ['conflicting', 'different', 'compatible', 'agreed', 'single']) {
    const expected = data.filter((each) => each.status === status).map(({ id }) => id);
    t.same(await idsOf(get, `/discrepancies?status=${status}`), expected, status);
  }
  for (const conflict of ['within-source', 'between-sources', 'between-voices'] as const) {
    const expected = data.filter(({ conflicts }) => conflicts.includes(conflict)).map(({ id }) => id);
    t.same(await idsOf(get, `/discrepancies?conflict=${conflict}`), expected, conflict);
  }
});

t.test('of an event', async (t) => {
  const { ask, get } = await testApp(t);
  for (const { id } of seeds.event) {
    const expected = [...groups].filter(([, [claim]]) =>
      lineage(seeds.event, 'partOf', claim?.event).includes(id),
    );
    const ids = await idsOf(get, `/events/${id}/discrepancies`);
    t.same(ids.sort(), expected.map(([group]) => group).sort(), id);
    const { discrepancies } = await get<{ discrepancies: Record<string, { count: number; href: string }> }>(
      `/events/${id}`,
    );
    t.equal(discrepancies['all']?.count, expected.length, `${id}: as the event says`);
    const conflicting = await idsOf(get, String(discrepancies['conflicting']?.href));
    t.equal(discrepancies['conflicting']?.count, conflicting.length, `${id}: conflicts`);
  }
  t.equal(isProblem(t, await ask('/events/alaska-2026/discrepancies'), 'unknown-id').hint, 'alaska-2025');
  const unknown = isProblem(t, await ask('/discrepancies/alaska-2025-talks-durations'), 'unknown-id');
  t.equal(unknown.hint, 'alaska-2025-talks-duration');
  isProblem(t, await ask('/discrepancies?status=disputed'), 'unknown-value');
});

t.test('linked data names the claims', async (t) => {
  const { ask } = await testApp(t);
  const node = (await ask('/discrepancies/alaska-2025-talks-duration?format=jsonld')).json();
  t.match(node, {
    identifier: 'alaska-2025-talks-duration',
    keywords: 'duration',
    about: { identifier: 'alaska-2025-talks' },
    itemListElement: [{ identifier: 'talks-duration-001' }, { identifier: 'talks-duration-003' }],
  });
});

t.test('two groups whose ids join to the same', async (t) => {
  const records = bareRecords();
  const names = { en: 'An event', ar: 'حدث' };
  records.event = ['summit', 'summit-talks'].map((id) => ({ id, name: names, kind: 'other' }));
  const claim = (id: string, event: string, attribute: string): SeedClaim => ({
    id,
    event,
    attribute,
    value: { type: 'text', value: names },
    source: 'paper',
    paragraph: 1,
    start: 0,
    end: 10,
  });
  records.claim = [claim('one', 'summit', 'talks-length'), claim('other', 'summit-talks', 'length')];
  const { database } = await fixture(t, records);
  const { get } = await testApp(t, { database });
  t.same(await idsOf(get, '/discrepancies?sort=event'), ['summit-talks-length', 'summit-talks-length-2']);
});

t.test('formats keep the status', async (t) => {
  const { ask, get } = await testApp(t);
  for (const id of Object.keys(known)) {
    const { status } = await get<Discrepancy>(`/discrepancies/${id}`);
    const linked = (await ask(`/discrepancies/${id}?format=jsonld`)).json();
    t.equal(linked.creativeWorkStatus, status, `${id}: JSON-LD`);
  }
  const csv = (await ask('/discrepancies?format=csv')).body;
  t.ok(csv.includes('alaska-2025-label,alaska-2025,label,different,'));
  const page = (await ask('/discrepancies/alaska-2025-label', { headers: { accept: 'text/html' } })).body;
  t.match(page, />different</);
});
