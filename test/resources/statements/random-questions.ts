// Random questions to /statements with filters in any mixture, each answered as plain code over the same records answers it.
import type { Test } from 'tap';
import { testApp } from '../../support/app.ts';
import { fixture, madeUp } from '../../support/fixture.ts';
import { idsOf, type ListBody } from '../../support/lists.ts';
import { type Condition, statementsWhere, urlOf, valuesOf } from '../../support/oracle.ts';
import { type Chance, chance } from '../../support/random.ts';
import { type Seeds, seeds } from '../../support/seeds.ts';

const facets = 'speaker outlet topic place event source addressee mention mode language country'.split(' ');
/** In order of time: `since` after `until` is refused. */
const bounds = [
  '2024',
  '2024-12-31',
  '2025',
  '2025-01',
  '2025-08-14',
  '2025-08-15',
  '2025-08',
  '2026',
  '2027',
];

/** One to four conditions; a third of them negated, some with several values. */
function question({ below, one, some }: Chance, values: Record<string, string[]>): Condition[] {
  const conditions = Array.from({ length: 1 + below(4) }, (): Condition => {
    const facet = one(facets);
    const asked = some(values[facet] ?? [], 3).join(',');
    return below(5) === 0 ? [`${facet}.all`, asked] : [facet, (below(3) === 0 ? '!' : '') + asked];
  });
  const [first, last] = [below(bounds.length), below(bounds.length)].sort((a, b) => a - b);
  if (below(4) === 0) conditions.push(['since', bounds[Number(first)] as string]);
  if (below(4) === 0) conditions.push(['until', bounds[Number(last)] as string]);
  return conditions;
}

const valuesByFacet = (records: Seeds) =>
  Object.fromEntries(facets.map((facet) => [facet, valuesOf(records, facet)]));

/** Asks this many questions over the seeds, and as many over made-up statements of several years. */
export async function askAtRandom(t: Test, questions: number): Promise<void> {
  await t.test('over the seeds', (t) => compare(t, seeds, undefined, questions));
  await t.test('over many made-up statements of several years', async (t) => {
    const records = madeUp(500, 20_250_815);
    const { database } = await fixture(t, records);
    await compare(t, records, database, questions);
  });
}

async function compare(t: Test, records: Seeds, database: string | undefined, questions: number) {
  const { get } = await testApp(t, database === undefined ? undefined : { database });
  const luck = chance(questions);
  const values = valuesByFacet(records);
  let found = 0;
  for (let asked = 0; asked < questions; asked += 1) {
    const conditions = question(luck, values);
    const url = urlOf('/statements', conditions);
    const expected = statementsWhere(records, conditions);
    const { page } = await get<ListBody>(`${url}&limit=1`);
    if (page.total !== expected.length)
      t.fail(`${decodeURIComponent(url)}: ${page.total}, not ${expected.length}`);
    t.same(await idsOf(get, url), expected, decodeURIComponent(url));
    if (expected.length > 0) found += 1;
  }
  t.ok(found > questions / 4, `enough questions find something: ${found} of ${questions}`);
}
