// What a query string may hold: each mistake is named, all at once, with what would be right.
import t from 'tap';
import type { ProblemCode } from '../../src/http/problems/codes.ts';
import type { ProblemBody } from '../../src/http/problems/problem.ts';
import { testApp } from '../support/app.ts';
import { isProblem } from '../support/problems.ts';

interface Mistake {
  url: string;
  code: ProblemCode;
  /** What the body must say. */
  says: Partial<Pick<ProblemBody, 'param' | 'hint'>>;
  /** What `allowed` must hold, and what it must not. */
  allows?: string[];
  forbids?: string[];
  detail?: RegExp;
}

const mistakes: Mistake[] = [
  {
    url: '/statements?speakr=putin',
    code: 'unknown-parameter',
    says: { param: 'speakr', hint: 'speaker' },
    allows: ['speaker', 'limit', 'cursor'],
  },
  {
    url: '/statements?Speaker=putin',
    code: 'unknown-parameter',
    says: { param: 'Speaker', hint: 'speaker' },
  },
  {
    url: '/statements?speakr[]=putin',
    code: 'unknown-parameter',
    says: { param: 'speakr', hint: 'speaker' },
  },
  {
    url: '/statements?speaker.all=!putin',
    code: 'invalid-parameter',
    says: { param: 'speaker.all' },
    detail: /speaker=!putin/,
  },
  { url: '/statements?zzzzzzzzzzzz=1', code: 'unknown-parameter', says: { param: 'zzzzzzzzzzzz' } },
  { url: '/statements?__proto__=1', code: 'unknown-parameter', says: { param: '__proto__' } },
  { url: '/statements?constructor=1', code: 'unknown-parameter', says: { param: 'constructor' } },
  {
    url: '/people?speaker=putin',
    code: 'unknown-parameter',
    says: { param: 'speaker' },
    allows: ['country'],
    forbids: ['speaker'],
  },
  { url: '/people/putin?limit=1', code: 'unknown-parameter', says: { param: 'limit' }, forbids: ['limit'] },
  { url: '/dataset?x=1', code: 'unknown-parameter', says: { param: 'x' } },
  { url: '/health/live?x=1', code: 'unknown-parameter', says: { param: 'x' } },
  { url: '/?x=1', code: 'unknown-parameter', says: { param: 'x' } },
  { url: '/problems?x=1', code: 'unknown-parameter', says: { param: 'x' } },
  { url: '/statements?speaker=', code: 'invalid-parameter', says: { param: 'speaker' } },
  { url: '/statements?speaker', code: 'invalid-parameter', says: { param: 'speaker' } },
  { url: '/statements?speaker=putin,', code: 'invalid-parameter', says: { param: 'speaker' } },
  { url: '/statements?speaker=,', code: 'invalid-parameter', says: { param: 'speaker' } },
  { url: '/statements?speaker=!', code: 'invalid-parameter', says: { param: 'speaker' } },
  {
    url: '/statements?speaker=putin,!trump',
    code: 'invalid-parameter',
    says: { param: 'speaker' },
    detail: /'!'.*trump/,
  },
  { url: '/statements?limit=1&limit=2', code: 'invalid-parameter', says: { param: 'limit' }, detail: /once/ },
  {
    url: '/statements?sort=saidOn&sort=-saidOn',
    code: 'invalid-parameter',
    says: { param: 'sort' },
    detail: /once/,
  },
  {
    url: '/statements?since=2025&since=2024',
    code: 'invalid-parameter',
    says: { param: 'since' },
    detail: /once/,
  },
  {
    url: '/statements?sort=saidon',
    code: 'invalid-parameter',
    says: { param: 'sort', hint: 'saidOn' },
    allows: ['saidOn', '-renditions'],
  },
  {
    url: '/people?sort=saidOn',
    code: 'invalid-parameter',
    says: { param: 'sort' },
    allows: ['id', '-statements'],
    forbids: ['saidOn'],
  },
  {
    url: `/statements?${'speaker=putin&'.repeat(101)}`,
    code: 'invalid-parameter',
    says: { param: 'speaker' },
  },
  { url: `/statements?speaker=${'a'.repeat(8_101)}`, code: 'invalid-parameter', says: { param: 'speaker' } },
  {
    url: `/statements?speaker=${'putin,'.repeat(100)}trump`,
    code: 'invalid-parameter',
    says: {},
    detail: /100/,
  },
  {
    url: '/statements?speaker=puttin',
    code: 'unknown-value',
    says: { param: 'speaker', hint: 'putin' },
    allows: ['putin', 'kremlin'],
  },
  {
    url: '/statements?speaker=%D8%A8%D9%88%D8%AA%D9%8A',
    code: 'unknown-value',
    says: { param: 'speaker', hint: 'putin' },
  },
  {
    url: '/statements?outlet=unstatd',
    code: 'unknown-value',
    says: { param: 'outlet', hint: 'unstated' },
    allows: ['unstated', 'bbc'],
    forbids: ['kremlin'],
  },
  {
    url: '/statements?topic=war',
    code: 'unknown-value',
    says: { param: 'topic', hint: 'ukraine-war' },
    allows: ['ukraine-war'],
  },
  { url: '/statements?place=alasca', code: 'unknown-value', says: { param: 'place', hint: 'alaska' } },
  {
    url: '/statements?event=alaska-2052',
    code: 'unknown-value',
    says: { param: 'event', hint: 'alaska-2025' },
  },
  {
    url: '/statements?source=article-03',
    code: 'unknown-value',
    says: { param: 'source', hint: 'article-003' },
  },
  {
    url: '/statements?mode=dirct',
    code: 'unknown-value',
    says: { param: 'mode', hint: 'direct' },
    allows: ['direct', 'mixed', 'indirect'],
  },
  {
    url: '/statements?language=arabic',
    code: 'unknown-value',
    says: { param: 'language', hint: 'ar' },
    allows: ['ar'],
  },
  { url: '/statements?language=-', code: 'unknown-value', says: { param: 'language' } },
  {
    url: '/statements?country=Russia',
    code: 'unknown-value',
    says: { param: 'country', hint: 'RU' },
    allows: ['RU', 'US', 'UA'],
  },
  { url: '/statements?country=UK', code: 'unknown-value', says: { param: 'country', hint: 'GB' } },
  { url: '/people?country=ZZ', code: 'unknown-value', says: { param: 'country', hint: 'ZA' } },
  { url: '/outlets?country=EU', code: 'unknown-value', says: { param: 'country', hint: 'EC' } },
  {
    url: '/claims?type=number',
    code: 'unknown-value',
    says: { param: 'type' },
    allows: ['duration', 'text'],
  },
  {
    url: '/claims?attribute=durata',
    code: 'unknown-value',
    says: { param: 'attribute', hint: 'duration' },
    allows: ['duration', 'weekday'],
  },
  {
    url: '/discrepancies?attribute=durration',
    code: 'unknown-value',
    says: { param: 'attribute', hint: 'duration' },
  },
  {
    url: '/renditions?statement=putin-god-direct-contacts',
    code: 'unknown-value',
    says: { param: 'statement', hint: 'putin-good-direct-contacts' },
  },
  { url: '/people?id=putn', code: 'unknown-value', says: { param: 'id', hint: 'putin' } },
  {
    url: '/statements?page=2',
    code: 'unknown-parameter',
    says: { param: 'page', hint: 'cursor' },
    detail: /page\.next/,
  },
  { url: '/statements?offset=20', code: 'unknown-parameter', says: { param: 'offset', hint: 'cursor' } },
  { url: '/people?per_page=5', code: 'unknown-parameter', says: { param: 'per_page', hint: 'limit' } },
  { url: '/people?pageSize=5', code: 'unknown-parameter', says: { param: 'pageSize', hint: 'limit' } },
  { url: '/statements?search=peace', code: 'unknown-parameter', says: { param: 'search', hint: 'q' } },
  { url: '/statements?person=putin', code: 'unknown-parameter', says: { param: 'person', hint: 'speaker' } },
  { url: '/statements?from=2025', code: 'unknown-parameter', says: { param: 'from', hint: 'since' } },
  {
    url: '/statements?sort=date',
    code: 'invalid-parameter',
    says: { param: 'sort', hint: 'saidOn' },
    detail: /^sort: expected one of -saidOn, saidOn, /,
  },
  { url: '/statements?format=jsonl', code: 'invalid-parameter', says: { param: 'format', hint: 'ndjson' } },
  { url: '/statements?format=rss', code: 'invalid-parameter', says: { param: 'format', hint: 'atom' } },
  { url: '/people?format=xlsx', code: 'invalid-parameter', says: { param: 'format', hint: 'csv' } },
  {
    url: '/people?search=putin',
    code: 'unknown-parameter',
    says: { param: 'search' },
    detail: /\/search\?q=/,
  },
  { url: '/statements?sort=-date', code: 'invalid-parameter', says: { param: 'sort', hint: '-saidOn' } },
  { url: '/statements?sort=newest', code: 'invalid-parameter', says: { param: 'sort', hint: '-saidOn' } },
  { url: '/search', code: 'invalid-parameter', says: { param: 'q' }, detail: /'q' is missing.*\/search\?q=/ },
  {
    url: '/suggest',
    code: 'invalid-parameter',
    says: { param: 'q' },
    detail: /'q' is missing.*\/suggest\?q=/,
  },
  {
    url: '/statements/counts',
    code: 'invalid-parameter',
    says: { param: 'by' },
    detail: /'by' is missing.*\/statements\/counts\?by=speaker/,
  },
  { url: '/claims?attribute=a_b', code: 'unknown-value', says: { param: 'attribute' } },
  { url: '/statements?speaker=%00', code: 'unknown-value', says: { param: 'speaker' } },
  { url: '/statements?speaker=%E0%A4%A', code: 'unknown-value', says: { param: 'speaker' } },
  {
    url: "/statements?speaker=' OR 1=1 --".replaceAll(' ', '%20'),
    code: 'unknown-value',
    says: { param: 'speaker' },
  },
  { url: '/statements?speaker=%F0%9F%A4%B7', code: 'unknown-value', says: { param: 'speaker' } },
  { url: '/statements?speaker=%E2%80%8F', code: 'unknown-value', says: { param: 'speaker' } },
];

