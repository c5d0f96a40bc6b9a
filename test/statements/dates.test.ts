// `since` and `until`: days, months and years, both ends included, and undated statements left out.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { idsOf, type ListBody } from '../support/lists.ts';
import { statementsWhere } from '../support/oracle.ts';
import { seeds } from '../support/seeds.ts';

const days = [
  '0999-12-31',
  '2024-02-29',
  '2024-12-31',
  '2025-01-01',
  '2025-08-14',
  '2025-08-15',
  '2026-01-01',
];

/** Statements `said-2025-08-15` and the like, and two undated ones. */
const records = {
  ...bareRecords(),
  statement: [
    ...days.map((saidOn) => bareStatement(`said-${saidOn}`, { saidOn })),
    bareStatement('undated-a'),
    bareStatement('undated-z', { saidOn: null }),
  ],
};

const scenarios: [asked: string, days: string[]][] = [
  ['since=2025-08-15', ['2026-01-01', '2025-08-15']],
  ['since=2025-08-16', ['2026-01-01']],
  ['until=2025-08-14', ['2025-08-14', '2025-01-01', '2024-12-31', '2024-02-29', '0999-12-31']],
  ['since=2025-08', ['2026-01-01', '2025-08-15', '2025-08-14']],
  ['until=2025-08', ['2025-08-15', '2025-08-14', '2025-01-01', '2024-12-31', '2024-02-29', '0999-12-31']],
  ['until=2025-07', ['2025-01-01', '2024-12-31', '2024-02-29', '0999-12-31']],
  ['since=2025', ['2026-01-01', '2025-08-15', '2025-08-14', '2025-01-01']],
  ['until=2024', ['2024-12-31', '2024-02-29', '0999-12-31']],
  ['since=2024&until=2024', ['2024-12-31', '2024-02-29']],
  ['since=2024-12-31&until=2025-01-01', ['2025-01-01', '2024-12-31']],
  ['since=2025-08-15&until=2025-08-15', ['2025-08-15']],
  ['since=2024-02&until=2024-02', ['2024-02-29']],
  ['since=2025&until=2025-01', ['2025-01-01']],
  ['since=2025-08-16&until=2025-12', []],
  ['since=2026&until=2024', []],
  ['since=2027', []],
  ['until=0998', []],
  ['since=0001', [...days].reverse()],
  ['until=9999-12-31', [...days].reverse()],
];

t.test('bounds hold to the day', async (t) => {
  const { database } = await fixture(t, records);
  const { get } = await testApp(t, { database });
  for (const [asked, expected] of scenarios) {
    const ids = expected.map((day) => `said-${day}`);
    t.same(await idsOf(get, `/statements?${asked}`), ids, asked);
    t.same(
      await idsOf(get, `/statements?${asked}&sort=saidOn`),
      [...ids].reverse(),
      `${asked}, oldest first`,
    );
    t.equal((await get<ListBody>(`/statements?${asked}&limit=1`)).page.total, ids.length, `${asked}: total`);
    t.same(statementsWhere(records, [...new URLSearchParams(asked)]), ids, `${asked}: in plain code, too`);
  }
});

t.test('undated statements come last, and first where the order is reversed', async (t) => {
  const { database } = await fixture(t, records);
  const { get } = await testApp(t, { database });
  const all = [...[...days].reverse().map((day) => `said-${day}`), 'undated-a', 'undated-z'];
  t.same(await idsOf(get, '/statements'), all);
  t.same(await idsOf(get, '/statements?sort=saidOn'), [...all].reverse());
});

t.test('bounds join other filters', async (t) => {
  const { get } = await testApp(t);
  for (const asked of [
    'since=2025-08-15&speaker=trump',
    'until=2025&outlet=bbc',
    'since=2025-08&speaker=!putin',
  ]) {
    const expected = statementsWhere(seeds, [...new URLSearchParams(asked)]);
    t.same(await idsOf(get, `/statements?${asked}`), expected, asked);
    t.not(expected.length, 0, `${asked} holds something`);
  }
});

const wrong = [
  '2025-13',
  '2025-02-30',
  '2025-8-15',
  '25',
  '2025-08-15T00:00:00Z',
  'yesterday',
  '٢٠٢٥',
  '',
  '-2025',
  '2025-',
];

t.test('what is no day, month or year is refused by name', async (t) => {
  const { ask } = await testApp(t);
  for (const param of ['since', 'until']) {
    for (const value of wrong) {
      const response = await ask(`/statements?${param}=${encodeURIComponent(value)}`);
      t.equal(response.statusCode, 400, `${param}=${value}`);
      t.match(response.json(), { code: 'invalid-parameter', param }, `${param}=${value}`);
    }
  }
});
