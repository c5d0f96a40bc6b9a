// Dates as far as they are known: years, months, days and moments, in bounds, in the order of lists, and in each format.
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { idsOf, type ListBody } from '../../support/lists.ts';
import { statementsWhere } from '../../support/oracle.ts';
import { seeds } from '../../support/seeds.ts';

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
  ['since=2027', []],
  ['until=0998', []],
  ['since=0001', [...days].reverse()],
  ['until=9999-12-31', [...days].reverse()],
];

t.test('events by all the time that they go on, sources by the day of their publication', async (t) => {
  const name = { en: 'E' };
  const spans: [id: string, start: string | null, end: string | null][] = [
    ['year', '2024', null],
    ['long', '2025-07-01', '2025-08-20'],
    ['morning', '2025-08-15T11:30:00-08:00', '2025-08-15T12:00:00-08:00'],
    ['mixed', '2025-08-15T23:00:00-08:00', '2025-08-16'],
    ['ended', null, '2025-09'],
    ['undated', null, null],
  ];
  const { database } = await fixture(t, {
    ...bareRecords(),
    event: spans.map(([id, start, end]) => ({ id, name, kind: 'other', start, end })),
    source: [
      ...bareRecords().source,
      ...['2024', '2025-08', '2025-08-15', '2025-08-15T22:00:00-08:00'].map((publishedOn, at) => ({
        ...{ id: `s-${at}`, name, language: 'en', publishedOn },
        ...{ file: `${at}.txt`, sha256: `${at}`.repeat(64), paragraphs: [{ start: 0, end: 9 }] },
      })),
    ],
  });
  const { get, app } = await testApp(t, { database });
  const asked: [string, string[]][] = [
    ['/events?since=2025-08-15&until=2025-08-15', ['long', 'mixed', 'morning']],
    ['/events?since=2025-08-16', ['ended', 'long', 'mixed']],
    ['/events?until=2024-06', ['year']],
    ['/events?since=2025-08-15T20:30:00Z', ['ended', 'long', 'mixed']],
    ['/events?until=2025-08-15T19:29:59Z', ['long', 'year']],
    ['/events?since=2025-08-15T19:45:00Z&until=2025-08-15T19:50:00Z', ['long', 'morning']],
    ['/events?since=2025-09-30&kind=other', ['ended']],
    ['/sources?since=2025', ['s-1', 's-2', 's-3']],
    ['/sources?until=2025-08-14', ['s-0', 's-1']],
    ['/sources?since=2025-08-16', ['s-1']],
    ['/sources?since=2025-08-16T05:00:00Z', ['s-1', 's-3']],
    ['/sources?since=2025-08-16T07:00:00Z', ['s-1']],
  ];
  for (const [url, ids] of asked) t.same(await idsOf(get, url), ids, url);
  t.equal((await app.inject('/events?since=2025&until=2024')).statusCode, 400);
});

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
  '2025-08-15T00:00:00',
  '2025-08-15T25:00:00Z',
  '2025-08-15Z',
  'yesterday',
  '٢٠٢٥',
  '',
  '-2025',
  '2025-',
];

t.test('what is no date is refused by name', async (t) => {
  const { ask } = await testApp(t);
  for (const param of ['since', 'until']) {
    for (const value of wrong) {
      const response = await ask(`/statements?${param}=${encodeURIComponent(value)}`);
      t.equal(response.statusCode, 400, `${param}=${value}`);
      t.match(response.json(), { code: 'invalid-parameter', param }, `${param}=${value}`);
    }
  }
});

/** Oldest first: by the first day that each covers, the less precise first, moments of a day by their instant. */
const known = [
  '2024-12-31T23:30:00-08:00',
  '2025',
  '2025-01',
  '2025-01-01',
  '2025-08',
  '2025-08-15',
  '2025-08-15T21:00+03:00',
  '2025-08-15T11:30:00-08:00',
  '2025-08-15T17:00:00-08:00',
  '2025-08-16',
  '2025-08-16T03:00:00+03:00',
  '2026',
];

/** An id for each date, in which no character of it is lost. */
const idOf = (date: string): string =>
  `said-${date.replace('+', '-plus-').replaceAll(/[:T]/g, '-').toLowerCase()}`;

const asKnown = {
  ...bareRecords(),
  statement: [...known.map((saidOn) => bareStatement(idOf(saidOn), { saidOn })), bareStatement('undated')],
};