t.test('every mistake is named, with what would be right', async (t) => {
  const { ask } = await testApp(t);
  for (const { url, code, says, allows = [], forbids = [], detail } of mistakes) {
    const name = decodeURIComponent(url.replace('%E0%A4%A', '')).slice(0, 80);
    const body = isProblem(t, await ask(url), code, name);
    const { param, hint, allowed = [] } = body;
    t.same(
      { param, hint },
      { param: undefined, hint: undefined, ...says },
      `${name}: which, and the nearest`,
    );
    t.same(
      allows.filter((value) => !allowed.includes(value)),
      [],
      `${name}: what would be right`,
    );
    t.same(
      forbids.filter((value) => allowed.includes(value)),
      [],
      `${name}: and what not`,
    );
    if (detail) t.match(body.detail, detail, `${name}: detail`);
  }
});

t.test('all mistakes at once', async (t) => {
  const { ask } = await testApp(t);
  const shape = await ask('/statements?speakr=putin&limit=0&sort=newest&colour=red');
  const { errors = [], ...first } = isProblem(t, shape, 'invalid-parameter');
  t.same(
    errors.map(({ param }) => param).sort(),
    ['colour', 'limit', 'sort', 'speakr'],
    'of the query string',
  );
  t.match(first, { param: errors[0]?.param, detail: errors[0]?.detail }, 'the first stands in front, too');

  const values = await ask('/statements?speaker=puttin,trumpp&mode=dirct&place=alasca');
  const body = isProblem(t, values, 'unknown-value');
  t.same(
    body.errors?.map(({ param, hint, code }) => [param, hint, code]),
    [
      ['speaker', 'putin', 'unknown-value'],
      ['speaker', 'trump', 'unknown-value'],
      ['place', 'alaska', 'unknown-value'],
      ['mode', 'direct', 'unknown-value'],
    ],
    'of the values',
  );
});

