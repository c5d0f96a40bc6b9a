// More statements than are derived at a time, and more names than an error lists.
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { idsOf, type ListBody } from '../../support/lists.ts';
import { isProblem } from '../../support/problems.ts';

const days = ['2024-05-01', '2025-08-15', null];
const statement = Array.from({ length: 1_001 }, (_, number) =>
  bareStatement(`said-${String(number).padStart(4, '0')}`, { saidOn: days[number % 3] ?? null }),
);
const bare = bareRecords();
const crowd = Array.from({ length: 60 }, (_, number) => ({
  id: `delegate-${number}`,
  name: { en: `Delegate number ${number}`, ar: `المندوب ${number}` },
}));
const records = { ...bare, person: [...bare.person, ...crowd], statement };

t.test('all of them are there, in order', async (t) => {
  const { database } = await fixture(t, records);
  const { get, ask } = await testApp(t, { database });
  const ids = await idsOf(get, '/statements');
  const newestFirst = ['2025-08-15', '2024-05-01', null].flatMap((day) =>
    statement.filter(({ saidOn }) => saidOn === day).map(({ id }) => id),
  );
  t.same(ids, newestFirst);
  t.equal((await get<ListBody>('/statements?speaker=putin&until=2024')).page.total, 334);

  const body = isProblem(t, await ask('/statements?speaker=delegate-6x'), 'unknown-value');
  t.equal(body.allowed, undefined, 'nobody reads a list of sixty names');
  t.match(body.hint, /^delegate-6/, 'but the nearest is told');
});