const bounds: [asked: string, known: string[]][] = [
  ['since=2026', ['2026']],
  ['until=2024', ['2024-12-31T23:30:00-08:00']],
  ['since=2025-01&until=2025-01', ['2025', '2025-01', '2025-01-01']],
  ['since=2025-02&until=2025-07', ['2025']],
  ['since=2025-08-14&until=2025-08-14', ['2025', '2025-08']],
  ['since=2025-08-15&until=2025-08-15', ['2025', '2025-08', '2025-08-15', ...known.slice(6, 9)]],
  ['since=2025-08-16&until=2025-12', ['2025', '2025-08', '2025-08-16', '2025-08-16T03:00:00+03:00']],
  // 11:30 in Alaska is 19:30 at UTC, 22:30 in Moscow.
  [
    'since=2025-08-15T22:30:00+03:00&until=2025-08-15T22:30:00%2B03:00',
    ['2025', '2025-08', '2025-08-15', '2025-08-15T11:30:00-08:00'],
  ],
  [
    'since=2025-08-15T19:31Z&until=2025-08-16',
    ['2025', '2025-08', '2025-08-15', '2025-08-15T17:00:00-08:00', '2025-08-16', '2025-08-16T03:00:00+03:00'],
  ],
  ['since=2025-08-15T23:00:00-08:00&until=2025', ['2025', '2025-08', '2025-08-15', '2025-08-16']],
];

t.test('bounds and the order of lists go by the time that a date covers', async (t) => {
  const { database } = await fixture(t, asKnown);
  const { get } = await testApp(t, { database });
  const ids = known.map(idOf);
  t.same(await idsOf(get, '/statements?sort=saidOn'), ['undated', ...ids]);
  t.same(await idsOf(get, '/statements'), [...ids.toReversed(), 'undated']);
  const pages = [];
  for (let next: string | null = '/statements?limit=3'; next !== null; ) {
    const page: ListBody = await get<ListBody>(next);
    pages.push(...page.data.map(({ id }) => id));
    next = page.page.next;
  }
  t.same(pages, [...ids.toReversed(), 'undated'], 'page by page');
  for (const [asked, expected] of bounds) {
    t.same(await idsOf(get, `/statements?${asked}&sort=saidOn`), expected.map(idOf), asked);
    const renditions = expected.map((date) => `${idOf(date)}-paper`).sort();
    t.same((await idsOf(get, `/renditions?${asked}`)).sort(), renditions, `renditions, ${asked}`);
  }
});

t.test('a moment must be one of a calendar and a clock, and says its offset', async (t) => {
  await t.rejects(fixture(t, { ...asKnown, statement: [bareStatement('a', { saidOn: '2025-02-30' })] }), {
    message: /expected a day that the calendar has/,
  });
  for (const saidOn of ['2025-08-15T11:30:00', '2025-08-15T24:00:00Z', '2025-13', '20250815'])
    await t.rejects(fixture(t, { ...asKnown, statement: [bareStatement('a', { saidOn })] }), {
      message: /expected a year, a month, a day or a moment with its offset/,
    });
});

t.test('since after until is refused', async (t) => {
  const { ask } = await testApp(t);
  for (const [since, until] of [
    ['2026', '2024'],
    ['2025-08-16', '2025-08-15'],
    ['2025-08-15T12:00:00Z', '2025-08-15T11:00:00Z'],
    ['2025-08-15T11:00:00-08:00', '2025-08-15T20:00:00+03:00'],
    ['2025-08-16', '2025-08-15T17:00:00-08:00'],
  ]) {
    for (const path of ['/statements', '/statements/counts', '/statements/facets/speaker', '/renditions']) {
      const url = new URLSearchParams({ since: String(since), until: String(until) });
      const by = path.endsWith('counts') ? '&by=speaker,mode' : '';
      const response = await ask(`${path}?${url}${by}`);
      t.equal(response.statusCode, 400, `${path}?${url}`);
      t.match(response.json(), { code: 'invalid-parameter', param: 'since' });
    }
  }
});