t.test('of very many mistakes twenty are told, and the same one once', async (t) => {
  const { ask } = await testApp(t);
  const many = (name: string) => Array.from({ length: 300 }, (_, at) => `${name}${at}`);
  for (const query of [`fields=${many('x')}`, many('x').join('=1&'), `speaker=${many('x').slice(0, 99)}`]) {
    const response = await ask(`/statements?${query}`);
    t.equal((response.json() as { errors: unknown[] }).errors.length, 20);
    t.ok(response.body.length < 40_000, `${response.body.length} bytes`);
  }
  t.notOk('errors' in (await ask(`/statements?fields=${'nope,'.repeat(300)}nope`)).json());
});

t.test('one mistake has no list of errors', async (t) => {
  const { ask } = await testApp(t);
  t.notOk('errors' in (await ask('/statements?limit=0')).json());
});

t.test('thousands of wrong values cost next to nothing', async (t) => {
  const { ask } = await testApp(t);
  const started = performance.now();
  const url = `/statements?${`speaker=${'zzzzz,'.repeat(100)}zz&`.repeat(20)}`;
  isProblem(t, await ask(url), 'invalid-parameter');
  t.ok(performance.now() - started < 500, 'they are counted before any is looked up');
  const long = performance.now(); // each of these letters stands for eighteen
  isProblem(t, await ask(`/statements?cue=${'ﷺ'.repeat(900)}`), 'unknown-value');
  t.ok(performance.now() - long < 200, 'a long one is reduced to its key once');
});

