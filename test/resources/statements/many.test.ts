// More statements than are derived at a time, and more names than an error lists.
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { idsOf, type ListBody } from '../../support/lists.ts';
import { isProblem } from '../../support/problems.ts';

const days = ['2024-05-01', '2025-08-15', null];
const statement = Array.from({ length: 1_100 }, (_, number) =>
  bareStatement(`said-${String(number).padStart(4, '0')}`, { saidOn: days[number % 3] ?? null }),
);
/** Every other statement is in a second source, too. */
for (const { id, renditions } of statement.filter((_, number) => number % 2 === 0))
  renditions.push(...renditions.map((each) => ({ ...each, id: `${id}-sheet`, source: 'sheet' })));
const bare = bareRecords();
const sheet = bare.source.map((each) => ({
  ...each,
  id: 'sheet',
  sha256: 'b'.repeat(64),
  file: 'sheet.txt',
}));
const crowd = Array.from({ length: 60 }, (_, number) => ({
  id: `delegate-${number}`,
  name: { en: `Delegate number ${number}`, ar: `المندوب ${number}` },
}));
const source = [...bare.source, ...sheet];
const records = { ...bare, source, person: [...bare.person, ...crowd], statement };

t.test('all of them are there, in order', async (t) => {
  const { database } = await fixture(t, records);
  const { get, ask } = await testApp(t, { database });
  const ids = await idsOf(get, '/statements');
  const newestFirst = ['2025-08-15', '2024-05-01', null].flatMap((day) =>
    statement.filter(({ saidOn }) => saidOn === day).map(({ id }) => id),
  );
  t.same(ids, newestFirst);
  t.equal((await get<ListBody>('/statements?speaker=putin&until=2024')).page.total, 367);

  t.match(
    await get('/statements?id=said-0000,said-0001&source=paper,sheet&facets=source,mode&limit=1'),
    {
      facets: {
        source: {
          values: [
            { id: 'paper', count: 2 },
            { id: 'sheet', count: 1 },
          ],
        },
        mode: { values: [{ id: 'indirect', count: 2 }] },
      },
    },
    'of few statements',
  );
  t.match(
    await get('/statements?source=paper,sheet&facets=source,mode,outlet&limit=1'),
    {
      facets: {
        source: {
          values: [
            { id: 'paper', count: 1_100 },
            { id: 'sheet', count: 550 },
          ],
        },
        mode: { values: [{ id: 'indirect', count: 1_100 }] },
        outlet: { values: [{ id: 'unstated', count: 1_100 }] },
      },
    },
    'each statement counts once, however many renditions it has',
  );

  const body = isProblem(t, await ask('/statements?speaker=delegate-6x'), 'unknown-value');
  t.equal(body.allowed, undefined, 'nobody reads a list of sixty names');
  t.match(body.hint, /^delegate-6/, 'but the nearest is told');
});