t.test('formats say how much is known', async (t) => {
  const { database } = await fixture(t, asKnown);
  const { ask, get } = await testApp(t, { database });
  const types = [
    ['2025', 'xsd:gYear', '2025'],
    ['2025-08', 'xsd:gYearMonth', '2025-08'],
    ['2025-08-15', 'xsd:date', '2025-08-15'],
    ['2025-08-15T21:00+03:00', 'xsd:dateTime', '2025-08-15T21:00:00+03:00'],
  ] as const;
  for (const [date, type, value] of types) {
    const path = `/statements/${idOf(date)}`;
    t.equal((await get<{ saidOn: string }>(path)).saidOn, date, 'JSON gives it as it was written');
    t.same((await ask(`${path}?format=jsonld`)).json().dateCreated, { '@type': type, '@value': value });
  }
  const csv = (await ask('/statements?format=csv')).body;
  for (const date of known) t.ok(csv.includes(`,${date},`), `CSV: ${date}`);
  const page = async (date: string, language: string) =>
    (await ask(`/statements/${idOf(date)}?lang=${language}`, { headers: { accept: 'text/html' } })).body;
  t.match(await page('2025', 'en'), '<time datetime="2025">2025</time>');
  t.match(await page('2025-08', 'en'), '<time datetime="2025-08">August 2025</time>');
  t.match(await page('2025-08-15', 'en'), '<time datetime="2025-08-15">15 August 2025</time>');
  t.match(
    await page('2025-08-15T11:30:00-08:00', 'en'),
    /15 August 2025 at 11:30 \u2066UTC\u221208:00\u2069<\/time>/,
  );
  t.match(await page('2025-08', 'ar'), '<time datetime="2025-08">أغسطس 2025</time>');
});

type Period = readonly [start: string, end: string];

/** An event and a role for each period. */
const lasting = (...periods: readonly Period[]) => ({
  ...bareRecords(),
  event: periods.map(([start, end], at) => ({
    ...{ id: `talks-${at}`, name: { en: 'Talks', ar: 'محادثات' }, kind: 'talks' },
    ...{ start, end },
  })),
  person: bareRecords().person.map((person) => ({
    ...person,
    roles: periods.map(([from, to]) => ({ title: { en: 'Envoy', ar: 'مبعوث' }, from, to })),
  })),
});

t.test('an event or a role may end on any date that its start can come before', async (t) => {
  const right: Period[] = [
    ['2025-08-15T11:30:00-08:00', '2025-08-15'],
    ['2025-08-15T17:00:00-08:00', '2025-08-15'],
    ['2025-08-15', '2025-08-15T00:10:00+12:00'],
    ['2025-08-16', '2025-08-15T17:00:00-08:00'],
    ['2025-08-15', '2025-08'],
    ['2025-08', '2025'],
    ['2025-12-31', '2025'],
    ['2025-08-15T11:30:00-08:00', '2025-08-15T22:30:00+03:00'],
  ];
  const { database } = await fixture(t, lasting(...right));
  const { get } = await testApp(t, { database });
  for (const [at, [start, end]] of right.entries()) t.match(await get(`/events/talks-${at}`), { start, end });
  const { roles } = await get<{ roles: { from: string; to: string }[] }>('/people/putin');
  t.strictSame(
    new Set(roles.map(({ from, to }) => `${from} ${to}`)),
    new Set(right.map((period) => period.join(' '))),
  );
  for (const wrong of [
    ['2025-08-16', '2025-08-15'],
    ['2025-09', '2025-08-15'],
    ['2026', '2025-12'],
    ['2025-08-15T11:30:00-08:00', '2025-08-15T22:29:00+03:00'],
    ['2025-08-15T11:30:00-08:00', '2025-08-13'],
  ] as const)
    await t.rejects(fixture(t, lasting(wrong)), {
      message: /expected an end that is not before the start/,
    });
});

t.test('events are sorted by their start, page by page', async (t) => {
  const events = known.map((start) => ({
    id: idOf(start),
    name: { en: start, ar: start },
    kind: 'other',
    start,
  }));
  const undated = ['a-undated', 'z-undated'].map((id) => ({ id, name: { en: id, ar: id }, kind: 'other' }));
  const { database } = await fixture(t, { ...bareRecords(), event: [...events, ...undated] });
  const { get } = await testApp(t, { database });
  const newestFirst = [...known.map(idOf).toReversed(), 'a-undated', 'z-undated'];
  for (const [sort, expected] of [
    ['-start', newestFirst],
    ['start', newestFirst.toReversed()],
  ] as const) {
    t.same(await idsOf(get, `/events?sort=${sort}`), expected, sort);
    const pages = [];
    for (let next: string | null = `/events?sort=${sort}&limit=5`; next !== null; ) {
      const page: ListBody = await get<ListBody>(next);
      pages.push(...page.data.map(({ id }) => id));
      next = page.page.next;
    }
    t.same(pages, expected, `${sort}, page by page`);
  }
});
