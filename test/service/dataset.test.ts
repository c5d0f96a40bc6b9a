// GET /dataset: which data this is, and how much of it there is.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import type { ListBody } from '../support/lists.ts';
import { outletsOf, seeds } from '../support/seeds.ts';

interface Dataset {
  version: string;
  ingestedAt: string;
  licence: string;
  collections: Record<string, { count: number; href: string }>;
}

t.test('every count is that of the seeds, and of the list it leads to', async (t) => {
  const { get } = await testApp(t);
  const { collections, licence, version } = await get<Dataset>('/dataset');
  const counted = Object.fromEntries(Object.entries(collections).map(([name, { count }]) => [name, count]));
  t.match(counted, {
    statements: seeds.statement.length,
    people: seeds.person.length,
    organizations: seeds.organization.length,
    outlets: outletsOf(seeds).length,
    places: seeds.place.length,
    topics: seeds.topic.length,
    events: seeds.event.length,
    sources: seeds.source.length,
    claims: seeds.claim.length,
  });
  for (const [name, { count, href }] of Object.entries(collections)) {
    t.equal((await get<ListBody>(href)).page.total, count, name);
  }
  t.equal(licence, 'CC0-1.0');
  t.match(version, /^[0-9a-f]{16}$/);
  t.equal(
    (await get<{ version: string }>('/health/ready')).version,
    version,
    'readiness names the same version',
  );
});

t.test('the version tells contents apart, and when they were loaded', async (t) => {
  const records = { ...bareRecords(), statement: [bareStatement('first')] };
  const { database, load } = await fixture(t, records);
  const { get } = await testApp(t, { database });
  const before = await get<Dataset>('/dataset');
  await load(records);
  t.same(await get<Dataset>('/dataset'), before, 'loading the same again changes nothing');
  await load({ ...records, statement: [] });
  const after = await get<Dataset>('/dataset');
  t.not(after.version, before.version);
  t.ok(after.ingestedAt > before.ingestedAt, 'and it is newer');
  t.match(after.collections['statements'], { count: 0 });
  await load(records);
  t.equal((await get<Dataset>('/dataset')).version, before.version, 'the same content has the same version');
});
