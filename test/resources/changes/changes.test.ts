// GET /changes: what became of each document, all in all, since a version or a time; and what it refuses.
import { setTimeout as wait } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { type TestApp, testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { pathOf, walk } from '../../support/lists.ts';
import { isProblem } from '../../support/problems.ts';
import type { Seeds } from '../../support/seeds.ts';
import { allDocuments, type ChangeList } from './mirror.ts';

/** Some records of which each test changes a copy. */
function records(change: (records: Seeds) => void = () => undefined): Seeds {
  const made = { ...bareRecords(), statement: ['one', 'two'].map((id) => bareStatement(id)) };
  const copy = structuredClone(made);
  change(copy);
  return copy;
}

const rename = ({ person }: Seeds): void => {
  for (const each of person) if (each.id === 'putin') each.name['en'] = 'V. V. Putin';
};
const renamed = records(rename);
const withoutTwo = records(({ statement }) => void statement.pop());
const renamedWithoutTwo = records((all) => {
  rename(all);
  all.statement.pop();
});
const otherTwo = records(({ statement: [, two] }) => Object.assign(two ?? {}, { saidOn: '2025-08-15' }));

/** A database with these states one after the other, and the version and time of each. */
async function history(t: Test, ...states: Seeds[]) {
  const [first = records(), ...rest] = states;
  const { database, load } = await fixture(t, first);
  const app = await testApp(t, { database });
  const known: { version: string; at: string }[] = [];
  const note = async (): Promise<void> => {
    const { to, at } = await app.get<ChangeList>('/changes?limit=1');
    known.push({ version: to, at });
  };
  await note();
  for (const state of rest) {
    await load(state);
    await note();
  }
  return { ...app, database, load, known };
}

/** Every change of a list as `removed /statements/two`, in order. */
async function changesAt({ get }: Pick<TestApp, 'get'>, url: string): Promise<string[]> {
  const pages = await walk<ChangeList['data'][number]>(get, url);
  return pages.flatMap(({ data }) => data.map(({ change, href }) => `${change} ${href}`));
}

t.test('without `since` everything counts as added', async (t) => {
  const app = await testApp(t);
  const documents = await allDocuments(app);
  const changes = await changesAt(app, '/changes?limit=100');
  t.same([...changes].sort(), [...documents.keys()].map((href) => `added ${href}`).sort());
  t.same(
    await changesAt(app, '/changes?since=2001-01-01&limit=100'),
    changes,
    'so it does since a time before',
  );
  const { from, to, at, page, data } = await app.get<ChangeList>('/changes?limit=1');
  const { version, ingestedAt } = await app.get<{ version: string; ingestedAt: string }>('/dataset');
  t.equal(from, null);
  t.equal(to, version);
  t.equal(page.total, documents.size);
  t.match(data, [{ version, at }], 'each says since when it is so');
  t.ok(Math.abs(Date.parse(at) - Date.parse(ingestedAt)) < 60_000);
});

t.test('nothing changed since the version that is there, nor since a time to come', async (t) => {
  const app = await history(t, records());
  const [{ version = '' } = {}] = app.known;
  for (const since of [version, version.toUpperCase(), '9999-12-31T23:59:59-14:00', '2999-01-01']) {
    const body = await app.get<ChangeList>(`/changes?since=${since}`);
    t.match(body, { data: [], page: { total: 0, next: null }, from: version, to: version }, since);
  }
});

t.test('what is added, changed and removed, and all that holds a name that changed', async (t) => {
  const app = await history(t, records(), renamed, renamedWithoutTwo);
  const [first, second] = app.known;
  t.same(
    await changesAt(app, `/changes?since=${first?.version}&collection=people,statements,renditions`),
    [
      'changed /renditions/one-paper',
      'changed /statements/one',
      'changed /people/putin', // with one statement less: it became so in the last state
      'removed /renditions/two-paper',
      'removed /statements/two',
    ],
    'oldest first',
  );
  t.same(
    (await changesAt(app, `/changes?since=${second?.at}`)).filter((each) => each.includes('two')),
    ['removed /renditions/two-paper', 'removed /statements/two'],
    'a time stands for the state of that moment',
  );
  t.notOk(
    (await changesAt(app, '/changes')).some((each) => each.includes('two')),
    'what is gone was never added',
  );
  t.same(await changesAt(app, `/changes?since=${first?.version}&collection=topics`), []);
});

for (const { name, states, different, touched = different } of [
  { name: 'added, then removed', states: [withoutTwo, records(), withoutTwo], different: [] },
  {
    name: 'removed, then added as it was',
    states: [records(), withoutTwo, records()],
    different: [],
    touched: ['changed /statements/two'],
  },
  {
    name: 'changed, then changed back',
    states: [records(), otherTwo, records()],
    different: [],
    touched: ['changed /statements/two'],
  },
  {
    name: 'removed, then added in another form',
    states: [records(), withoutTwo, otherTwo],
    different: ['changed /statements/two'],
  },
  {
    name: 'added, then changed',
    states: [withoutTwo, records(), otherTwo],
    different: ['added /statements/two'],
  },
  {
    name: 'changed, then removed',
    states: [records(), otherTwo, withoutTwo],
    different: ['removed /statements/two'],
  },
]) {
  t.test(name, async (t) => {
    const app = await history(t, ...states);
    const [first] = app.known;
    const since = (start = '') => changesAt(app, `/changes?since=${start}&collection=statements`);
    t.same(await since(first?.version), different, 'what is different from a version');
    t.same(await since(first?.at), touched, 'what was touched since a time');
  });
}

t.test('a time is a day, or a moment in any zone; a bare plus is as good as an encoded one', async (t) => {
  const app = await history(t, records());
  await wait(5);
  await app.load(withoutTwo);
  const at = Date.parse(String(app.known[0]?.at));
  const inZone = new Date(at + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
  const day = new Date(at).toISOString().slice(0, 10);
  const removed = ['removed /renditions/two-paper', 'removed /statements/two'];
  for (const since of [inZone, encodeURIComponent(inZone)]) {
    const found = await changesAt(app, `/changes?since=${since}&collection=statements,renditions`);
    t.same(found, removed, since);
  }
  for (const since of [day, day.slice(0, 7), day.slice(0, 4)]) {
    t.match(
      await changesAt(app, `/changes?since=${since}&collection=statements`),
      ['added /statements/one'],
      `what was touched on that day, in that month, in that year: ${since}`,
    );
  }
  t.same(await changesAt(app, `/changes?since=${Number(day.slice(0, 4)) + 1}`), [], 'nothing next year');
});

t.test('`follow` leads on from the end of an answer, and keeps the rest of the question', async (t) => {
  const app = await history(t, records());
  const { follow, at } = await app.get<ChangeList>('/changes?collection=people,statements&limit=3');
  t.equal(
    follow,
    `http://localhost/changes?collection=people%2Cstatements&limit=3&since=${encodeURIComponent(at)}`,
  );
  t.same(await changesAt(app, pathOf(follow)), []);
  await app.load(withoutTwo);
  t.same(await changesAt(app, pathOf(follow)), ['changed /people/putin', 'removed /statements/two']);
});

t.test('pages fit together while the dataset goes on', async (t) => {
  const app = await history(t, records(), renamed);
  const [first] = app.known;
  const url = `/changes?since=${first?.version}`;
  const whole = await changesAt(app, url);
  const seen: string[] = [];
  let rest = '';
  for (let next: string | null = `${url}&limit=1`; next !== null; ) {
    const { data, page, to, follow }: ChangeList = await app.get<ChangeList>(pathOf(next));
    seen.push(...data.map(({ change, href }) => `${change} ${href}`));
    t.equal(page.total, whole.length);
    t.equal(to, app.known[1]?.version, 'the walk leads to the state at which it began');
    await app.load(page.next !== null && seen.length % 2 === 1 ? otherTwo : withoutTwo);
    next = page.next;
    rest = follow;
  }
  t.same(seen, whole);
  const later = await changesAt(app, pathOf(rest));
  t.ok(later.includes('removed /statements/two'), '`follow` brings what came meanwhile');
});

t.test('every format holds the same changes in the same order', async (t) => {
  const app = await history(t, records(), renamed, withoutTwo);
  const url = `/changes?since=${app.known[0]?.version}`;
  const pages = await walk<ChangeList['data'][number]>(app.get, `${url}&limit=2`);
  const all = pages.flatMap(({ data }) => data);
  const ndjson = (await app.ask(`${url}&format=ndjson`)).body.trimEnd().split('\n');
  t.same(
    ndjson.map((line) => JSON.parse(line)),
    all,
  );
  const csv = (await app.ask(url, { headers: { accept: 'text/csv' } })).body.trimEnd().split('\r\n');
  t.same(csv, [
    'collection,id,href,change,version,at',
    ...all.map((each) => [each.collection, each.id, each.href, each.change, each.version, each.at].join(',')),
  ]);
  const page = await app.ask(`${url}&format=ndjson&limit=2`);
  const [, next = ''] = /<([^>]+)>; rel="next"/.exec(String(page.headers['link'])) ?? [];
  const rest = await app.ask(pathOf(next).replace('&limit=2', ''));
  t.same(
    [...page.body.trimEnd().split('\n'), ...rest.body.trimEnd().split('\n')],
    ndjson,
    'a page, and the rest',
  );
  const head = await app.ask(`${url}&format=ndjson`, { method: 'HEAD' });
  t.equal(head.statusCode, 200);
});

t.test('an answer that the client has is not sent again, until a load', async (t) => {
  const app = await history(t, records());
  for (const [url, change] of [
    ['/changes', withoutTwo],
    ['/dataset', otherTwo],
  ] as const) {
    const first = await app.ask(url);
    const headers = { 'if-none-match': String(first.headers['etag']) };
    t.equal((await app.ask(url, { headers })).statusCode, 304);
    await app.load(change);
    t.equal((await app.ask(url, { headers })).statusCode, 200);
  }
});

t.test('what it refuses, and the way out', async (t) => {
  const app = await history(t, records(), renamed);
  const versions = app.known.map(({ version }) => version).reverse();
  const near = String(versions[0]).replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  const unknown = isProblem(t, await app.ask(`/changes?since=${near}`), 'unknown-value');
  t.match(unknown, { param: 'since', allowed: versions, hint: versions[0], detail: /without `since`/ });
  for (const since of ['yesterday', '', '2025-02-30', '2025-08-15T10:00', '2025-8']) {
    const problem = isProblem(t, await app.ask(`/changes?since=${since}`), 'invalid-parameter');
    t.match(
      problem,
      { param: 'since', allowed: versions, detail: /a year, a month, a day or a moment/ },
      since,
    );
  }
  const collection = isProblem(t, await app.ask('/changes?collection=statement'), 'invalid-parameter');
  t.match(collection, { param: 'collection', hint: 'statements' });
  isProblem(t, await app.ask('/changes?cursor=x'), 'invalid-cursor');
  const { page } = await app.get<ChangeList>('/changes?limit=1');
  isProblem(t, await app.ask(`${pathOf(String(page.next))}&since=2025-01-01`), 'cursor-mismatch');
});

t.test('a cursor from before the database was made anew', async (t) => {
  const old = await history(t, records(), renamed, withoutTwo);
  const { page } = await old.get<ChangeList>('/changes?limit=1');
  const { database } = await fixture(t, records());
  const fresh = await testApp(t, { database });
  const { to } = await fresh.get<ChangeList>('/changes');
  const { data, to: now } = await fresh.get<ChangeList>(pathOf(String(page.next)));
  t.equal(now, to);
  t.equal(data.length, 1);
});
