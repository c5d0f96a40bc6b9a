// GET /outlets/{id}/profile: every number against the seeds, and against the list that it links to.
import t, { type Test } from 'tap';
import type { Profile, Shares } from '../../src/resources/outlets/profile-schema.ts';
import { testApp } from '../support/app.ts';
import { bareRecords, fixture } from '../support/fixture.ts';
import type { ListBody } from '../support/lists.ts';
import { statementFacets, valuesOf } from '../support/oracle.ts';
import { isProblem } from '../support/problems.ts';
import { outletsOf, type SeedRendition, type SeedStatement, seeds } from '../support/seeds.ts';

const everyone = [...outletsOf(seeds).map(({ id }) => id), 'unstated'];

/** Through whom a rendition reached the record. */
const carriers = ({ source, via }: SeedRendition): (string | null | undefined)[] => [
  seeds.source.find(({ id }) => id === source)?.outlet ?? 'unstated',
  via,
];

const isCarried = (outlet: string, { renditions }: SeedStatement): boolean =>
  renditions.some((each) => carriers(each).includes(outlet));
const isExclusive = (outlet: string, { renditions }: SeedStatement): boolean =>
  renditions.every((each) => carriers(each).includes(outlet));
const isWide = ({ renditions }: SeedStatement): boolean =>
  new Set(renditions.map(({ source }) => source)).size >= 2;

/** The five numbers, over the statements that carry a value of a facet; over all where none is given. */
function expectedShares(outlet: string, facet?: string, value?: string): Record<keyof Shares, number> {
  const all = seeds.statement.filter(
    (each) => facet === undefined || statementFacets(seeds, each)[facet]?.has(String(value)),
  );
  return {
    all: all.length,
    carried: all.filter((each) => isCarried(outlet, each)).length,
    exclusive: all.filter((each) => isExclusive(outlet, each)).length,
    notCarried: all.filter((each) => !isCarried(outlet, each)).length,
    leftOut: all.filter((each) => !isCarried(outlet, each) && isWide(each)).length,
  };
}

const countsIn = (shares: Shares): Record<string, number> => {
  const { all, carried, exclusive, notCarried, leftOut } = shares;
  const counts = Object.entries({ all, carried, exclusive, notCarried, leftOut });
  return Object.fromEntries(counts.map(([name, { count }]) => [name, count]));
};

t.test('every outlet, against the seeds', async (t) => {
  const { get } = await testApp(t);
  for (const outlet of everyone) checkOutlet(t, outlet, await get<Profile>(`/outlets/${outlet}/profile`));
});

function checkOutlet(t: Test, outlet: string, found: Profile): void {
  t.equal(found.id, outlet);
  t.equal(found.outlet?.id ?? 'unstated', outlet);
  t.same(countsIn(found.statements), expectedShares(outlet), `${outlet}: all statements`);
  for (const [facet, { total, data }] of [
    ['speaker', found.speakers],
    ['topic', found.topics],
  ] as const) {
    t.same(data.map(({ of }) => of.id).sort(), valuesOf(seeds, facet), `${outlet}: every ${facet}`);
    t.equal(total, data.length);
    for (const row of data)
      t.same(countsIn(row), expectedShares(outlet, facet, row.of.id), `${outlet}: ${row.of.id}`);
  }
  const own = seeds.statement
    .flatMap(({ renditions }) => renditions)
    .filter((each) => carriers(each).includes(outlet));
  const modes = ['direct', 'mixed', 'indirect'] as const;
  t.equal(found.renditions.all.count, own.length, `${outlet}: renditions`);
  for (const mode of modes)
    t.equal(
      found.renditions[mode].count,
      own.filter((each) => each.mode === mode).length,
      `${outlet}: ${mode}`,
    );
}

t.test('every number is that of its list', async (t) => {
  const { get } = await testApp(t);
  for (const outlet of ['xinhua', 'unstated', 'bbc']) {
    const { statements, renditions, speakers, topics } = await get<Profile>(
      `/outlets/${outlet}/profile?limit=4`,
    );
    const rows = [...speakers.data, ...topics.data].map(({ of: _, ...shares }) => shares);
    for (const { count, href } of [statements, renditions, ...rows].flatMap((each) => Object.values(each))) {
      const { page } = await get<ListBody>(`${href}${href.includes('?') ? '&' : '?'}limit=1`);
      t.equal(page.total, count, href);
    }
  }
});

t.test('the most spoken of first, as many as are asked for', async (t) => {
  const { get } = await testApp(t);
  const { speakers, topics } = await get<Profile>('/outlets/xinhua/profile?limit=2');
  t.same(
    speakers.data.map(({ of }) => [of.id, of.kind, of.href]),
    [
      ['trump', 'person', '/people/trump'],
      ['putin', 'person', '/people/putin'],
    ],
  );
  t.equal(speakers.total, valuesOf(seeds, 'speaker').length);
  t.equal(topics.data.length, 2);
});

t.test('an outlet that carried nothing, and a retired one', async (t) => {
  const records = bareRecords();
  records.organization = records.organization.map((each) =>
    each.id === 'xinhua' ? { ...each, formerly: ['hsinhua'] } : each,
  );
  const { database } = await fixture(t, records);
  const { ask, get } = await testApp(t, { database });
  const found = await get<Profile>('/outlets/xinhua/profile');
  t.same(countsIn(found.statements), { all: 0, carried: 0, exclusive: 0, notCarried: 0, leftOut: 0 });
  t.same(
    [found.speakers, found.topics],
    [
      { total: 0, data: [] },
      { total: 0, data: [] },
    ],
  );
  const moved = await ask('/outlets/hsinhua/profile?limit=3');
  t.equal(moved.headers.location, '/outlets/xinhua/profile?limit=3');
});

t.test('as every item', async (t) => {
  const { app, ask, get } = await testApp(t);
  const etag = String((await ask('/outlets/xinhua/profile')).headers.etag);
  t.equal((await ask('/outlets/xinhua/profile', { headers: { 'if-none-match': etag } })).statusCode, 304);
  const narrow = await app.inject('/outlets/xinhua/profile?fields=id,statements.carried.count');
  t.same(narrow.json(), {
    id: 'xinhua',
    statements: { carried: { count: expectedShares('xinhua').carried } },
  });
  t.equal((await get<{ profile: string }>('/outlets/xinhua')).profile, '/outlets/xinhua/profile');
  t.equal(isProblem(t, await ask('/outlets/xinhu/profile'), 'unknown-id').hint, 'xinhua');
  isProblem(t, await ask('/outlets/kremlin/profile'), 'unknown-id');
  isProblem(t, await ask('/outlets/xinhua/profile?limit=0'), 'invalid-parameter');
  isProblem(t, await ask('/outlets/xinhua/profile?limit=1001'), 'invalid-parameter');
  isProblem(t, await ask('/outlets/xinhua/profile?limit=all'), 'invalid-parameter');
});
