// Cursors outlive an ingest between two pages: what stays is seen once, and the total is always that of the moment.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { type Fixture, fixture, madeUp } from '../support/fixture.ts';
import { type ListBody, pathOf } from '../support/lists.ts';
import { idsWhere } from '../support/oracle.ts';
import { type Chance, chance } from '../support/random.ts';
import type { Seeds } from '../support/seeds.ts';

/** Adds some statements, removes some, and changes what has no part in the order. */
function disturbed(records: Seeds, round: number, { below }: Chance): Seeds {
  const kept = records.statement
    .filter(() => below(10) > 0)
    .map((each) =>
      below(5) === 0 ? { ...each, gist: { ...each.gist, en: `Changed in round ${round}.` } } : each,
    );
  const added = madeUp(15, round).statement.map((each) => ({
    ...each,
    id: `${each.id}-round-${round}`,
    renditions: each.renditions.map((rendition) => ({ ...rendition, id: `${rendition.id}-round-${round}` })),
  }));
  return { ...records, statement: [...kept, ...added] };
}

const filtersOf = (url: string): [string, string][] =>
  [...new URL(url, 'http://localhost').searchParams].filter(([name]) => name === 'speaker');

/** Walks a list while the data changes under every page. */
async function walkDisturbed(
  get: <T>(url: string) => Promise<T>,
  { load }: Fixture,
  start: Seeds,
  url: string,
) {
  const luck = chance(url.length);
  const seen: string[] = [];
  const totals: [said: number, real: number][] = [];
  let records = start;
  const everPresent = new Set(start.statement.map(({ id }) => id));
  for (let next: string | null = url, round = 1; next !== null; round += 1) {
    const body: ListBody = await get<ListBody>(pathOf(next));
    totals.push([body.page.total, idsWhere(records, 'statements', filtersOf(url)).length]);
    seen.push(...body.data.map(({ id }) => id));
    next = body.page.next;
    records = disturbed(records, round, luck);
    await load(records);
    const present = new Set(records.statement.map(({ id }) => id));
    for (const id of everPresent) if (!present.has(id)) everPresent.delete(id);
  }
  return { seen, totals, everPresent };
}

/** Every sort, and filters with two of them. */
const questions = [
  'sort=-saidOn&limit=12',
  'sort=saidOn&limit=10&speaker=!putin,trump',
  'sort=-renditions&limit=10&speaker=!putin,trump',
  'sort=renditions&limit=12',
];

for (const asked of questions) {
  t.test(asked, async (t) => {
    const start = madeUp(60, 99);
    const own = await fixture(t, start);
    const { get } = await testApp(t, { database: own.database });
    const url = `/statements?${asked}`;
    const { seen, totals, everPresent } = await walkDisturbed(get, own, start, url);
    t.ok(totals.length > 4, 'several pages were read');
    t.equal(new Set(seen).size, seen.length, 'nothing was seen twice');
    const asking = new Set(idsWhere(start, 'statements', filtersOf(url)));
    const missed = [...everPresent].filter((id) => asking.has(id) && !seen.includes(id));
    t.same(missed, [], 'nothing that was there all the time was missed');
    t.ok(everPresent.size > 20, 'and much was there all the time');
    for (const [said, real] of totals) t.equal(said, real, 'each page gave the total of its moment');
  });
}

t.test('a page that was last stays last, and one that was removed whole is passed over', async (t) => {
  const start = madeUp(30, 5);
  const own = await fixture(t, start);
  const { get } = await testApp(t, { database: own.database });
  const first = await get<ListBody>('/statements?limit=10');
  const ids = idsWhere(start, 'statements', []);
  const without = new Set(ids.slice(5, 25));
  await own.load({ ...start, statement: start.statement.filter(({ id }) => !without.has(id)) });
  const second = await get<ListBody>(pathOf(String(first.page.next)));
  t.same(
    second.data.map(({ id }) => id),
    ids.slice(25),
  );
  t.equal(second.page.total, 10);
  t.equal(second.page.next, null);
  await own.load({ ...start, statement: [] });
  const third = await get<ListBody>(pathOf(String(first.page.next)));
  t.match(third, { data: [], page: { total: 0, next: null } });
});
