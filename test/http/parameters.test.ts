// What a query string may hold: each mistake is named, all at once, with what would be right.
import t from 'tap';
import type { ProblemBody, ProblemCode } from '../../src/http/problems/problem.ts';
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
  { url: `/statements?speaker=${'a'.repeat(2_001)}`, code: 'invalid-parameter', says: { param: 'speaker' } },
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
  { url: '/statements?topic=war', code: 'unknown-value', says: { param: 'topic' }, allows: ['ukraine-war'] },
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
  { url: '/statements?language=arabic', code: 'unknown-value', says: { param: 'language' }, allows: ['ar'] },
  { url: '/statements?language=-', code: 'unknown-value', says: { param: 'language' } },
  {
    url: '/statements?country=Russia',
    code: 'unknown-value',
    says: { param: 'country' },
    allows: ['RU', 'US', 'UA'],
  },
  { url: '/statements?country=QQ', code: 'unknown-value', says: { param: 'country' } },
  {
    url: '/claims?type=number',
    code: 'unknown-value',
    says: { param: 'type' },
    allows: ['duration', 'text'],
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
});