t.test('long headers cost next to nothing', async (t) => {
  const { ask } = await testApp(t);
  const headers = {
    'accept-language': [
      'a-'.repeat(7_500),
      'ar,'.repeat(5_000),
      `${'zh-'.repeat(5_000)}*`,
      `ar${';'.repeat(15_000)}`,
    ],
    accept: [`text/html${';a=b'.repeat(3_500)}`, 'a/b,'.repeat(3_500)],
    'accept-encoding': ['gzip;q=0.1,'.repeat(1_300)],
    'if-none-match': ['"a",'.repeat(3_500)],
  };
  for (const [name, values] of Object.entries(headers)) {
    for (const value of values) {
      const started = performance.now();
      const { statusCode } = await ask('/statements?limit=1&format=atom', { headers: { [name]: value } });
      t.equal(statusCode, 200);
      t.ok(performance.now() - started < 300, `${name}: ${value.slice(0, 20)}`);
    }
  }
});

t.test('a path at which nothing is served leads to the nearest route', async (t) => {
  const { ask } = await testApp(t);
  const routes = {
    '/speakers/putin': '/people/putin',
    '/quotes': '/statements',
    '/articles': '/sources',
    '/statements/': '/statements',
    '/Statements': '/statements',
    '/statement': '/statements',
    '/statement/putin-thanks-trump': '/statements/putin-thanks-trump',
    '/person/putin': '/people/putin',
    '/people/putin/': '/people/putin',
    '/api/v1/statements': '/statements',
    '/statements/putin-thanks-trump/comparision': '/statements/putin-thanks-trump/comparison',
    '/serach?q=peace': '/search',
  };
  for (const [path, hint] of Object.entries(routes))
    t.equal(isProblem(t, await ask(path), 'unknown-route').hint, hint, path);
  t.notOk('hint' in isProblem(t, await ask('/nothing-like-any-of-them'), 'unknown-route'));
});

t.test('the hint stands before the long lists', async (t) => {
  const { ask } = await testApp(t);
  const { body } = await ask('/statements?speaker=puttin&mode=dirct');
  const keys = Object.keys(JSON.parse(body));
  t.ok(keys.indexOf('hint') < keys.indexOf('allowed'), keys.join());
  for (const error of JSON.parse(body).errors)
    t.same(Object.keys(error), ['code', 'detail', 'param', 'hint', 'allowed']);
});
