// A retired id answers 301 to the one that took its place, under every route that takes an id, with the question kept.
import t from 'tap';
import { collectionOf, type Kind, kinds } from '../../src/records/kinds.ts';
import { summits } from '../resources/downloads/world.ts';
import { testApp } from '../support/app.ts';
import { paths } from '../support/examples.ts';
import { bareRecords, fixture } from '../support/fixture.ts';
import { pathOf } from '../support/lists.ts';
import { isProblem } from '../support/problems.ts';
import type { Seeds } from '../support/seeds.ts';

/** Records of every kind, each with an id that it gave up. */
const [, records = bareRecords()] = summits.find(([name]) => name === 'a retired id of each kind') ?? [];

const kindOf = (collection: string): Kind | undefined =>
  collection === 'outlets' ? 'organization' : kinds.find((kind) => collectionOf[kind] === collection);

/** The id of a record that its collection serves. */
const idIn = (collection: string, kind: Kind): string =>
  String((collection === 'outlets' ? records.organization.at(-1) : records[kind][0])?.id);

for (const template of paths.filter((path) => path.includes('{id}'))) {
  const [, collection = ''] = template.split('/');
  const kind = kindOf(collection);
  if (!kind) continue; // renditions and discrepancies are no records: the next test
  t.test(template, async (t) => {
    const { database } = await fixture(t, records);
    const { ask } = await testApp(t, { database });
    const id = idIn(collection, kind);
    for (const query of template.includes('.') ? [''] : ['', '?format=json']) {
      const moved = await ask(template.replace('{id}', `former-${kind}-${id}`) + query);
      t.equal(moved.statusCode, 301, query);
      const [path, format] = template.split('.');
      const others = query.slice(1);
      const asked = format === undefined ? others : [others, `format=${format}`].filter(Boolean).join('&');
      t.equal(moved.headers.location, `${path?.replace('{id}', id)}${asked && `?${asked}`}`);
      t.equal((await ask(pathOf(String(moved.headers.location)))).statusCode, 200, 'and it is there');
    }
    const head = await ask(template.replace('{id}', `former-${kind}-${id}`), { method: 'HEAD' });
    t.equal(head.statusCode, 301, 'HEAD');
  });
}

t.test('the ids of discrepancies and renditions begin with the ids of records', async (t) => {
  const { database } = await fixture(t, records);
  const { ask, get } = await testApp(t, { database });
  for (const [collection, field] of [
    ['discrepancies', 'event'],
    ['renditions', 'statement'],
  ] as const) {
    type Joined = { id: string; event?: { id: string }; statement?: { id: string } };
    const { data } = await get<{ data: Joined[] }>(`/${collection}`);
    const joined = data.filter((each) => each.id.startsWith(`${each[field]?.id}-`));
    t.ok(joined.length > 0, collection);
    for (const { id } of joined) {
      const moved = await ask(`/${collection}/former-${field}-${id}?fields=id`);
      t.equal(moved.statusCode, 301, id);
      t.equal(moved.headers.location, `/${collection}/${id}?fields=id`);
    }
    isProblem(t, await ask(`/${collection}/former-${field}-${data[0]?.id}-x`), 'unknown-id');
  }
});

t.test('a filter takes a retired id for the one that took its place', async (t) => {
  const { database } = await fixture(t, records);
  const { get } = await testApp(t, { database });
  t.same(await get('/statements?speaker=former-person-ada'), await get('/statements?speaker=ada'));
});

t.test('an organization that took the place of an outlet without being one', async (t) => {
  const kremlin = (all: Seeds): Seeds => ({
    ...all,
    organization: all.organization.map((each) =>
      each.id === 'kremlin' ? { ...each, formerly: ['wire'] } : each,
    ),
  });
  const { database } = await fixture(t, kremlin(bareRecords()));
  const { ask } = await testApp(t, { database });
  t.equal((await ask('/organizations/wire')).statusCode, 301);
  isProblem(t, await ask('/outlets/wire'), 'unknown-id');
});

t.test('/changes tells a retirement as one that went and one that came', async (t) => {
  const { database, load } = await fixture(t, bareRecords());
  const { get } = await testApp(t, { database });
  const { to } = await get<{ to: string }>('/changes');
  const rename = (all: Seeds): Seeds => ({
    ...all,
    person: all.person.map((each) =>
      each.id === 'putin' ? { ...each, id: 'v-putin', formerly: ['putin'] } : each,
    ),
  });
  await load(rename(bareRecords()));
  const { data } = await get<{ data: { change: string; href: string }[] }>(`/changes?since=${to}`);
  t.match(data, [
    { change: 'removed', href: '/people/putin' },
    { change: 'added', href: '/people/v-putin' },
  ]);
  t.equal(data.length, 2);
});
